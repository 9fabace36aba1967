import { spawnSync } from 'node:child_process';
import typescript from 'typescript-6';
import { ecmascriptPlants } from './ecmascript-plants.ts';
import type { Plant } from './plant.ts';

/** Everything that can be planted in a package. Throws when Python can't read it. */
export function plantsOf(folder: string): readonly Plant[] {
  const script = new URL('plants.py', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync('python3', [script, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`plants.py failed: ${stderr}`);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return [...lines.map((line): Plant => JSON.parse(line)), ...ecmascriptPlants(typescript, folder)];
}
