import { dirname } from 'pathe';
import { type Cancellation, type DecodeUtf8, type FileSystem, throwIfCancelled } from '../platform/index.ts';
import { languageOfFile, SourceText } from '../source/index.ts';
import { findSources, readSource } from '../workspace/index.ts';
import { isSlip } from './checks/near-name.ts';
import { placeOfName, readCodeNames, withoutDocumentation } from './code-names.ts';
import { answerOfLibrary, type LibraryAnswer, type LibraryTools } from './libraries/library-answer.ts';
import { versionAround } from './manifest-version.ts';
import type { NamesAround, NearName } from './names-around.ts';
import type { NamesInCode } from './names-in-code.ts';
import { ownModule } from './own-module.ts';
import { projectAround } from './project-around.ts';
import { packageAround } from './project-packages.ts';

/** What reading the sources around a file needs. */
export interface WorkspaceTools {
  readonly files: FileSystem;
  readonly decode: DecodeUtf8;
  /** What is installed; absent where it isn't looked at. */
  readonly libraries?: LibraryTools;
}

interface ReadFile {
  readonly path: string;
  readonly stamp: string;
  readonly names: NamesInCode;
}

/** The names of a project's files, each with the first file that declares it. */
interface ProjectNames {
  readonly files: readonly ReadFile[];
  readonly words: ReadonlySet<string>;
  readonly declared: ReadonlyMap<string, string>;
}

/** What was found out about a folder, and until when it is trusted. */
interface Known<T> {
  readonly until: number;
  readonly value: T;
}

/** How long, in milliseconds, what is around a file is trusted: half-typed text is checked many times a second. */
const trusted = 2000;

/** The names in the projects around checked files. Lives as long as its worker; reads a file again when it changed. */
export class WorkspaceNames {
  readonly #tools: WorkspaceTools;
  readonly #now: () => number;
  readonly #read = new Map<string, ReadFile>();
  /** The folder of the project around the files of a folder. */
  readonly #roots = new Map<string, Known<string>>();
  readonly #answers = new Map<string, Known<LibraryAnswer>>();
  readonly #projects = new Map<string, Known<ProjectNames>>();
  /** Of all files of a project together, as long as none of them changes. */
  readonly #unions = new Map<string, ProjectNames>();

  constructor(tools: WorkspaceTools, now: () => number) {
    this.#tools = tools;
    this.#now = now;
  }

  /** The names around one file: those of its project. */
  around(path: string, cancellation: Cancellation): NamesAround {
    let loading: Promise<ProjectNames> | undefined;
    const load = () => {
      loading ??= this.#load(path, cancellation);
      return loading;
    };
    const { libraries } = this.#tools;
    return {
      ...(libraries === undefined
        ? {}
        : { library: (query) => this.#library(libraries, { path, cancellation, ...query }) }),
      has: async (name) => (await load()).words.has(name),
      near: async (name) => this.#near(await load(), name),
      version: () => versionAround(this.#tools.files, path),
      module: (specifier, from = path) => ownModule(this.#tools, { path: from, specifier }),
      package: (kind, name) => packageAround(this.#tools.files, path, { kind, name }),
    };
  }

  #library(libraries: LibraryTools, query: Parameters<typeof answerOfLibrary>[1]): Promise<LibraryAnswer> {
    const { symbol, package: name, ecosystem } = query;
    const key = [dirname(query.path), ecosystem, name, symbol].join('\0');
    return this.#trusted(this.#answers, key, () => answerOfLibrary(libraries, query));
  }

  async #load(path: string, cancellation: Cancellation): Promise<ProjectNames> {
    const { files } = this.#tools;
    const root = await this.#trusted(this.#roots, dirname(path), () => projectAround(files, path));
    return this.#trusted(this.#projects, root, async () => {
      const { files: paths } = await findSources(files, { paths: [root], cancellation });
      const read: ReadFile[] = [];
      for (const file of paths) {
        throwIfCancelled(cancellation);
        const one = await this.#refresh(file);
        if (one !== undefined) read.push(one);
      }
      const before = this.#unions.get(root);
      const isSame = before?.files.length === read.length && read.every((one, i) => one === before.files[i]);
      const union = isSame ? before : unionOf(read);
      this.#unions.set(root, union);
      return union;
    });
  }

  /** What is known, if it was found out a moment ago; else it is found out again. */
  async #trusted<T>(known: Map<string, Known<T>>, key: string, find: () => Promise<T>): Promise<T> {
    const before = known.get(key);
    const began = this.#now();
    if (before !== undefined && began < before.until) return before.value;
    const value = await find();
    const now = this.#now();
    // What takes long to find out is trusted longer, so that large projects are not read all the time.
    known.set(key, { until: now + Math.max(trusted, 20 * (now - began)), value });
    return value;
  }

  /** A file as it is now; `undefined` when it is gone. */
  async #refresh(path: string): Promise<ReadFile | undefined> {
    const facts = await this.#tools.files.stat(path);
    const stamp = `${facts?.size} ${facts?.modified}`;
    const before = this.#read.get(path);
    if (facts === undefined || before?.stamp === stamp) return before;
    const { text } = await readSource(this.#tools.files, this.#tools.decode, path);
    const read = { path, stamp, names: readCodeNames(text ?? '', languageOfFile(path)?.family) };
    this.#read.set(path, read);
    return read;
  }

  async #near({ declared }: ProjectNames, name: string): Promise<readonly NearName[]> {
    const found = [...declared.keys()].filter((one) => isSlip(one, name)).slice(0, 3);
    const places = found.map((one) => this.#placeOf(one, declared.get(one) ?? ''));
    return (await Promise.all(places)).filter((place) => place !== undefined);
  }

  async #placeOf(name: string, path: string): Promise<NearName | undefined> {
    const { text } = await readSource(this.#tools.files, this.#tools.decode, path);
    const source = text === undefined ? undefined : new SourceText(text);
    const span =
      text === undefined
        ? undefined
        : placeOfName(name, withoutDocumentation(text, languageOfFile(path)?.family));
    if (source === undefined || span === undefined) return undefined;
    return { name, place: { path, range: source.rangeOf(span), quote: source.quote(span).text } };
  }
}

function unionOf(files: readonly ReadFile[]): ProjectNames {
  const words = new Set<string>();
  const declared = new Map<string, string>();
  for (const { path, names } of files) {
    for (const word of names.words) words.add(word);
    for (const name of names.declared) if (!declared.has(name)) declared.set(name, path);
  }
  return { files, words, declared };
}
