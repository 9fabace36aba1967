import { readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { packedExtension, unpackExtension } from '../scripts/host/extension-package.ts';
import { PlainError, runScript } from '../scripts/host/plain-error.ts';
import { runSuite } from '../scripts/host/run-suite.ts';
import type { Boot } from './activation/boot.ts';

// `npm run bench:activation [BOOTS]`: how long the packed extension takes to load and activate in a real VS Code, each time in
// an editor that was just started. The editor's own figures count, which leave out what the editor does around it; beside them stands
// what comes after: the first command, and the verdicts of the first file that is opened.
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
  const measured: Boot[] = [];
  for (let boot = 1; boot <= boots; boot += 1) {
    const name = 'activation';
    if (!(await runSuite({ name, extension, suite, locale: 'en', workspaceTrust: false }))) return 1;
    measured.push(JSON.parse(await readFile(resolve(`out/host/${name}.txt`), 'utf8')));
  }
  console.log(
    `${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  print('activation, by the editor’s own figures', measured, owned);
  console.log('  (goal under 100 ms on a machine that does nothing else)');
  print('  of it loading its code', measured, ({ loadCode }) => loadCode);
  print(
    '  of it calling activate',
    measured,
    ({ callActivate, finishActivate }) => callActivate + finishActivate,
  );
  print('asked for until active, the editor’s part included', measured, ({ active }) => active);
  print('  of it the processor at work', measured, ({ processor }) => processor);
  print('asked for until a command has run', measured, ({ command }) => command);
  print(
    'a file opened until its verdicts, the server’s start included',
    measured,
    ({ verdicts }) => verdicts,
  );
  return 0;
});

/** What the extension's own code takes until it is active. */
function owned({ loadCode, callActivate, finishActivate }: Boot): number {
  return loadCode + callActivate + finishActivate;
}

/** The median of a time, and its value in each boot. */
function print(what: string, boots: readonly Boot[], time: (boot: Boot) => number): void {
  const sorted = boots.map(time).toSorted((a, b) => a - b);
  const { length } = sorted;
  const median = ((sorted[(length - 1) >> 1] ?? 0) + (sorted[length >> 1] ?? 0)) / 2;
  console.log(
    `${what}: median ${median.toFixed(0)} ms of ${length} boots (${sorted.map((one) => one.toFixed(0)).join(', ')})`,
  );
}
