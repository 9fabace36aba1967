// How fast comments are checked, beside the tools that do the like, on much code: seconds, and megabytes a second. The times
// that a tool takes to start, for one small file, are printed apart, and so is what parsing alone takes on all cores.
// npm run bench:speed -- [--runs N] [--only python|ecmascript] [--tools NAME,…] [--small]
// --small takes the five development packages, which the slower tools get through in less than a minute.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installedPackages, packagesFolder } from './installed-packages.ts';
import { largePython } from './large-python.ts';
import { eslintJsdoc } from './peers/eslint-jsdoc.ts';
import { factprobe, factprobeAgain } from './peers/factprobe.ts';
import { installedPeers } from './peers/installed-peers.ts';
import { parsing } from './peers/parsing.ts';
import type { Peer, PeerRun } from './peers/peer.ts';
import { pydoclint, ruff } from './peers/python-peers.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    tools: { type: 'string' },
    small: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const { npm, pip } = installedPeers();
const caches = mkdtempSync(join(tmpdir(), 'factprobe-speed-cache-'));
const peers: readonly Peer[] = [
  parsing('ecmascript'),
  factprobe('ecmascript'),
  factprobeAgain('ecmascript', join(caches, 'ecmascript')),
  eslintJsdoc(npm),
  parsing('python'),
  factprobe('python'),
  factprobeAgain('python', join(caches, 'python')),
  ruff(pip),
  pydoclint(pip),
];
const sources = { ecmascript: /\.[cm]?jsx?$/, python: /\.py$/ };
const small = { ecmascript: 'function f() {}\n', python: 'def f(): pass\n' };

interface Timing {
  readonly seconds: number;
  /** Of all threads together; `undefined` where the system doesn't tell. */
  readonly computing: number | undefined;
}

for (const language of ['ecmascript', 'python'] as const) {
  if (values.only !== undefined && values.only !== language) continue;
  const named = values.tools?.split(',');
  const tools = peers.filter(
    ({ name, language: own }) =>
      own === language && (named === undefined || named.some((one) => name.startsWith(one))),
  );
  inFolder((folder) => {
    for (const path of inputOf(language)) copy(path, folder, language);
    compare(tools, folder, language);
  });
}
rmSync(caches, { recursive: true, force: true });

/** The folders of what is checked. */
function inputOf(language: Peer['language']): readonly string[] {
  if (language === 'python' && !values.small) return largePython(packagesFolder());
  const development = { python: ['networkx', 'requests'], ecmascript: ['lodash', 'ramda', 'async'] };
  const more = ['webpack', 'axios', 'express', 'winston', 'commander'];
  const wanted = [...development[language], ...(values.small ? [] : more)];
  return installedPackages(packagesFolder())
    .filter(({ name }) => wanted.includes(name))
    .map(({ path }) => path);
}

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'factprobe-speed-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sources of one language, without those that a program made small. */
function copy(from: string, to: string, language: Peer['language']): void {
  const target = join(to, from.replace(/^.*\//, ''));
  mkdirSync(target, { recursive: true });
  cpSync(from, target, {
    recursive: true,
    filter: (path) =>
      !path.slice(from.length).includes('node_modules') &&
      (statSync(path).isDirectory() ||
        /\/package\.json$/.test(path) ||
        (sources[language].test(path) && !isMinified(path))),
  });
}

function isMinified(path: string): boolean {
  const text = readFileSync(path, 'utf8');
  return text.length > 20_000 && text.length / text.split('\n').length > 500;
}

function compare(tools: readonly Peer[], folder: string, language: Peer['language']): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    sources[language].test(file),
  );
  const megabytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1e6;
  const run: PeerRun = { folder, files, style: language === 'python' ? 'numpy' : 'google' };
  for (const peer of tools) peer.prepare?.(run);
  const timings = new Map<Peer, Timing[]>(tools.map((peer) => [peer, []]));
  // One after the other in each round: a busy moment of the machine meets all of them.
  for (let round = 0; round < runs; round++) {
    for (const peer of tools) timings.get(peer)?.push(timed(() => peer.alarms(run)));
  }
  const starts = new Map(tools.map((peer) => [peer, startOf(peer, language)]));
  const cores = availableParallelism();
  console.log(
    `${language}: ${files.length} files, ${megabytes.toFixed(1)} MB; ${cores} cores; median of ${runs}.\n`,
  );
  console.log(
    `${'tool'.padEnd(26)}${'seconds'.padStart(9)}${'MB/s'.padStart(9)}${'computing'.padStart(11)}${'start'.padStart(8)}`,
  );
  for (const peer of tools) {
    const all = timings.get(peer) ?? [];
    const seconds = median(all.map((one) => one.seconds));
    const computing = all.map((one) => one.computing).filter((one) => one !== undefined);
    const cells = [
      seconds.toFixed(2).padStart(9),
      (megabytes / seconds).toFixed(2).padStart(9),
      (computing.length === 0 ? '' : median(computing).toFixed(2)).padStart(11),
      (starts.get(peer)?.seconds.toFixed(2) ?? '').padStart(8),
    ];
    console.log(`${peer.name.padEnd(26)}${cells.join('')}`);
  }
  console.log('');
}

function startOf(peer: Peer, language: Peer['language']): Timing {
  let start: Timing = { seconds: 0, computing: undefined };
  inFolder((folder) => {
    const file = language === 'python' ? 'a.py' : 'a.js';
    writeFileSync(join(folder, file), small[language]);
    const run: PeerRun = { folder, files: [file], style: 'numpy' };
    peer.prepare?.(run);
    const all = Array.from({ length: runs }, () => timed(() => peer.alarms(run)));
    start = { seconds: median(all.map(({ seconds }) => seconds)), computing: undefined };
  });
  return start;
}

function timed(work: () => unknown): Timing {
  const before = computedByChildren();
  const began = performance.now();
  work();
  const seconds = (performance.now() - began) / 1000;
  const after = computedByChildren();
  return { seconds, computing: before === undefined || after === undefined ? undefined : after - before };
}

/** Seconds of computing of all processes that this one started and that have ended; Linux tells in hundredths. */
function computedByChildren(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
