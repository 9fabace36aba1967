import { readFile } from 'node:fs/promises';
import type { RunEvent } from '../../../src/core/benchmark/index.ts';
import { runEventSchema } from '../../../src/core/benchmark/run-events.ts';

/** The whole lines of a run file, each one checked; none while there is no file. */
export async function runLines(path: string): Promise<readonly RunEvent[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .slice(0, -1)
    .map((line) => runEventSchema.parse(JSON.parse(line)));
}
