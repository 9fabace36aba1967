import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { databasePath } from '../../src/node/cache-database.ts';
import {
  type AskParams,
  type AskResult,
  askMethod,
  type QuestionsAtResult,
  questionsAtMethod,
} from '../../src/protocol/ask.ts';
import { startServer, type TestServer } from '../support/language-server.ts';

const sample = resolve('sample');
const upload = pathToFileURL(resolve(sample, 'src/unsaved.ts')).href;
const text = "import { retry } from 'steady-retry';\n\nretry(work, { attempts: 2 });\n";
let server: TestServer;

async function start(locale = 'en', lines = text): Promise<TestServer> {
  server = await startServer({ locale });
  await server.open(upload, 'typescript', lines);
  return server;
}

const ask = (question: string, at: AskParams['at'] = { uri: upload, position: { line: 2, character: 2 } }) =>
  server.connection.sendRequest<AskResult>(askMethod, { question, at });
const questionsAt = (line: number, character: number) =>
  server.connection.sendRequest<QuestionsAtResult>(questionsAtMethod, {
    uri: upload,
    position: { line, character },
  });

afterEach(async () => {
  await server.end();
});

describe('factprobe/ask', () => {
  it('answers on the open text, with evidence that opens in the editor', async () => {
    await start();
    expect(await ask('What is the default of attempts?')).toEqual({
      question: 'What is the default of attempts?',
      answer: 'The default of options.attempts in retry is 4 (steady-retry 2.3.1).',
      short: '4 (steady-retry 2.3.1)',
      attempted: true,
      confidence: 0.99,
      reason: null,
      decidedBy: 'ask.default.declared',
      evidence: [
        {
          uri: pathToFileURL(resolve(sample, 'node_modules/steady-retry/index.js')).href,
          range: { start: { line: 2, character: 36 }, end: { line: 2, character: 48 } },
          quote: 'attempts = 4',
          package: 'steady-retry',
          version: '2.3.1',
        },
      ],
      milliseconds: expect.any(Number),
      notes: [],
      model: null,
    });
  });

  it('answers in the client’s language, and declines with the reason', async () => {
    await start('zh-cn');
    expect(await ask('它返回什么')).toMatchObject({
      answer: 'retry 返回 Promise<T>（steady-retry 2.3.1）。',
    });
    expect(await ask('它从哪个版本开始弃用？')).toMatchObject({
      answer: null,
      attempted: false,
      decidedBy: 'ask.declined.not-deprecated',
      reason: '从声明看，retry 并未弃用，因此这个问题没有答案（steady-retry 2.3.1）。',
    });
  });

  it('declines what is asked at no place and names no symbol', async () => {
    await start();
    expect(await ask('what does it return', null)).toMatchObject({ decidedBy: 'ask.declined.no-symbol' });
  });

  it('stops when the client gives up', async () => {
    await start();
    const source = new CancellationTokenSource();
    const params: AskParams = { question: 'what does retry return', at: null };
    const asked = server.connection.sendRequest<AskResult>(askMethod, params, source.token);
    source.cancel();
    await expect(asked).rejects.toThrow(/cancel/i);
  });
});

describe('factprobe/questionsAt', () => {
  it.each(['en', 'zh-cn'])('gives questions that are answered when they are asked: %s', async (locale) => {
    await start(locale);
    const { symbol, questions, reason } = await questionsAt(2, 2);
    expect({ symbol, reason }).toEqual({ symbol: 'retry', reason: null });
    expect(questions.length).toBeGreaterThan(3);
    for (const question of questions) {
      expect(await ask(question)).toMatchObject({ question, attempted: true });
    }
  });

  it('says why there is nothing to ask about', async () => {
    await start();
    expect(await questionsAt(1, 0)).toEqual({
      symbol: null,
      questions: [],
      reason:
        'There is no symbol at that place. Put the cursor on a name, or name the symbol in the question.',
    });
    expect((await questionsAt(2, 7)).reason).toMatch(/^work does not come from an installed package/);
  });
});

describe('factprobe/clearCache', () => {
  it('empties the cache on the disk, and the next answer is the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'factprobe-clear-'));
    vi.stubEnv('FACTPROBE_CACHE_DIR', folder);
    server = await startServer();
    vi.unstubAllEnvs();
    const uri = pathToFileURL(resolve(sample, 'src/upload.ts')).href;
    const at = { uri, position: { line: 23, character: 12 } };
    const first = await ask('what does it return', at);
    expect(first.answer).toBe('retry returns Promise<T> (steady-retry 2.3.1).');
    expect(entriesIn(databasePath(folder))).toBeGreaterThan(0);
    expect(await server.connection.sendRequest('factprobe/clearCache')).toBeNull();
    expect(entriesIn(databasePath(folder))).toBe(0);
    expect(await ask('what does it return', at)).toEqual({ ...first, milliseconds: expect.any(Number) });
  });
});

function entriesIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(database.prepare('SELECT COUNT(*) AS n FROM entries').get()?.n);
  } finally {
    database.close();
  }
}
