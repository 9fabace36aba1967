import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { createSyntaxParser } from '../../src/core/source/index.ts';
import { wasmFolder } from '../../src/node/wasm-source.ts';
import { output, type Peer } from './peer.ts';

const filesSchema = z.object({ files: z.array(z.string()), grammar: z.enum(['javascript', 'python']) });

/** Parsing alone on all cores: what no checker that reads trees can be faster than. It tells nothing. */
export function parsing(language: Peer['language']): Peer {
  return {
    name: 'parsing alone',
    language,
    alarms({ folder }) {
      output(process.execPath, [fileURLToPath(import.meta.url), language], { folder, codes: [0] });
      return [];
    },
  };
}

async function parseAll({ files, grammar }: z.infer<typeof filesSchema>): Promise<void> {
  const parser = await createSyntaxParser(wasmFolder(resolve(import.meta.dirname, '../../dist')));
  for (const file of files) {
    const tree = await parser.parse(grammar, readFileSync(file, 'utf8'), { aborted: false });
    tree?.delete();
  }
}

async function start(language: string): Promise<void> {
  const { readdirSync } = await import('node:fs');
  const grammar = language === 'python' ? 'python' : 'javascript';
  const isSource = grammar === 'python' ? /\.py$/ : /\.[cm]?jsx?$/;
  const all = readdirSync('.', { recursive: true, encoding: 'utf8' }).filter((file) => isSource.test(file));
  const threads = availableParallelism();
  for (let thread = 0; thread < threads; thread++) {
    const files = all.filter((_, i) => i % threads === thread).map((file) => join(process.cwd(), file));
    new Worker(fileURLToPath(import.meta.url), { workerData: { files, grammar } });
  }
}

if (!isMainThread) await parseAll(filesSchema.parse(workerData));
else if (process.argv[1] === fileURLToPath(import.meta.url)) await start(process.argv[2] ?? '');
