// How long an editor waits for verdicts: a file of 2,000 lines, one key typed, from the end of the delay to the
// diagnostics, and a hover on a claim of a checked text. Prints the 95th percentile of each run, their median, and how long
// the same machine takes for a fixed piece of work at the same time. Run it on a machine that does nothing else.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type TestServer } from '../test/support/language-server.ts';
import { longPython, longTypescript, type TypedFile } from './latency/typed-file.ts';

const runs = 5;
const keys = 60;
const hovers = 60;

interface Measured {
  readonly diagnostics: number;
  /** Of one key, in all threads of the server; not a number where the machine doesn't tell. */
  readonly processor: number;
  readonly hover: number;
  readonly yardstick: number;
}

for (const file of [longTypescript(), longPython()]) {
  const measured: Measured[] = [];
  for (let run = 0; run < runs; run++) measured.push(await measure(file));
  print(file, measured);
}

async function measure(file: TypedFile): Promise<Measured> {
  const cache = mkdtempSync(join(tmpdir(), 'factprobe-latency-'));
  const settings = { check: { delay: 0 } };
  const server = await startServer({
    initializationOptions: { settings },
    environment: { FACTPROBE_CACHE_DIR: cache },
  });
  try {
    await server.open(file.uri, file.languageId, file.text);
    await server.diagnosed(file.uri);
    // What runs for the first time is slow, and an editor has been open for a while.
    await typeKeys(server, file, { first: 2, count: 20 });
    const before = processorTime(server);
    const typed = await typeKeys(server, file, { first: 22, count: keys });
    const processor = (processorTime(server) - before) / keys;
    const hovered = await hoverOften(server, file);
    return {
      diagnostics: percentile(typed, 95),
      processor,
      hover: percentile(hovered, 95),
      yardstick: yardstick(),
    };
  } finally {
    await server.end();
    rmSync(cache, { recursive: true, force: true });
  }
}

/** Milliseconds from each key to its diagnostics; no text comes twice, so that no verdict is there already. */
async function typeKeys(
  server: TestServer,
  file: TypedFile,
  { first, count }: { readonly first: number; readonly count: number },
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let version = first; version < first + count; version++) {
    const began = performance.now();
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: file.uri, version },
      contentChanges: [{ range: { start: file.place, end: file.place }, text: 'x' }],
    });
    await server.diagnosed(file.uri, (one) => one.version === version);
    times.push(performance.now() - began);
  }
  return times;
}

/** Milliseconds that the server's process has computed so far, where /proc tells: it counts in hundredths of a second. */
function processorTime(server: TestServer): number {
  try {
    const fields = readFileSync(`/proc/${server.process.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    // Another system.
    return Number.NaN;
  }
}

async function hoverOften(server: TestServer, file: TypedFile): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < hovers; i++) {
    const began = performance.now();
    const position = file.claim;
    const answer = await server.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: file.uri },
      position,
    });
    times.push(performance.now() - began);
    if (answer === null) throw new Error('nothing was said of the claim');
  }
  return times;
}

/** Milliseconds for hashing 32 MB, which any machine does on one core. */
function yardstick(): number {
  const bytes = new Uint8Array(32 * 1024 * 1024);
  const began = performance.now();
  createHash('sha256').update(bytes).digest();
  return performance.now() - began;
}

function print(file: TypedFile, measured: readonly Measured[]): void {
  const column = (of: (one: Measured) => number) => {
    const values = measured.map(of);
    const each = values.map((value) => value.toFixed(1)).join('  ');
    return `${percentile(values, 50).toFixed(1).padStart(7)} ms   (${each})`;
  };
  const lines = file.text.split('\n').length;
  console.log(`${file.languageId}, ${lines} lines, ${keys} keys, median of ${runs} runs:`);
  console.log(`  diagnostics, p95 ${column((one) => one.diagnostics)}`);
  console.log(`  processor a key  ${column((one) => one.processor)}`);
  console.log(`  hover, p95       ${column((one) => one.hover)}`);
  console.log(`  yardstick        ${column((one) => one.yardstick)}`);
}

/** The nearest-rank percentile. */
function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
