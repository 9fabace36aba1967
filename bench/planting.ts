import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { installedPackages, packagesFolder } from './installed-packages.ts';
import { apart, type Plant, type PlantedPlace, planted } from './planting/plant.ts';
import { plantsOf } from './planting/plants-of.ts';
import { drawn } from './planting/sample.ts';

// How much `factprobe check` finds of what is certainly false, and how often it takes what is true for false: claims
// are changed in copies of untouched packages, one in each function at most, and every copy is checked.
// npm run bench:planting -- [--packages lodash,ramda,…] [--kinds default,…] [--each N] [--seed N] [--misses FILE]

const developmentPackages = ['lodash', 'ramda', 'async', 'networkx', 'requests', 'python'];

interface Scored {
  readonly place: PlantedPlace;
  readonly package: string;
  readonly isFlagged: boolean;
}

const reportSchema = z.object({
  documented: z.number(),
  findings: z.array(
    z.object({
      file: z.string(),
      range: z.object({ start: z.object({ line: z.number() }), end: z.object({ line: z.number() }) }),
      kind: z.string(),
      message: z.string(),
    }),
  ),
});
type Finding = z.infer<typeof reportSchema>['findings'][number];

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: developmentPackages.join(',') },
    kinds: { type: 'string' },
    each: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    misses: { type: 'string' },
  },
});
const wanted = values.packages.split(',');
const kinds = values.kinds?.split(',');
const scored: Scored[] = [];
const folders = installedPackages(packagesFolder()).filter(({ name }) => wanted.includes(name));
for (const folder of folders) {
  const all = plantsOf(folder.path).filter(({ kind }) => kinds?.includes(kind) ?? true);
  const plants = drawn(all, { each: Number(values.each), seed: Number(values.seed) });
  const cache = mkdtempSync(join(tmpdir(), 'factprobe-planting-cache-'));
  const began = performance.now();
  const before = checked(folder.path, cache);
  let left = plants.filter((plant) => !isFlagged(before, plant.file, plant.from, plant.to - 1));
  const loud = plants.length - left.length;
  let copies = 0;
  for (let layer = apart(left); layer.length > 0; layer = apart(left)) {
    const taken = new Set(layer);
    left = left.filter((plant) => !taken.has(plant));
    scored.push(...scoredCopy(folder, layer, cache));
    copies++;
  }
  rmSync(cache, { recursive: true, force: true });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const told = `${plants.length} of ${all.length} claims planted in ${copies} copies, ${loud} left out (flagged before)`;
  console.log(`${folder.name} ${folder.version}: ${told}, ${seconds} s`);
}
showTable(scored);
if (values.misses !== undefined) writeFileSync(values.misses, misses(scored));

function scoredCopy(
  folder: { readonly name: string; readonly path: string },
  layer: readonly Plant[],
  cache: string,
): readonly Scored[] {
  const copy = mkdtempSync(join(tmpdir(), 'factprobe-planting-'));
  try {
    cpSync(folder.path, copy, { recursive: true });
    const places: PlantedPlace[] = [];
    for (const file of new Set(layer.map((plant) => plant.file))) {
      const own = layer.filter((plant) => plant.file === file);
      const made = planted(readFileSync(join(folder.path, file), 'utf8'), own);
      writeFileSync(join(copy, file), made.text);
      places.push(...made.places);
    }
    const findings = checked(copy, cache);
    return places.map((place) => ({
      place,
      package: folder.name,
      isFlagged: isFlagged(findings, place.plant.file, place.first, place.last),
    }));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The contradicted claims of a folder. */
function checked(path: string, cache: string): readonly Finding[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('dist/cli.cjs'), 'check', '.', '--format', 'json'],
    {
      cwd: path,
      env: { ...process.env, FACTPROBE_CACHE_DIR: cache, FACTPROBE_LOCALE: 'en' },
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  if (status !== 0 && status !== 1) throw new Error(`factprobe check failed on ${path}: ${stderr}`);
  return reportSchema.parse(JSON.parse(stdout)).findings;
}

function isFlagged(findings: readonly Finding[], file: string, first: number, last: number): boolean {
  return findings.some(
    ({ file: other, range }) => other === file && range.start.line <= last && range.end.line >= first,
  );
}

function showTable(all: readonly Scored[]): void {
  const kinds = [...new Set(all.map(({ place }) => place.plant.kind))].sort();
  console.log('');
  console.log(
    `${'kind'.padEnd(16)}${'planted'.padStart(9)}${'found'.padStart(8)}${'recall'.padStart(9)}   flagged`,
  );
  for (const kind of [...kinds, 'all']) {
    const own = all.filter(({ place }) => kind === 'all' || place.plant.kind === kind);
    const of = (sort: Plant['sort']) => own.filter(({ place }) => place.plant.sort === sort);
    const plants = of('plant');
    const found = plants.filter((one) => one.isFlagged).length;
    const recall = plants.length === 0 ? '–' : (found / plants.length).toFixed(3);
    const flagged = (['rewrite', 'trap'] as const)
      .filter((sort) => of(sort).length > 0)
      .map((sort) => `${of(sort).filter((one) => one.isFlagged).length} of ${of(sort).length} ${sort}s`);
    const row = [
      kind.padEnd(16),
      String(plants.length).padStart(9),
      String(found).padStart(8),
      recall.padStart(9),
    ];
    console.log(`${row.join('')}   ${flagged.join(', ')}`);
  }
}

/** What was missed and what was flagged wrongly, as text for a reader. */
function misses(all: readonly Scored[]): string {
  const wrong = all.filter(({ place, isFlagged }) => isFlagged !== (place.plant.sort === 'plant'));
  return wrong
    .map(({ package: owner, place: { plant } }) => {
      const { kind, sort, way, how, file, from, lines, claim, proof } = plant;
      const said = lines.slice(claim[0], claim[1] + 1).join('\n');
      return `${sort === 'plant' ? 'missed' : 'flagged'} ${sort} ${kind} (${how}, ${way}) ${owner} ${file}:${from + 1}\n${said}\n  ${proof}\n`;
    })
    .join('\n');
}
