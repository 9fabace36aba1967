// The same files through Factprobe and through the tools that hold comments against code: alarms on untouched packages,
// how much of what was planted each one finds, and how long it takes. Each tool has its best documented settings.
// npm run bench:peers -- [--packages lodash,ramda,…] [--each N] [--seed N]
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type InstalledPackage, installedPackages, packagesFolder } from './installed-packages.ts';
import { eslintJsdoc } from './peers/eslint-jsdoc.ts';
import { factprobe } from './peers/factprobe.ts';
import { installedPeers } from './peers/installed-peers.ts';
import type { Alarm, Peer, PeerRun } from './peers/peer.ts';
import { pydoclint, pylint, ruff } from './peers/python-peers.ts';
import { tsc } from './peers/tsc.ts';
import { apart, type PlantedPlace, planted } from './planting/plant.ts';
import { plantsOf } from './planting/plants-of.ts';
import { drawn } from './planting/sample.ts';

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: 'lodash,ramda,async,networkx,requests' },
    each: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
const wanted = values.packages.split(',');
const styles: Readonly<Record<string, PeerRun['style']>> = { networkx: 'numpy', requests: 'sphinx' };
const sources = { ecmascript: /\.[cm]?jsx?$/, python: /\.py$/ };
const { npm, pip } = installedPeers();
const peers: readonly Peer[] = [
  factprobe('ecmascript'),
  eslintJsdoc(npm),
  tsc,
  factprobe('python'),
  ruff(pip),
  pylint(pip),
  pydoclint(pip),
];

interface Outcome {
  readonly peer: Peer;
  readonly package: string;
  readonly megabytes: number;
  readonly seconds: number;
  readonly untouched: readonly Alarm[];
  readonly found: readonly { readonly place: PlantedPlace; readonly isFlagged: boolean }[];
}

const outcomes: Outcome[] = [];
for (const folder of installedPackages(packagesFolder()).filter(({ name }) => wanted.includes(name))) {
  const layers = layersOf(folder);
  for (const peer of peers) {
    const began = performance.now();
    const outcome = compare(peer, folder, layers);
    if (outcome === undefined) continue;
    outcomes.push(outcome);
    const seconds = Math.round((performance.now() - began) / 1000);
    console.error(`${folder.name}: ${peer.name}, ${layers.length} times, ${seconds} s`);
  }
  // It takes long: what is known so far is worth reading.
  showPlanted();
}
showUntouched();

type Layer = readonly PlantedPlace['plant'][];

function layersOf(folder: InstalledPackage): readonly Layer[] {
  let left = drawn(plantsOf(folder.path), { each: Number(values.each), seed: Number(values.seed) });
  const layers: Layer[] = [];
  for (let layer = apart(left); layer.length > 0; layer = apart(left)) {
    const taken = new Set(layer);
    left = left.filter((plant) => !taken.has(plant));
    layers.push(layer);
  }
  return layers;
}

function compare(peer: Peer, folder: InstalledPackage, layers: readonly Layer[]): Outcome | undefined {
  const files = readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => sources[peer.language].test(file) && !file.endsWith('.min.js'));
  if (files.length === 0) return undefined;
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder.path, file)).size, 0);
  const style = styles[folder.name] ?? 'google';
  return inCopy(folder, (copy) => {
    const run = { folder: copy, files, style };
    const began = performance.now();
    const untouched = peer.alarms(run);
    const seconds = (performance.now() - began) / 1000;
    const found = layers.flatMap((layer) => {
      const places = plant(folder, copy, layer);
      // The tools look at files one by one; where they follow imports, the others are still there.
      const touched = new Set(layer.map(({ file }) => file));
      const own = files.filter((file) => touched.has(file));
      const alarms = own.length === 0 ? [] : newAlarms(untouched, peer.alarms({ ...run, files: own }));
      restore(folder, copy, layer);
      return places.map((place) => ({ place, isFlagged: isNearest(place, places, alarms) }));
    });
    return { peer, package: folder.name, megabytes: bytes / 1024 / 1024, seconds, untouched, found };
  });
}

function inCopy<T>(folder: InstalledPackage, work: (copy: string) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'factprobe-peers-'));
  try {
    cpSync(folder.path, copy, { recursive: true });
    return work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function plant(folder: InstalledPackage, copy: string, layer: Layer): readonly PlantedPlace[] {
  return [...new Set(layer.map(({ file }) => file))].flatMap((file) => {
    const own = layer.filter((one) => one.file === file);
    const made = planted(readFileSync(join(folder.path, file), 'utf8'), own);
    writeFileSync(join(copy, file), made.text);
    return made.places;
  });
}

function restore(folder: InstalledPackage, copy: string, layer: Layer): void {
  for (const file of new Set(layer.map((one) => one.file))) cpSync(join(folder.path, file), join(copy, file));
}

/** Alarms that the untouched package did not raise: more of the same words in a file count as new. */
function newAlarms(before: readonly Alarm[], after: readonly Alarm[]): readonly Alarm[] {
  const keyOf = ({ file, rule, text }: Alarm) => `${file}\0${rule}\0${text.replace(/\d+/g, '')}`;
  const known = new Map<string, number>();
  for (const alarm of before) known.set(keyOf(alarm), (known.get(keyOf(alarm)) ?? 0) + 1);
  return after.filter((alarm) => {
    const count = known.get(keyOf(alarm)) ?? 0;
    if (count > 0) known.set(keyOf(alarm), count - 1);
    return count === 0;
  });
}

/** Tools name the comment, the tag or the function: each new alarm is credited to the change that is nearest to it. */
function isNearest(place: PlantedPlace, all: readonly PlantedPlace[], alarms: readonly Alarm[]): boolean {
  const distance = ({ plant, first, last }: PlantedPlace, alarm: Alarm) =>
    plant.file !== alarm.file ? Number.POSITIVE_INFINITY : Math.max(first - alarm.line, alarm.line - last, 0);
  return alarms.some((alarm) => {
    const own = distance(place, alarm);
    return own <= 60 && all.every((other) => distance(other, alarm) >= own);
  });
}

function showUntouched(): void {
  console.log('Untouched packages: alarms about what a comment says (all alarms), and speed.\n');
  console.log(
    `${'package'.padEnd(12)}${'tool'.padEnd(22)}${'alarms'.padStart(16)}${'seconds'.padStart(10)}${'MB/s'.padStart(9)}`,
  );
  for (const { package: owner, peer, untouched, seconds, megabytes } of outcomes) {
    const truth = untouched.filter(({ isAboutTruth }) => isAboutTruth).length;
    const alarms = `${truth} (${untouched.length})`;
    const speed = (megabytes / seconds).toFixed(2);
    console.log(
      `${owner.padEnd(12)}${peer.name.padEnd(22)}${alarms.padStart(16)}${seconds.toFixed(1).padStart(10)}${speed.padStart(9)}`,
    );
  }
}

function showPlanted(): void {
  for (const language of ['ecmascript', 'python'] as const) {
    const tools = peers.filter((peer) => peer.language === language);
    const own = outcomes.filter(({ peer }) => peer.language === language);
    const all = own.flatMap(({ peer, found }) => found.map((one) => ({ ...one, peer })));
    if (all.length === 0) continue;
    const packages = [...new Set(own.map((one) => one.package))].join(', ');
    const kinds = [...new Set(all.map(({ place }) => place.plant.kind))].sort();
    console.log(
      `\nPlanted in ${packages}: found of false claims, and flagged of true ones (rewrites and traps).\n`,
    );
    console.log(`${'kind'.padEnd(16)}${tools.map(({ name }) => name.padStart(22)).join('')}`);
    for (const kind of kinds) {
      for (const isFalse of [true, false]) {
        const cells = tools.map((peer) => {
          const those = all.filter(
            (one) =>
              one.peer === peer &&
              one.place.plant.kind === kind &&
              (one.place.plant.sort === 'plant') === isFalse,
          );
          return those.length === 0
            ? ''
            : `${those.filter((one) => one.isFlagged).length} of ${those.length}`;
        });
        if (cells.some((cell) => cell !== '')) {
          const name = isFalse ? kind : '  true ones';
          console.log(`${name.padEnd(16)}${cells.map((cell) => cell.padStart(22)).join('')}`);
        }
      }
    }
  }
}
