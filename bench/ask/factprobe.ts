import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Asked } from './asked.ts';
import { type Reply, replySchema } from './grade.ts';

/** Asks all questions in one process of the built command, with nothing indexed before; replies by id. */
export async function askedInOneProcess(
  folder: string,
  questions: readonly Asked[],
): Promise<ReadonlyMap<string, Reply>> {
  const cache = mkdtempSync(join(tmpdir(), 'factprobe-ask-cache-'));
  try {
    const lines = questions.map(({ id, question }) => `${JSON.stringify({ id, question })}\n`).join('');
    const output = await outputOf(folder, cache, lines);
    const replies = output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => replySchema.parse(JSON.parse(line)));
    return new Map(replies.map((reply) => [reply.id, reply]));
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

async function outputOf(folder: string, cache: string, input: string): Promise<string> {
  const child = spawn(process.execPath, [resolve('dist/cli.cjs'), 'ask', '-', '--model', 'none'], {
    cwd: folder,
    env: { ...process.env, FACTPROBE_CACHE_DIR: cache, FACTPROBE_LOCALE: 'en' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  if (code !== 0) throw new Error(`factprobe ask ended with ${code}`);
  return output;
}
