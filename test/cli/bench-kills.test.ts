import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Completion, startModelEndpoint, streamText } from '../support/model-endpoint.ts';

const cli = resolve('dist/cli.cjs');
const questions = 400;
const concurrency = 4;
const kills = 20;

/** Numbers in [0, 1) that a seed decides (a linear congruential generator, modulus 2^32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function questionLines(): string {
  return Array.from({ length: questions }, (_none, i) =>
    JSON.stringify({
      question: `What is word number ${i}?`,
      answer: `word${i}x`,
      domain: ['Programming Languages', 'Words'],
      programming_language: 'python',
      human_language: 'english',
    }),
  ).join('\n');
}

interface Asked {
  /** By question or judged reply: how often it was asked. */
  readonly counts: Map<string, number>;
  readonly completion: Completion;
}

/** Answers some questions so that rules decide, others so that a judge must. Each takes a moment. */
function slowModel(random: () => number): Asked {
  const counts = new Map<string, number>();
  return {
    counts,
    async completion(response, body) {
      const text = JSON.stringify(body.messages);
      const number = /number (\d+)/.exec(text)?.[1];
      if (number === undefined) return streamText(response, 'Hello.');
      const isJudge = text.includes('perhaps');
      const key = `${isJudge ? 'judge' : 'answer'} ${number}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      await wait(20 + random() * 40);
      if (isJudge) return streamText(response, 'correct');
      streamText(response, Number(number) % 3 === 0 ? `It is perhaps word${number}x` : `word${number}x`);
    },
  };
}

it('loses, repeats and grades nothing twice in twenty kills at random moments', {
  timeout: 300_000,
}, async () => {
  const seed = Number(process.env.FACTPROBE_TEST_SEED ?? Date.now() % 1_000_000);
  console.log(`FACTPROBE_TEST_SEED=${seed}`);
  const random = randomOf(seed);
  const folder = await mkdtemp(join(tmpdir(), 'factprobe-kills-'));
  const file = join(folder, 'run.factrun');
  const model = slowModel(random);
  await using endpoint = await startModelEndpoint(model);
  await writeFile(join(folder, 'set.jsonl'), questionLines());
  const options = ['bench', '--questions', 'set.jsonl', '--languages', 'all', '--base-url', endpoint.url];
  const start = async () => {
    const size = (await stat(file).catch(() => undefined))?.size ?? 0;
    const more = ['--out', file, '--judge', 'tiny', '--concurrency', String(concurrency)];
    const child = spawn(process.execPath, [cli, ...options, ...more, ...(size === 0 ? [] : ['--resume'])], {
      cwd: folder,
      env: { ...process.env, FACTPROBE_LOCALE: 'en', FACTPROBE_BASE_URL: '' },
      stdio: 'ignore',
    });
    const ended = once(child, 'close');
    return { child, ended, size };
  };
  const lines = async () => (await readFile(file, 'utf8')).split('\n').length;

  for (let kill = 0; kill < kills; kill++) {
    const { child, ended, size } = await start();
    // A moment after it wrote, or while it starts.
    const grown = random() < 0.8;
    while (
      grown &&
      child.exitCode === null &&
      ((await stat(file).catch(() => undefined))?.size ?? 0) <= size
    ) {
      await wait(5);
    }
    await wait(random() * (grown ? 300 : 600));
    child.kill('SIGKILL');
    await ended;
  }
  const before = await lines();
  const { child, ended } = await start();
  await ended;
  expect(child.exitCode).toBe(0);
  expect(await lines()).toBeGreaterThan(before);

  const events = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const type of ['question', 'answer', 'grade']) {
    const ids = events.filter((event) => event.type === type).map((event) => event.questionId ?? event.id);
    expect([type, ids.length, new Set(ids).size]).toEqual([type, questions, questions]);
  }
  expect(events.filter(({ type }) => type === 'failure')).toEqual([]);
  expect(events.at(-1)).toMatchObject({ type: 'end', complete: true, graded: questions, failed: 0 });
  const judged = Math.ceil(questions / 3);
  expect(model.counts.size).toBe(questions + judged);
  // Only what was in flight at a kill is asked again.
  const repeats = [...model.counts.values()].reduce((sum, count) => sum + count - 1, 0);
  expect(repeats).toBeLessThanOrEqual(concurrency * kills);
  await rm(folder, { recursive: true, force: true });
});
