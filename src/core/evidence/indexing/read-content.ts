import { type Cancellation, type DecodeUtf8, type Sha256, throwIfCancelled } from '../../platform/index.ts';
import type { IndexedFile, IndexSource } from './evidence-index.ts';
import { readIndexedFile } from './indexed-file.ts';
import { contentFiles, entersFolder, mostFiles, takesFile } from './package-content.ts';
import type { TreeFile, TreeReader } from './tree-reader.ts';

/** What reading the content of packages needs. */
export interface ContentTools {
  readonly tree: TreeReader;
  readonly decode: DecodeUtf8;
  readonly sha256: Sha256;
}

/** The files of a source that count, with a stamp that changes when one of them does. */
export function stampedFiles({ tree, sha256 }: ContentTools, source: IndexSource) {
  const walked = tree.walk(source.root, {
    parts: source.parts,
    enters: (path) => entersFolder(source, path),
    takes: (path) => takesFile(source, path),
    most: mostFiles,
  });
  const files = contentFiles(walked);
  const facts = files.map(({ path, size, modified }) => `${path}\t${size}\t${modified}`);
  return { files, stamp: sha256([source.version ?? '', ...source.parts, ...facts].join('\n')) };
}

/**
 * Reads the files of a source one after the other; a text that an earlier one has, too, only counts for the hash. What
 * can't be read, or isn't UTF-8, is passed over. Throws a `CancelledError` when cancelled.
 */
export function* readContent(
  { tree, decode, sha256 }: ContentTools,
  {
    root,
    files,
    cancellation,
  }: { readonly root: string; readonly files: readonly TreeFile[]; readonly cancellation: Cancellation },
): Generator<IndexedFile> {
  const seen = new Set<string>();
  for (const { path } of files) {
    throwIfCancelled(cancellation);
    const bytes = tree.read(`${root}/${path}`);
    if (bytes === undefined) continue;
    const hash = sha256(bytes);
    const text = seen.has(hash) ? undefined : decode(bytes);
    seen.add(hash);
    yield { path, hash, ...(text === undefined ? { names: [], passages: [] } : readIndexedFile(path, text)) };
  }
}
