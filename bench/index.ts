// How fast the index of installed packages is: a node_modules of more than 500 packages and a scientific Python install, beside
// another process that finds the same files and reads each as text in one thread; then what queries take with a million
// facts. Both are measured with the files in the system's page cache, and with none of them there; beside them, what the
// bytes alone take in a process that runs already. Prints what falls short of the aims. What else the machine does at the
// time changes every number; the processor's time changes least.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Archives,
  indexSources,
  installedSources,
  readContent,
  stampedFiles,
} from '../src/core/evidence/index.ts';
import { createMemoryCacheStore, neverCancelled } from '../src/core/platform/index.ts';
import { createSyntaxParser } from '../src/core/source/index.ts';
import { blockingFileSystem, decodeUtf8 } from '../src/node/file-system.ts';
import { sha256 } from '../src/node/hash.ts';
import { machineFolders } from '../src/node/machine-folders.ts';
import { findPythonFolders } from '../src/node/python-folders.ts';
import { createSqliteEvidenceIndex } from '../src/node/sqlite-evidence-index.ts';
import { nodeTreeReader } from '../src/node/tree-reader.ts';
import { wasmFolder } from '../src/node/wasm-source.ts';
import { type IndexWorkspace, indexWorkspaces } from './indexing/index-workspaces.ts';
import { measuredCommand } from './indexing/measured-command.ts';
import { fillUp, queryTimes } from './indexing/million-facts.ts';
import { readingProcess } from './indexing/reading-process.ts';

const runs = 3;
const shortfalls: string[] = [];
const content = { tree: nodeTreeReader, decode: decodeUtf8, sha256 };
const archives = new Archives(blockingFileSystem, decodeUtf8);
const tools = {
  files: archives.files,
  archives,
  decode: decodeUtf8,
  sha256,
  engine: 'bench',
  cache: createMemoryCacheStore(),
  parser: await createSyntaxParser(wasmFolder('dist')),
  pythons: findPythonFolders(process.env),
  machine: machineFolders(process.env),
};

const workspaces = indexWorkspaces();
for (const workspace of workspaces) await measureWorkspace(workspace);
await measureQueries(workspaces);
console.log(
  shortfalls.length === 0 ? '\nEvery aim is met.' : `\nShort of its aim:\n${shortfalls.join('\n')}`,
);

async function measureWorkspace({ title, folder, changed }: IndexWorkspace): Promise<void> {
  const sources = await installedSources(tools, [folder]);
  const read = readAll(sources);
  console.log(
    `\n${title}: ${sources.length} packages, ${read.files} files, ${megabytes(read.bytes)} MB of them read`,
  );
  const { writing, listing } = await breakDown(sources);
  const temporary = mkdtempSync(join(tmpdir(), 'factprobe-bench-'));
  const files = sources.map((source) => ({ source, files: stampedFiles(content, source).files }));
  const reading = await readingProcess(temporary, files);
  const warm: Pair = { read: [], full: [] };
  const cold: Pair = { read: [], full: [] };
  const columns = { within: [] as number[], second: [] as number[], one: [] as number[] };
  const peaks: number[] = [];
  const processor: number[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      const cache = join(temporary, `cache-${run}`);
      columns.within.push(readAll(sources).milliseconds);
      warm.read.push(reading.milliseconds());
      const full = await measuredCommand(['index'], { cwd: folder, cache });
      if (run === 0)
        console.log(
          `  ${full.output
            .trim()
            .split('\n')[1]
            ?.replace(/ in \/.*/, '')}`,
        );
      warm.full.push(full.milliseconds);
      peaks.push(full.peak);
      processor.push(full.processor);
      columns.second.push((await measuredCommand(['index'], { cwd: folder, cache })).milliseconds);
      columns.one.push(await changedOne(changed, { cwd: folder, cache }));
      if (reading.forget()) cold.read.push(reading.milliseconds());
      if (reading.forget()) {
        const first = await measuredCommand(['index'], { cwd: folder, cache: `${cache}-cold` });
        cold.full.push(first.milliseconds);
      }
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  row('reading, page cache warm', warm.read);
  row('full index', warm.full, `${timesOf(warm)} × reading; processor ${middle(processor).toFixed(0)} ms`);
  if (cold.full.length > 0) {
    row('reading, cache cold', cold.read);
    row('full index', cold.full, `${timesOf(cold)} × reading`);
  } else console.log('  the page cache of this system is not to be emptied by a program: cold not measured');
  const within = middle(columns.within);
  row('bytes alone, no start', columns.within, `full index ${(middle(warm.full) / within).toFixed(1)} ×`);
  row('second start', columns.second);
  row('one changed package', columns.one);
  console.log(`  ${'peak memory'.padEnd(24)} ${megabytes(Math.max(...peaks)).padStart(7)} MB`);
  const parts = middle(warm.read);
  const why = `of it, writing takes ${(writing / parts).toFixed(1)} × with one writer at a time, listing ${(listing / parts).toFixed(1)} × shared by the threads`;
  aim(
    `${title}: a full index takes ${timesOf(warm)} × the time of reading (aim: 4); ${why}`,
    ratio(warm) <= 4,
  );
  aim(
    `${title}: peak memory ${megabytes(Math.max(...peaks))} MB (aim: 500)`,
    Math.max(...peaks) < 500 * 2 ** 20,
  );
  aim(
    `${title}: the second start takes ${middle(columns.second).toFixed(0)} ms (aim: 1000)`,
    middle(columns.second) < 1000,
  );
  aim(
    `${title}: one changed package takes ${middle(columns.one).toFixed(0)} ms (aim: 1000)`,
    middle(columns.one) < 1000,
  );
}

/** Milliseconds of reading and of a full index, the page cache in the same state. */
interface Pair {
  readonly read: number[];
  readonly full: number[];
}

function ratio({ read, full }: Pair): number {
  return middle(full) / middle(read);
}

function timesOf(pair: Pair): string {
  return ratio(pair).toFixed(1);
}

/** What the index does, by the processor's time in one thread: it is the same whatever else the machine does. */
async function breakDown(
  sources: Awaited<ReturnType<typeof installedSources>>,
): Promise<{ readonly listing: number; readonly writing: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'factprobe-bench-'));
  const index = createSqliteEvidenceIndex({ folder, reader: 'bench', onNotice: ({ id }) => console.log(id) });
  try {
    const reading = processorOf(() => readAll(sources));
    const listing = processorOf(() => {
      for (const source of sources) {
        const { files } = stampedFiles(content, source);
        const request = { root: source.root, files, cancellation: neverCancelled };
        for (const _ of readContent(content, request));
      }
    });
    const whole = processorOf(() => indexSources({ ...content, index }, sources, neverCancelled));
    const parts = { listing: Math.max(0, listing - reading), writing: Math.max(0, whole - listing) };
    console.log(
      `  processor, one thread: ${reading.toFixed(0)} ms to find and read, ${parts.listing.toFixed(0)} ms to hash, decode and list, ${parts.writing.toFixed(0)} ms to write names and words`,
    );
    return parts;
  } finally {
    index.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function processorOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Finds and reads the files that the index reads, in one thread, and nothing else. */
function readAll(sources: Awaited<ReturnType<typeof installedSources>>) {
  const began = performance.now();
  let bytes = 0;
  let files = 0;
  for (const source of sources) {
    for (const { path } of stampedFiles(content, source).files) {
      bytes += nodeTreeReader.read(`${source.root}/${path}`)?.length ?? 0;
      files++;
    }
  }
  return { milliseconds: performance.now() - began, bytes, files };
}

async function changedOne(path: string, options: Parameters<typeof measuredCommand>[1]): Promise<number> {
  const before = readFileSync(path);
  try {
    writeFileSync(path, Buffer.concat([before, Buffer.from('\n')]));
    const { milliseconds, output } = await measuredCommand(['index'], options);
    if (!output.startsWith('1 package was read')) throw new Error(output);
    return milliseconds;
  } finally {
    writeFileSync(path, before);
  }
}

async function measureQueries(all: readonly IndexWorkspace[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'factprobe-bench-'));
  const index = createSqliteEvidenceIndex({ folder, reader: 'bench', onNotice: ({ id }) => console.log(id) });
  try {
    const real = new Set<number>();
    for (const workspace of all) {
      const sources = await installedSources(tools, [workspace.folder]);
      indexSources({ ...content, index }, sources, neverCancelled);
      for (const source of sources) {
        const known = index.installed(source);
        if (known !== undefined) real.add(known.content);
      }
    }
    const own = index.status().facts;
    const scope = fillUp(index, real);
    const { facts, passages, bytes } = index.status();
    console.log(
      `\nQueries: ${facts} facts, ${own} of them real, ${passages} passages, ${megabytes(bytes)} MB`,
    );
    for (const [kind, times] of queryTimes(index, scope)) {
      const [half, most, all] = [50, 95, 100].map((percent) => percentile(times, percent));
      const numbers = [half, most, all].map((one) => (one ?? Number.NaN).toFixed(2).padStart(8)).join(' ');
      console.log(`  ${kind.padEnd(24)} p50, p95, most: ${numbers} ms   (${times.length} queries)`);
      aim(`${kind}: p95 ${(most ?? Number.NaN).toFixed(1)} ms (aim: 5)`, (most ?? Number.NaN) < 5);
    }
  } finally {
    index.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(label: string, times: readonly number[], more = ''): void {
  const each = times.map((time) => time.toFixed(0)).join('  ');
  console.log(`  ${label.padEnd(24)} ${middle(times).toFixed(0).padStart(7)} ms   (${each}) ${more}`);
}

function aim(sentence: string, isMet: boolean): void {
  if (!isMet) shortfalls.push(`  ${sentence}`);
}

function middle(times: readonly number[]): number {
  return percentile(times, 50);
}

/** The nearest-rank percentile. */
function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
