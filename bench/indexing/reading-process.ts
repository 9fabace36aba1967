import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { PlainError } from '../../scripts/host/plain-error.ts';
import type { IndexSource, TreeFile } from '../../src/core/evidence/index.ts';

/** What is read of a source. */
export interface SourceFiles {
  readonly source: IndexSource;
  readonly files: readonly TreeFile[];
}

/** Reading the files of some sources, to be done again and again. */
export interface ReadingProcess {
  /** Milliseconds of a new process that finds the files and reads each as text in one thread, its start included. */
  readonly milliseconds: () => number;
  /**
   * Takes the files out of the system's page cache, as they are after a start of the machine; false where that can't be
   * done.
   */
  readonly forget: () => boolean;
}

/** Prepares such a process in a folder. Where it fails a `PlainError` is thrown. */
export async function readingProcess(
  folder: string,
  sources: readonly SourceFiles[],
): Promise<ReadingProcess> {
  const own = mkdtempSync(join(folder, 'reading-'));
  const script = join(own, 'read-files.cjs');
  // As the command line is bundled: nothing of the time may go into understanding TypeScript.
  await build({
    entryPoints: [resolve('bench/indexing/read-files.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  const list = join(own, 'files.txt');
  const lines = sources.map(({ source: { root, parts }, files }) =>
    [root, parts.join('\0'), ...files.map(({ path }) => path)].join('\t'),
  );
  writeFileSync(list, lines.join('\n'));
  const paths = sources.flatMap(({ source, files }) => files.map(({ path }) => `${source.root}/${path}`));
  return {
    milliseconds() {
      const began = performance.now();
      const { status } = spawnSync(process.execPath, [script, list], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (status === 0) return performance.now() - began;
      throw new PlainError(`reading ended with ${status}`);
    },
    forget: () =>
      spawnSync('python3', ['-c', forgetting], {
        input: paths.join('\n'),
        stdio: ['pipe', 'ignore', 'ignore'],
      }).status === 0,
  };
}

const forgetting = `
import os, sys
for path in sys.stdin.read().split("\\n"):
    file = os.open(path, os.O_RDONLY)
    os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(file)
`;
