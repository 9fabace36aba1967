import { readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { packedExtension, unpackExtension } from '../scripts/host/extension-package.ts';
import { PlainError, runScript } from '../scripts/host/plain-error.ts';
import { runSuite } from '../scripts/host/run-suite.ts';

// `npm run bench:activation [BOOTS]`: how long the packed extension takes to load and activate in a real VS Code, each time in
// an editor that was just started; the language server starts later, with the first document that is checked.
await runScript(async () => {
  const boots = Number(process.argv[2] ?? 5);
  if (!Number.isInteger(boots) || boots < 1) {
    throw new PlainError('The number of boots is a whole number, 1 or more.');
  }
  const extension = await unpackExtension(await packedExtension());
  const suite = resolve('out/activation/index.cjs');
  await build({
    entryPoints: ['bench/activation/suite.ts'],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const walls: number[] = [];
  const works: number[] = [];
  for (let boot = 1; boot <= boots; boot += 1) {
    const name = 'activation';
    if (!(await runSuite({ name, extension, suite, locale: 'en', workspaceTrust: false }))) return 1;
    const [wall, work] = (await readFile(resolve(`out/host/${name}.txt`), 'utf8')).split(' ').map(Number);
    walls.push(wall ?? Number.NaN);
    works.push(work ?? Number.NaN);
  }
  console.log(
    `${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(`activation: ${summary(walls)}; goal under 100 ms on a machine that does nothing else`);
  console.log(`of it the processor at work: ${summary(works)}`);
  return 0;
});

/** The median of some times, and all of them. */
function summary(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const { length } = sorted;
  const median = ((sorted[(length - 1) >> 1] ?? 0) + (sorted[length >> 1] ?? 0)) / 2;
  return `median ${median.toFixed(0)} ms of ${length} boots (${sorted.map((one) => one.toFixed(0)).join(', ')} ms)`;
}
