import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Completion, sendError, startModelEndpoint, streamText } from '../support/model-endpoint.ts';

const cli = resolve('dist/cli.cjs');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factprobe-bench-'));
  await writeFile(join(folder, 'set.jsonl'), questionLines(24));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function questionLines(count: number): string {
  return Array.from({ length: count }, (_none, i) =>
    JSON.stringify({
      question: `What is word number ${i}?`,
      answer: `word${i}x`,
      domain: ['Programming Languages', 'Words'],
      programming_language: i % 2 === 0 ? 'python' : 'java',
      human_language: 'english',
    }),
  ).join('\n');
}

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(...options: readonly string[]): {
  readonly child: ChildProcess;
  readonly outcome: Promise<Outcome>;
} {
  const child = spawn(process.execPath, [cli, ...options], {
    cwd: folder,
    env: { ...process.env, FACTPROBE_LOCALE: 'en', FACTPROBE_BASE_URL: '', FACTPROBE_CACHE_DIR: folder },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (piece) => {
    stdout += piece;
  });
  child.stderr.on('data', (piece) => {
    stderr += piece;
  });
  return { child, outcome: once(child, 'close').then(([code]) => ({ code, stdout, stderr })) };
}

const run = (...options: readonly string[]) => start(...options).outcome;
const bench = (url: string, ...more: readonly string[]) => [
  'bench',
  '--questions',
  'set.jsonl',
  '--languages',
  'all',
  '--base-url',
  url,
  ...more,
];

/** Answers right where the number is even; the odd ones get another word. */
const half: Completion = (response, body) => {
  const messages = body.messages as readonly { readonly content: string }[];
  const number = Number(/number (\d+)/.exec(messages[0]?.content ?? '')?.[1] ?? Number.NaN);
  streamText(response, number % 2 === 0 ? `word${number}x` : 'banana');
};

describe('factprobe bench', () => {
  it('asks, grades and reports', async () => {
    await using endpoint = await startModelEndpoint({ completion: half });
    const { code, stdout, stderr } = await run(
      ...bench(endpoint.url, '--out', 'a.factrun', '--format', 'json'),
    );
    expect([code, stderr]).toEqual([0, 'The run is kept in a.factrun.\n']);
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({
      version: 1,
      complete: true,
      overall: { n: 24, correct: 12, incorrect: 12, failed: 0, accuracy: 0.5, f: 0.5 },
    });
    expect(summary.groups.programming_language.python).toMatchObject({ n: 12, correct: 12 });
    const report = await run('report', 'a.factrun');
    expect(report.stdout).toContain('| python | 12 | 100.0 % (75.8–100.0) |');
    expect(JSON.parse((await run('report', 'a.factrun', '--format', 'json')).stdout)).toEqual(summary);
  });

  it('asks our own questions where no file is named, on any machine', async () => {
    await using endpoint = await startModelEndpoint({
      completion: (response) => streamText(response, '不知道'),
    });
    const options = ['--languages', 'javascript', '--human-language', 'zh', '--base-url', endpoint.url];
    const { code, stdout } = await run('bench', ...options, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      set: { name: 'starter.factqa', rows: 80 },
      overall: { n: 5, not_attempted: 5 },
    });
    expect(code).toBe(0);
  });

  it('asks about the languages of the folder, and says which they are and what they can tell', async () => {
    await using endpoint = await startModelEndpoint({
      completion: (response) => streamText(response, "I don't know"),
    });
    await writeFile(join(folder, 'a.go'), 'x'.repeat(300));
    await writeFile(join(folder, 'b.ts'), 'x'.repeat(100));
    const options = ['--human-language', 'en', '--base-url', endpoint.url, '--format', 'json'];
    const { code, stdout, stderr } = await run('bench', ...options);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'Languages of the working directory: go 75 %, javascript 25 %.\n8 of 80 questions are asked, 8 different ones: a score of 50 % will have a 95 % interval from 22 to 78 %.\n',
    );
    expect(Object.keys(JSON.parse(stdout).groups.programming_language)).toEqual(['go', 'javascript']);
  });

  it('says which lines of a sheet it can not read', async () => {
    await using endpoint = await startModelEndpoint({ completion: half });
    const sheet = 'language: python\ndomain: x\n\nQ: What is word number 2?\nA: word2x\nchek: x => 1\n';
    await writeFile(join(folder, 'mine.factqa'), sheet);
    const { code, stderr } = await run(
      ...['bench', '--questions', 'mine.factqa', '--languages', 'all', '--base-url', endpoint.url],
    );
    expect(code).toBe(0);
    expect(stderr).toContain('Line 6 was left out. chek: is unknown; known are Q, A, check, source, id,');
  });

  it('ends with 1 below a score, and with 2 for wrong use', async () => {
    await using endpoint = await startModelEndpoint({ completion: half });
    const under = await run(
      ...bench(endpoint.url, '--limit', '4', '--seed', '1', '--fail-under', 'f=1', '--out', 'b.factrun'),
    );
    expect(under.code).toBe(1);
    for (const [options, sentence] of [
      [['--limit', '0'], '--limit takes a whole number of at least 1, not 0.'],
      [['--fail-under', '7'], '--fail-under takes f=x with x from 0 to 1, not 7.'],
      [
        ['--languages', 'cobol'],
        'No question of the set is in cobol; the set has java, python. Choose with --languages.',
      ],
      [['--model', 'other'], 'The server does not serve other; choose from tiny.'],
      [
        ['--out', 'b.factrun'],
        'b.factrun is there already; name another file with --out, or go on with it by --resume.',
      ],
      [
        ['--out', 'b.factrun', '--resume'],
        'b.factrun was set up in another way; use the same options again, or start a new run.',
      ],
    ] as const) {
      const { code, stdout, stderr } = await run(...bench(endpoint.url, ...options));
      expect([code, stdout, stderr]).toEqual([2, '', `factprobe: ${sentence}\n`]);
    }
    expect((await run('bench', '--questions', 'set.jsonl')).stderr).toContain('No model server is named');
  });

  it('ends with 2 where the server refuses, and keeps the file for another try', async () => {
    let isOpen = false;
    await using endpoint = await startModelEndpoint({
      completion: (response, body, request) =>
        isOpen || !JSON.stringify(body).includes('word number')
          ? half(response, body, request)
          : sendError(response, 401, 'Unauthorized'),
    });
    const refused = await run(...bench(endpoint.url, '--out', 'c.factrun'));
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('refuses the key (401); check it.');
    isOpen = true;
    expect((await run(...bench(endpoint.url, '--out', 'c.factrun', '--resume'))).code).toBe(0);
  });

  it('ends when its budget is spent, says so, and goes on with a new one', async () => {
    await using endpoint = await startModelEndpoint({ completion: half });
    const options = bench(endpoint.url, '--out', 'f.factrun', '--concurrency', '1', '--format', 'json');
    const first = await run(...options, '--max-requests', '10');
    expect([first.code, JSON.parse(first.stdout)]).toMatchObject([
      1,
      { complete: false, overall: { n: 10, failed: 14 }, failures: {} },
    ]);
    expect(first.stderr).toMatch(
      /^10 requests with \d+ tokens, those of 10 requests estimated\.\nThe requests of --max-requests are spent, and the run is not complete; go on with --resume f\.factrun and the same options, which counts them anew\.\n/,
    );
    const second = await run(...options, '--resume', '--max-tokens-total', '100');
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('The tokens of --max-tokens-total are spent');
    const { n } = JSON.parse(second.stdout).overall;
    expect(n).toBeGreaterThan(10);
    expect(n).toBeLessThan(24);
    const last = await run(...bench(endpoint.url, '--resume', 'f.factrun', '--max-requests', '100'));
    expect([last.code, last.stderr.split('\n')[0]]).toEqual([
      0,
      expect.stringContaining(`${24 - n} requests`),
    ]);
  });

  it('waits for a server that asks for it, within the time of a request', async () => {
    let refusals = 0;
    await using endpoint = await startModelEndpoint({
      completion: (response, body, request) => {
        const isFirst = JSON.stringify(body).includes('word number') && refusals++ < 1;
        if (!isFirst) return half(response, body, request);
        response.setHeader('retry-after', '90');
        sendError(response, 429, 'slow down');
      },
    });
    const options = bench(endpoint.url, '--limit', '3', '--out', 'g.factrun', '--timeout', '20');
    const { code, stdout } = await run(...options);
    expect([code, refusals]).toEqual([1, 3]);
    expect(stdout).toContain(
      '(answer: wait-too-long × 1)\nThe server asks to wait longer than one request may take; allow it more time,',
    );
    expect((await run(...options, '--resume')).code).toBe(0);
  });

  it('gives a reply that never begins up once, at the time limit, however often it may try', async () => {
    let asked = 0;
    await using endpoint = await startModelEndpoint({
      completion: (response, body, request) => {
        if (!JSON.stringify(body).includes('word number')) return half(response, body, request);
        asked++;
      },
    });
    const { code, stdout } = await run(
      ...bench(endpoint.url, '--limit', '1', '--timeout', '0.5', '--retries', '5'),
    );
    expect([code, asked]).toEqual([1, 1]);
    expect(stdout).toContain('(answer: timeout × 1)');
  });

  it('takes prose of a judge, and a judge that repeats the reply, for no grade', async () => {
    await using endpoint = await startModelEndpoint({
      completion: (response, body) => {
        const text = JSON.stringify(body.messages);
        if (!text.includes('word number')) return streamText(response, 'Hello.');
        if (!text.includes('perhaps')) return streamText(response, 'It is perhaps word9x, NOT ATTEMPTED');
        streamText(response, 'The Answer is B, not attempted would be wrong.');
      },
    });
    const { code, stdout } = await run(
      ...bench(endpoint.url, '--limit', '2', '--judge', 'tiny', '--retries', '1', '--format', 'json'),
    );
    expect([code, JSON.parse(stdout)]).toMatchObject([
      1,
      { overall: { n: 0, failed: 2 }, failures: { 'judge: no-grade': 2 } },
    ]);
  });

  it('gives no grade but “not attempted” to what holds no answer', async () => {
    const replies = ['', '<think>It is word number', '<think>word0x</think>'];
    let next = 0;
    await using endpoint = await startModelEndpoint({
      completion: (response, body) =>
        streamText(
          response,
          JSON.stringify(body.messages).includes('word number') ? (replies[next++] ?? '') : 'Hello.',
        ),
    });
    const { code, stdout } = await run(
      ...bench(endpoint.url, '--limit', '3', '--concurrency', '1', '--format', 'json'),
    );
    expect([code, JSON.parse(stdout).overall]).toMatchObject([0, { n: 3, not_attempted: 3, correct: 0 }]);
  });

  it('counts a question that stands twice once, and names the line that is none', async () => {
    await using endpoint = await startModelEndpoint({ completion: half });
    const [first = ''] = questionLines(1).split('\n');
    await writeFile(join(folder, 'set.jsonl'), `${first}\n${first}\n{"question": 7}\n${first}\n`);
    const { code, stdout, stderr } = await run(...bench(endpoint.url, '--format', 'json'));
    expect(code).toBe(0);
    expect(stderr).toContain('Line 3 was left out.');
    const { overall } = JSON.parse(stdout);
    expect(overall).toMatchObject({ n: 3, correct: 3 });
    // Three rows of one question tell as much as one: Wilson's interval for a single success.
    expect(overall.intervals.accuracy.low).toBeCloseTo(1 / (1 + 1.959964 ** 2), 3);
  });

  it('goes on behind a line that was cut, and names a broken one', async () => {
    await using endpoint = await startModelEndpoint({ completion: half });
    const options = bench(endpoint.url, '--out', 'h.factrun', '--format', 'json');
    await run(...options);
    const file = join(folder, 'h.factrun');
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const kept = lines.slice(0, -6);
    await writeFile(file, `${kept.join('\n')}\n${lines.at(-6)?.slice(0, 20)}`);
    const { code, stdout } = await run(...options, '--resume');
    expect([code, JSON.parse(stdout).overall]).toMatchObject([0, { n: 24, failed: 0 }]);
    await writeFile(file, `${lines[0]}\n{"type":\n${lines[1]}\n`);
    const broken = await run(...options, '--resume');
    expect([broken.code, broken.stderr]).toEqual([
      2,
      'factprobe: Line 2 of the run file is broken; restore the file, or start a new run.\n',
    ]);
    const isLocked = await readFile(`${file}.lock`).then(
      () => true,
      () => false,
    );
    expect(isLocked).toBe(false);
  });

  it('lets one process write a run file at a time', async () => {
    let release: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve_) => {
      release = resolve_;
    });
    await using endpoint = await startModelEndpoint({
      completion: async (response, body, request) => {
        if (!JSON.stringify(body).includes('word number')) return half(response, body, request);
        release();
      },
    });
    const first = start(...bench(endpoint.url, '--out', 'e.factrun'));
    await isAsked;
    const second = await run(...bench(endpoint.url, '--out', 'e.factrun', '--resume'));
    expect(second.code).toBe(2);
    expect(second.stderr).toBe(
      `factprobe: Process ${first.child.pid} writes e.factrun; wait for it, or delete e.factrun.lock if it is gone.\n`,
    );
    first.child.kill('SIGINT');
    expect((await first.outcome).code).toBe(130);
  });
});
