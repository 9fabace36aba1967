import { rmSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atProcessEnd } from './process-end.ts';

export interface SampleCopy {
  readonly folder: string;
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
    async remove() {
      await rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      keep();
    },
  };
}
