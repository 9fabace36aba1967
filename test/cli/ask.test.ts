import { once } from 'node:events';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { runCommand, startCommand } from '../support/command-line.ts';

const cwd = resolve('sample');
const ask = (...args: readonly string[]) => runCommand(['ask', ...args], { cwd });
const ofLine = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string().nullable(),
  answer: z.string().nullable(),
  attempted: z.boolean(),
  error: z.string().optional(),
});

async function askLines(lines: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const result = await runCommand(['ask', '-'], { cwd, input: lines.join('\n'), environment });
  const answers = result.output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ofLine.parse(JSON.parse(line)));
  return { ...result, answers };
}

describe('factprobe ask', () => {
  it('answers with the quoted place', async () => {
    expect(await ask('What is the default of limit in Client.levels?')).toEqual({
      code: 0,
      errors: '',
      output: [
        'The default of limit in tidewater.Client.levels is 48 (tidewater 1.4.2).',
        '',
        '  .venv/lib/python3.12/site-packages/tidewater/client.py:30 (tidewater 1.4.2)',
        '  30 |     def levels(self, day: datetime.date, limit: int = 48) -> list[Level]:',
        '     |                                          ^^^^^^^^^^^^^^^',
        '',
      ].join('\n'),
    });
  });

  it('finds a name with its package from a file of another language', async () => {
    const question = 'What is the default of limit in tidewater.Client.levels?';
    const { output } = await ask(question, '--at', 'src/upload.ts:1:10');
    expect(output).toContain('The default of limit in tidewater.Client.levels is 48 (tidewater 1.4.2).');
    const bare = await ask('default of attempts in retry', '--at', 'tools/tides.py:3');
    expect(bare.output).toContain('Nothing that is installed here answers to retry.');
  });

  it('says why it declines, with exit code 0', async () => {
    expect(await ask('since when is retry deprecated')).toEqual({
      code: 0,
      errors: '',
      output:
        'No answer. retry is not deprecated as far as its declaration tells, so the question has no answer (steady-retry 2.3.1).\n',
    });
  });

  it('answers in the language of the environment', async () => {
    const environment = { FACTPROBE_LOCALE: '', LANG: 'zh_CN.UTF-8', LC_ALL: '' };
    const { output } = await runCommand(['ask', 'retryForever 已弃用吗？'], { cwd, environment });
    expect(output).toMatch(/^是的，retryForever 已弃用（steady-retry 2\.3\.1）。/);
  });

  it('writes JSON', async () => {
    const { output } = await ask('what does retry return', '--format', 'json');
    expect(JSON.parse(output)).toEqual({
      version: 1,
      question: 'what does retry return',
      answer: 'retry returns Promise<T> (steady-retry 2.3.1).',
      attempted: true,
      confidence: 0.97,
      reason: null,
      decidedBy: 'ask.returns.declared',
      evidence: [
        {
          file: 'node_modules/steady-retry/index.d.ts',
          range: { start: { line: 24, character: 97 }, end: { line: 24, character: 107 } },
          quote: 'Promise<T>',
          package: 'steady-retry',
          version: '2.3.1',
        },
      ],
      basis: 'evidence',
      milliseconds: expect.any(Number),
    });
  });

  it('means the symbol at a place, one-based, when the question names none', async () => {
    for (const place of ['src/upload.ts:24', 'src/upload.ts:24:13']) {
      const { output } = await ask('what does it return', '--at', place);
      expect(output).toMatch(/^retry returns Promise<T> \(steady-retry 2\.3\.1\)\./);
    }
  });

  it.each([
    [[], 'There is no question; write one behind ask, or - to read them from standard input.'],
    [['  '], 'There is no question; write one behind ask, or - to read them from standard input.'],
    [
      ['is x deprecated', '--at', 'src/upload.ts'],
      'src/upload.ts names no place; write FILE:LINE or FILE:LINE:COLUMN, counted from 1.',
    ],
    [
      ['is x deprecated', '--at', 'src/upload.ts:0'],
      'src/upload.ts:0 names no place; write FILE:LINE or FILE:LINE:COLUMN, counted from 1.',
    ],
    [
      ['is x deprecated', '--at', 'src/absent.ts:1'],
      'There is no file or folder src/absent.ts; check the spelling.',
    ],
    [
      ['is x deprecated', '--at', 'README.md:1'],
      "Symbols of README.md can't be asked about; name a file in one of these: JavaScript, TypeScript, Python, Java, C#, PHP, Go, Rust, C, C++, Kotlin, Ruby.",
    ],
    [
      ['is x deprecated', '--model', 'some'],
      'No model server is named; give --base-url, or set FACTPROBE_BASE_URL.',
    ],
  ])('refuses wrong usage with one sentence: %j', async (args, sentence) => {
    expect(await ask(...args)).toEqual({ code: 2, output: '', errors: `factprobe: ${sentence}\n` });
  });

  it.each([[['a', 'b']], [['a', '--format', 'sarif']], [['a', '--what']]])(
    'refuses what it doesn’t know: %j',
    async (args) => {
      const { code, output, errors } = await ask(...args);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(errors).toMatch(/^error: .*\n$/);
    },
  );

  it('ends with 130 when it is interrupted', async () => {
    const { child, ended, heard } = startCommand(['ask', '-'], { cwd });
    child.stdin.write('what does retry return\n');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    await ended;
    expect({ code: child.exitCode, errors: heard.errors }).toEqual({ code: 130, errors: '' });
  });

  it('answers all the same where the cache can’t be kept, and says so once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'factprobe-'));
    await writeFile(join(folder, 'file'), '');
    const environment = { FACTPROBE_CACHE_DIR: join(folder, 'file', 'cache') };
    const { code, errors, answers } = await askLines(
      Array.from({ length: 8 }, () => 'what does retry return'),
      environment,
    );
    expect(code).toBe(0);
    expect(answers.filter(({ attempted }) => attempted)).toHaveLength(8);
    expect(errors).toMatch(/^The cache folder .* cannot be used .*\n$/);
  });

  it('answers in a Node without SQLite', async () => {
    const flags = ['--no-experimental-sqlite'];
    const { code, output, errors } = await runCommand(['ask', 'what does retry return'], { cwd, flags });
    expect(code).toBe(0);
    expect(output).toMatch(/^retry returns/);
    expect(errors).toMatch(/^This Node has no SQLite, .*\n$/);
  });

  it('heals a damaged cache, says so once, and is quiet the next time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'factprobe-'));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'cache-1.sqlite'), 'no database at all\n'.repeat(1000));
    const environment = { FACTPROBE_CACHE_DIR: folder };
    const first = await runCommand(['ask', 'what does retry return'], { cwd, environment });
    expect(first).toMatchObject({ code: 0, output: expect.stringMatching(/^retry returns/) });
    expect(first.errors).toMatch(/^The cache was damaged: .*\n$/);
    const second = await runCommand(['ask', 'what does retry return'], { cwd, environment });
    expect(second).toEqual({ ...first, errors: '' });
  });
});

describe('factprobe ask -', () => {
  it('answers each line with one line of JSON, with its id when given', async () => {
    const { code, errors, answers } = await askLines([
      'what does retry return',
      '',
      '{"id": "one", "question": "is retryForever deprecated"}',
      '{"id": 2, "question": "what does it return", "at": "src/upload.ts:24"}\r',
      'how do I install it?',
    ]);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(answers).toHaveLength(4);
    const answerOf = (wanted: string | number) => answers.find(({ id }) => id === wanted)?.answer;
    expect(answerOf('one')).toMatch(/^Yes, retryForever is deprecated/);
    expect(answerOf(2)).toMatch(/^retry returns Promise<T>/);
    expect(answers.filter(({ attempted }) => !attempted).map(({ question }) => question)).toEqual([
      'how do I install it?',
    ]);
  });

  it('goes on behind lines that can’t be read, with an error for each', async () => {
    const { code, errors, answers } = await askLines([
      '{"id": "broken", "question": ',
      '{"id": "no-question"}',
      '{"id": "no-file", "question": "what does it return", "at": "nowhere.ts:1"}',
      'x'.repeat(300_000),
      '[1, 2]',
      'what does retry return',
    ]);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(answers).toHaveLength(6);
    expect(answers.flatMap(({ error }) => error ?? []).toSorted()).toEqual([
      'Line 1 is no question: write plain text, or an object with question, and id and at where needed.',
      'Line 2 is no question: write plain text, or an object with question, and id and at where needed.',
      'Line 4 has more than 262144 characters; ask a shorter question.',
      'There is no file or folder nowhere.ts; check the spelling.',
    ]);
    expect(answers.find(({ id }) => id === 'no-question')?.error).toMatch(/^Line 2/);
    expect(answers.find(({ question }) => question === 'what does retry return')?.attempted).toBe(true);
  });

  it('answers a line before the next one is written', async () => {
    const { child, heard, ended } = startCommand(['ask', '-'], { cwd });
    for (const question of ['what does retry return', 'is retryForever deprecated']) {
      child.stdin.write(`${question}\n`);
      await once(child.stdout, 'data');
      expect(heard.output).toContain(question);
    }
    child.stdin.end();
    await ended;
    expect(child.exitCode).toBe(0);
  });

  it('answers many lines', async () => {
    const questions = [
      'what does retry return',
      'default of limit in Client.levels',
      'what is it',
      'X 返回什么',
    ];
    const lines = Array.from({ length: 1000 }, (_, i) =>
      JSON.stringify({ id: i, question: questions[i % questions.length] }),
    );
    const { code, answers } = await askLines(lines);
    expect(code).toBe(0);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1000);
    expect(answers.filter(({ attempted }) => attempted)).toHaveLength(500);
  }, 180_000);

  it('ends quietly when nobody reads on', async () => {
    const { child, heard, ended } = startCommand(['ask', '-'], { cwd });
    child.stdin.on('error', () => undefined);
    child.stdin.write('what does retry return\n'.repeat(2000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end();
    await ended;
    expect(heard.errors).toBe('');
  });
});
