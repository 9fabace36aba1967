import { dirname, join } from 'pathe';
import { type Cancellation, type DecodeUtf8, type FileSystem, throwIfCancelled } from '../platform/index.ts';
import { SourceText } from '../source/index.ts';
import { findSources, readSource } from '../workspace/index.ts';
import { isSlip } from './checks/near-name.ts';
import { type CodeNames, placeOfName, readCodeNames, withoutDocumentation } from './code-names.ts';
import { versionAround } from './manifest-version.ts';
import type { NamesAround, NearName } from './names-around.ts';

/** What reading the sources around a file needs. */
export interface WorkspaceTools {
  readonly files: FileSystem;
  readonly decode: DecodeUtf8;
}

interface ReadFile extends CodeNames {
  readonly stamp: string;
}

/** How long, in milliseconds, a list of files is trusted: half-typed text is checked many times a second. */
const trusted = 2000;

/** The names in the projects around checked files. Lives as long as its worker; reads a file again when it changed. */
export class WorkspaceNames {
  readonly #tools: WorkspaceTools;
  readonly #now: () => number;
  readonly #read = new Map<string, ReadFile>();
  readonly #lists = new Map<string, { readonly at: number; readonly paths: readonly string[] }>();

  constructor(tools: WorkspaceTools, now: () => number) {
    this.#tools = tools;
    this.#now = now;
  }

  /** The names around one file: those of its project. */
  around(path: string, cancellation: Cancellation): NamesAround {
    let loading: Promise<readonly string[]> | undefined;
    const load = () => {
      loading ??= this.#load(path, cancellation);
      return loading;
    };
    return {
      has: async (name) => (await load()).some((file) => this.#read.get(file)?.words.has(name) === true),
      near: async (name) => this.#near(await load(), name),
      version: () => versionAround(this.#tools.files, path),
    };
  }

  async #load(path: string, cancellation: Cancellation): Promise<readonly string[]> {
    const root = await projectAround(this.#tools.files, path);
    const known = this.#lists.get(root);
    if (known !== undefined && this.#now() - known.at < trusted) return known.paths;
    const { files: paths } = await findSources(this.#tools.files, { paths: [root], cancellation });
    for (const file of paths) {
      throwIfCancelled(cancellation);
      await this.#refresh(file);
    }
    this.#lists.set(root, { at: this.#now(), paths });
    return paths;
  }

  async #refresh(path: string): Promise<void> {
    const facts = await this.#tools.files.stat(path);
    const stamp = `${facts?.size} ${facts?.modified}`;
    if (facts === undefined || this.#read.get(path)?.stamp === stamp) return;
    const { text } = await readSource(this.#tools.files, this.#tools.decode, path);
    this.#read.set(path, { ...readCodeNames(text ?? ''), stamp });
  }

  async #near(paths: readonly string[], name: string): Promise<readonly NearName[]> {
    const found = new Map<string, string>();
    for (const path of paths) {
      for (const one of this.#read.get(path)?.declared ?? []) {
        if (!found.has(one) && isSlip(one, name)) found.set(one, path);
      }
    }
    const places = [...found].slice(0, 3).map(([one, path]) => this.#placeOf(one, path));
    return (await Promise.all(places)).filter((place) => place !== undefined);
  }

  async #placeOf(name: string, path: string): Promise<NearName | undefined> {
    const { text } = await readSource(this.#tools.files, this.#tools.decode, path);
    const source = text === undefined ? undefined : new SourceText(text);
    const span = text === undefined ? undefined : placeOfName(name, withoutDocumentation(text));
    if (source === undefined || span === undefined) return undefined;
    return { name, place: { path, range: source.rangeOf(span), quote: source.quote(span).text } };
  }
}

const manifests = [
  'package.json',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'Cargo.toml',
  'go.mod',
  'pom.xml',
  '.git',
];

/** The folder of the nearest manifest; without one the folder that holds the outermost Python package, or the file. */
async function projectAround(files: FileSystem, path: string): Promise<string> {
  const start = dirname(path);
  for (let folder = start; ; folder = dirname(folder)) {
    for (const name of manifests) if ((await files.stat(join(folder, name))) !== undefined) return folder;
    if (folder === dirname(folder)) break;
  }
  let folder = start;
  while ((await files.stat(join(folder, '__init__.py'))) !== undefined && folder !== dirname(folder)) {
    folder = dirname(folder);
  }
  return folder;
}
