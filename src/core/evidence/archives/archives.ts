import type { DecodeUtf8, FileSystem } from '../../platform/index.ts';
import { type ArchiveNames, listArchive, readEntry, unpacked } from './unpack.ts';

interface OpenArchive {
  readonly path: string;
  readonly modified: number;
  readonly bytes: Uint8Array;
}

/**
 * Reads into zip archives as if they were folders, `/lib/a-sources.jar!/org/A.java`, and gives packed files
 * (`strlen.3.gz`) unpacked. Keeps the archive that was read last, and the names in the others.
 */
export class Archives {
  readonly #files: FileSystem;
  readonly #decode: DecodeUtf8;
  readonly #known = new Map<string, { readonly modified: number; readonly found: ArchiveNames }>();
  #last: OpenArchive | undefined;

  constructor(files: FileSystem, decode: DecodeUtf8) {
    this.#files = files;
    this.#decode = decode;
  }

  /** What is in an archive; the reason where it is none, is too large, or can't be read. */
  async names(path: string): Promise<ArchiveNames> {
    const modified = (await this.#files.stat(path))?.modified ?? 0;
    const known = this.#known.get(path);
    if (known?.modified === modified) return known.found;
    const found = await this.#list(path, modified);
    this.#known.set(path, { modified, found });
    return found;
  }

  /** All files of the machine, and those inside archives. */
  get files(): FileSystem {
    const files = this.#files;
    return {
      readBytes: (path) => this.#readBytes(path),
      readText: async (path) => {
        if (!path.endsWith('.gz') && insideOf(path) === undefined) return files.readText(path);
        const bytes = await this.#readBytes(path);
        return bytes === undefined ? undefined : this.#decode(bytes);
      },
      stat: async (path) => {
        const at = insideOf(path);
        if (at === undefined) return files.stat(path);
        const facts = await files.stat(at.archive);
        const { names } = await this.names(at.archive);
        if (facts === undefined || names === undefined) return undefined;
        const size = names.get(at.inside);
        if (size !== undefined) return { ...facts, size };
        return below(names, at.inside).length > 0 ? { ...facts, kind: 'folder', size: 0 } : undefined;
      },
      list: async (path) => {
        const at = insideOf(path);
        if (at === undefined) return files.list(path);
        const entries = below((await this.names(at.archive)).names ?? new Map(), at.inside);
        return entries.length === 0 ? undefined : entries;
      },
      realPath: async (path) => {
        const at = insideOf(path);
        if (at === undefined) return files.realPath(path);
        const real = await files.realPath(at.archive);
        return real === undefined ? undefined : `${real}!/${at.inside}`;
      },
    };
  }

  async #list(path: string, modified: number): Promise<ArchiveNames> {
    const facts = await this.#files.stat(path);
    return listArchive(path, facts?.size ?? 0, () => this.#open(path, modified));
  }

  async #open(path: string, modified: number): Promise<Uint8Array | undefined> {
    if (this.#last?.path === path && this.#last.modified === modified) return this.#last.bytes;
    const bytes = await this.#files.readBytes(path);
    if (bytes !== undefined) this.#last = { path, modified, bytes };
    return bytes;
  }

  async #readBytes(path: string): Promise<Uint8Array | undefined> {
    const at = insideOf(path);
    if (at === undefined) {
      const bytes = await this.#files.readBytes(path);
      return bytes === undefined || !path.endsWith('.gz') ? bytes : unpacked(bytes);
    }
    const { names } = await this.names(at.archive);
    if (names?.has(at.inside) !== true) return undefined;
    const modified = (await this.#files.stat(at.archive))?.modified ?? 0;
    const bytes = await this.#open(at.archive, modified);
    return bytes === undefined ? undefined : readEntry(bytes, at.inside);
  }
}

/** The archive and the path inside it of `/lib/a.jar!/org/A.java`; `undefined` for a plain path. */
function insideOf(path: string): { readonly archive: string; readonly inside: string } | undefined {
  const at = path.indexOf('!/');
  return at < 0 ? undefined : { archive: path.slice(0, at), inside: path.slice(at + 2) };
}

function below(names: ReadonlyMap<string, number>, folder: string) {
  const prefix = folder === '' ? '' : `${folder}/`;
  const found = new Map<string, 'file' | 'folder'>();
  for (const name of names.keys()) {
    if (!name.startsWith(prefix)) continue;
    const [first = '', ...rest] = name.slice(prefix.length).split('/');
    if (first !== '') found.set(first, rest.length > 0 ? 'folder' : 'file');
  }
  return [...found].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
