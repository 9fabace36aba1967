import { dirname } from 'pathe';
import * as z from 'zod';
import {
  type CacheStore,
  type Cancellation,
  type DecodeUtf8,
  type FileSystem,
  neverCancelled,
  type Sha256,
} from '../platform/index.ts';
import type { Language } from '../source/index.ts';
import { findSources, readSource } from '../workspace/index.ts';
import { type BriefCheck, keyOfCheck } from './check-file.ts';
import { consultedSchema, librariesAreSame, stillHolds } from './consulted.ts';
import { findingsSchema } from './finding.ts';
import { projectAround } from './project-around.ts';
import { WorkspaceNames } from './workspace-names.ts';

/** What looking unchanged files up needs. */
export interface UnchangedTools {
  readonly files: FileSystem;
  readonly decode: DecodeUtf8;
  readonly sha256: Sha256;
  readonly cache: CacheStore;
  /** Changes whenever the rules may decide otherwise. */
  readonly engine: string;
  /** When the check began, in milliseconds since the epoch: what is written later is not what was checked. */
  readonly began: number;
}

/** What is false in files that were checked before, kept by their text and by that of the project around them. */
export interface UnchangedFiles {
  /**
   * What a file came to when the same text was last checked by the same rules, in a project that was the same as far as the
   * file looked around; `undefined` when that isn't kept.
   */
  find(path: string, language: Language): Promise<BriefCheck | undefined>;
  /** Takes down what a file came to, to be written with all others. */
  add(path: string, language: Language, checked: BriefCheck): void;
  /** Writes what was taken down, unless a file was changed meanwhile. */
  write(cancellation: Cancellation): Promise<void>;
}

const area = 'unchanged';

const keptSchema = z.object({
  findings: findingsSchema,
  claims: z.number(),
  documented: z.number(),
  /** The state of all sources around; `null` where nothing was asked about their names. */
  state: z.string().nullable(),
  /** What else was asked. */
  consulted: consultedSchema,
});

/** Makes a look-up for one check of a folder; the folder's name is what says whether it is worth looking at all. */
export function createUnchangedFiles(tools: UnchangedTools, folder: string): UnchangedFiles {
  const { cache, sha256, engine } = tools;
  const marker = sha256([engine, folder].join('\0'));
  // Where nothing was ever kept, reading every file would only delay those who check them.
  const isKnown = cache.read(area, marker) !== undefined;
  const names = new WorkspaceNames(tools, () => 0);
  const texts = new TextHashes(tools);
  const projects = new ProjectStates(tools, texts);
  const added: { path: string; key: string; checked: BriefCheck }[] = [];
  return {
    async find(path, language) {
      const hash = isKnown ? await texts.of(path) : undefined;
      const kept =
        hash === undefined ? undefined : readKept(cache.read(area, keyOfCheck(tools, { language, hash })));
      if (kept === undefined || hash === undefined) return undefined;
      if (kept.state !== null && kept.state !== (await projects.around(path))) return undefined;
      const { findings, claims, documented, consulted } = kept;
      const others = consulted.filter(({ asked }) => asked !== 'library');
      if (
        others.length < consulted.length &&
        !(await librariesAreSame(consulted, { files: tools.files, path }, sha256))
      )
        return undefined;
      if (!(await stillHolds(others, names.around(path, neverCancelled), sha256))) return undefined;
      const own = findings.map((finding) => ({
        ...finding,
        evidence: finding.evidence.map((one) => (one.path === '' ? { ...one, path } : one)),
      }));
      return { findings: own, claims, documented, hash, dependsOnNames: kept.state !== null, consulted };
    },
    add(path, language, checked) {
      if (checked.hash === undefined) return;
      texts.set(path, checked.hash);
      added.push({ path, key: keyOfCheck(tools, { language, hash: checked.hash }), checked });
    },
    async write(cancellation) {
      const entries = new Map<string, string>();
      // What was the same when it was asked for may have been changed since.
      const now = new ProjectStates(tools, texts);
      for (const { path, key, checked } of added) {
        if (cancellation.aborted) return;
        const state = checked.dependsOnNames ? await now.around(path) : null;
        if (state === undefined || !(await isOlder(tools, path))) continue;
        entries.set(key, keptText(path, checked, state));
      }
      if (entries.size === 0) return;
      entries.set(marker, folder);
      cache.writeAll(area, entries);
    },
  };
}

function readKept(text: string | undefined): z.infer<typeof keptSchema> | undefined {
  if (text === undefined) return undefined;
  try {
    return keptSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // A broken entry is as good as none: the file is checked again.
    return undefined;
  }
}

/** Without the file's own path, so that it holds wherever the text stands. */
function keptText(path: string, checked: BriefCheck, state: string | null): string {
  const { findings, claims, documented, consulted } = checked;
  const bare = findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((one) => (one.path === path ? { ...one, path: '' } : one)),
  }));
  return JSON.stringify({ findings: bare, claims, documented, state, consulted });
}

/** Whether a file was last written before the check began. */
async function isOlder({ files, began }: UnchangedTools, path: string): Promise<boolean> {
  const facts = await files.stat(path);
  return facts !== undefined && facts.modified < began;
}

/** The hashes of sources' texts, each read once. */
class TextHashes {
  readonly #tools: UnchangedTools;
  readonly #known = new Map<string, string | undefined>();

  constructor(tools: UnchangedTools) {
    this.#tools = tools;
  }

  set(path: string, hash: string): void {
    this.#known.set(path, hash);
  }

  /** `undefined` for a file that can't be checked. */
  async of(path: string): Promise<string | undefined> {
    if (this.#known.has(path)) return this.#known.get(path);
    const { files, decode, sha256 } = this.#tools;
    const { text } = await readSource(files, decode, path);
    const hash = text === undefined ? undefined : sha256(text);
    this.#known.set(path, hash);
    return hash;
  }
}

/** The states of projects: all their sources' texts. */
class ProjectStates {
  readonly #tools: UnchangedTools;
  readonly #texts: TextHashes;
  readonly #roots = new Map<string, string>();
  readonly #states = new Map<string, string | undefined>();

  constructor(tools: UnchangedTools, texts: TextHashes) {
    this.#tools = tools;
    this.#texts = texts;
  }

  /** The state of the project around a file; `undefined` when one of its files was written since the check began. */
  async around(path: string): Promise<string | undefined> {
    const folder = dirname(path);
    const root = this.#roots.get(folder) ?? (await projectAround(this.#tools.files, path));
    this.#roots.set(folder, root);
    if (!this.#states.has(root)) this.#states.set(root, await this.#stateOf(root));
    return this.#states.get(root);
  }

  async #stateOf(root: string): Promise<string | undefined> {
    const { files, sha256 } = this.#tools;
    const found = await findSources(files, { paths: [root], cancellation: neverCancelled });
    const lines: string[] = [];
    for (const path of found.files) {
      if (!(await isOlder(this.#tools, path))) return undefined;
      lines.push(`${path}\0${(await this.#texts.of(path)) ?? ''}`);
    }
    return sha256(lines.join('\n'));
  }
}
