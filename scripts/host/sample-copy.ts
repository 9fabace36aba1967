import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atProcessEnd } from './process-end.ts';

export interface SampleCopy {
  readonly folder: string;
  /** Adds an empty folder `quay` beside it; gives a workspace of both. */
  withSecondFolder(): Promise<string>;
  remove(): Promise<void>;
}

/** A copy of the sample workspace that a test may change. */
export async function copySample(): Promise<SampleCopy> {
  // Editors give back real paths; a temporary folder may be behind a link.
  const root = await realpath(await mkdtemp(join(tmpdir(), 'factprobe-sample-')));
  const folder = join(root, 'harbour-log');
  await cp('sample', folder, { recursive: true });
  const keep = atProcessEnd(() => rmSync(root, { recursive: true, force: true }));
  return {
    folder,
    async withSecondFolder() {
      await mkdir(join(root, 'quay'));
      const workspace = join(root, 'harbour.code-workspace');
      const folders = [{ path: 'harbour-log' }, { path: 'quay' }];
      await writeFile(workspace, JSON.stringify({ folders }));
      return workspace;
    },
    async remove() {
      await rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      keep();
    },
  };
}
