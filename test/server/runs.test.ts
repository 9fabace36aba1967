import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { registerModelAnswers } from '../../src/extension/models/register-model-answers.ts';
import {
  type PreviewResult,
  type RunProgress,
  type RunResult,
  type RunSelection,
  runPreviewMethod,
  runProgressMethod,
  runResumeMethod,
  runStartMethod,
  runSurveyMethod,
  type StartParams,
  type SurveyResult,
} from '../../src/protocol/runs.ts';
import { startServer, type TestServer } from '../support/language-server.ts';
import { modelAnswersFor } from '../support/model-bridge.ts';
import {
  type Completion,
  type ModelEndpoint,
  startModelEndpoint,
  streamText,
} from '../support/model-endpoint.ts';

const questions = 12;
const limits = { concurrency: 2, seconds: 60, retries: 0 };
const everything: RunSelection = { questions: '', languages: null, humanLanguage: 'all', limit: null };
let folder: string;
let server: TestServer;

/** A set of words, half of them asked in Chinese. */
function questionLines(): string {
  return Array.from({ length: questions }, (_none, i) =>
    JSON.stringify({
      question: i % 2 === 0 ? `What is word number ${i}?` : `单词 number ${i} 是什么？`,
      answer: `word${i}x`,
      domain: ['Programming Languages', 'Words'],
      programming_language: i < 4 ? 'go' : 'java',
      human_language: i % 2 === 0 ? 'english' : 'chinese',
    }),
  ).join('\n');
}

/** Says the word that is asked for, every third time so that a judge must grade it. */
const sayWord: Completion = (response, body) => {
  const messages = JSON.stringify(body.messages);
  const number = /number (\d+)/.exec(messages)?.[1];
  if (number === undefined) return streamText(response, 'Hello.');
  if (messages.includes('perhaps')) return streamText(response, 'correct');
  streamText(response, Number(number) % 3 === 0 ? `It is perhaps word${number}x` : `word${number}x`);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factprobe-runs-'));
  await writeFile(join(folder, 'set.jsonl'), questionLines());
  await writeFile(join(folder, 'main.go'), 'package main\n');
});

afterEach(async () => {
  await server.end();
  await rm(folder, { recursive: true, force: true });
});

const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

/** The server, with a client that asks the endpoint. */
async function start(endpoint?: ModelEndpoint, isTrusted = true): Promise<readonly RunProgress[]> {
  server = await startServer({ folder, initializationOptions: { models: true } });
  const endpoints = endpoint === undefined ? [] : [{ url: endpoint.url, model: 'tiny' }];
  const { answers } = await modelAnswersFor({ endpoints, isTrusted });
  const progress: RunProgress[] = [];
  registerModelAnswers(server.connection, async () => answers);
  server.connection.onNotification(runProgressMethod, (told: RunProgress) => {
    progress.push(told);
  });
  return progress;
}

function paramsOf(endpoint: ModelEndpoint, change: Partial<StartParams> = {}): StartParams {
  const model = { endpoint: `${endpoint.url}/v1`, model: null };
  const selection = { ...everything, questions: uriOf('set.jsonl') };
  return { id: 'run', file: uriOf('runs/a.factrun'), selection, model, judge: model, limits, ...change };
}

const begin = (params: StartParams, source = new CancellationTokenSource()) =>
  server.connection.sendRequest<RunResult>(runStartMethod, params, source.token);
const resume = (file = uriOf('runs/a.factrun')) =>
  server.connection.sendRequest<RunResult>(runResumeMethod, { id: 'again', file, limits });

async function eventsOf(name = 'runs/a.factrun') {
  const text = await readFile(join(folder, name), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line): { readonly type: string; readonly questionId?: string } => JSON.parse(line));
}

describe('the questions of a run', () => {
  it('are counted by language, and those of the folder are named', async () => {
    await start();
    const survey = (named: string) =>
      server.connection.sendRequest<SurveyResult>(runSurveyMethod, { questions: named });
    expect(await survey(uriOf('set.jsonl'))).toEqual({
      name: 'set.jsonl',
      rows: 12,
      leftOut: 0,
      problem: null,
      workspace: [{ language: 'go', share: 1 }],
      workspaceLanguages: ['go'],
      languages: [
        { language: 'go', en: 2, zh: 2 },
        { language: 'java', en: 4, zh: 4 },
      ],
    });
    expect(await survey('starter')).toMatchObject({ name: 'starter.factqa', rows: 80 });
    await writeFile(join(folder, 'set.jsonl'), `${questionLines()}\nno question`);
    expect(await survey(uriOf('set.jsonl'))).toMatchObject({
      leftOut: 1,
      problem: 'Line 13 was left out. It is not JSON.',
    });
    await expect(survey(uriOf('none.jsonl'))).rejects.toThrow(/none\.jsonl cannot be read/);
  });

  it('tell before they are asked what they can tell', async () => {
    await start();
    const preview = (selection: Partial<RunSelection>) =>
      server.connection.sendRequest<PreviewResult>(runPreviewMethod, {
        ...everything,
        questions: uriOf('set.jsonl'),
        ...selection,
      });
    const { interval, ...counts } = await preview({ humanLanguage: 'zh', languages: ['java'] });
    expect(counts).toEqual({ rows: 12, questions: 4, different: 4 });
    expect(interval.low).toBeCloseTo(0.15, 2);
    await expect(preview({ languages: ['cobol'] })).rejects.toThrow(
      'No question of set.jsonl fits; it has go, java. Choose other languages, or all of them.',
    );
  });
});

describe('a run of the server', () => {
  it('asks, grades and keeps everything, and tells how far it is', async () => {
    await using endpoint = await startModelEndpoint({ completion: sayWord });
    const progress = await start(endpoint);
    expect(await begin(paramsOf(endpoint))).toEqual({
      complete: true,
      graded: 12,
      failed: 0,
      sentence: '12 answers were graded: 12 correct, 0 incorrect, 0 not attempted.',
    });
    expect(progress[0]).toEqual({
      id: 'run',
      done: 0,
      total: 12,
      failed: 0,
      text: '0 of 12 answered and graded',
    });
    expect(progress.at(-1)).toMatchObject({ done: 12, failed: 0 });
    expect((await eventsOf()).at(-1)).toMatchObject({ type: 'end', complete: true });
    await expect(begin(paramsOf(endpoint))).rejects.toThrow(/a\.factrun is there already/);
  });

  it('stops when it is cancelled, and goes on where it was', async () => {
    const asked: string[] = [];
    let isHeld = true;
    await using endpoint = await startModelEndpoint({
      completion: (response, body, request) => {
        const text = JSON.stringify(body.messages);
        if (text.includes('number')) asked.push(text);
        if (asked.length > 6 && isHeld) return;
        return sayWord(response, body, request);
      },
    });
    await start(endpoint);
    const source = new CancellationTokenSource();
    const running = begin(paramsOf(endpoint), source);
    await expect.poll(() => asked.length, { timeout: 20_000 }).toBe(8);
    source.cancel();
    await expect(running).rejects.toThrow(/cancel/i);
    isHeld = false;
    expect(await resume()).toMatchObject({ complete: true, graded: 12 });
    const answers = (await eventsOf()).filter(({ type }) => type === 'answer');
    expect(new Set(answers.map(({ questionId }) => questionId)).size).toBe(12);
    expect(answers).toHaveLength(12);
  });

  it('says what it can not go on with', async () => {
    await using endpoint = await startModelEndpoint({ completion: sayWord });
    await start(endpoint);
    await begin(paramsOf(endpoint));
    const lines = (await readFile(join(folder, 'runs/a.factrun'), 'utf8')).split('\n');
    const write = (name: string, ...kept: readonly string[]) =>
      writeFile(join(folder, name), `${kept.join('\n')}\n`);
    const [header = '', question = ''] = lines;
    await write('older.factrun', header.replace('"answer-', '"answer-of-another-'), ...lines.slice(1, 13));
    await write('less.factrun', header, question);
    await write(
      'elsewhere.factrun',
      header.replaceAll(endpoint.url, 'http://harbour.invalid'),
      ...lines.slice(1, 13),
    );
    await write('broken.factrun', header, '{"type":"grade"}');
    await write('held.factrun', ...lines);
    await writeFile(join(folder, 'held.factrun.lock'), String(process.pid));
    for (const [name, sentence] of [
      ['older.factrun', /was begun by another version of Factprobe or lacks some of its questions/],
      ['less.factrun', /was begun by another version of Factprobe or lacks some of its questions/],
      ['elsewhere.factrun', /http:\/\/harbour\.invalid\/v1/],
      ['broken.factrun', /Line 2 of the run file is broken/],
      ['held.factrun', new RegExp(`Process ${process.pid} writes .*held\\.factrun; wait for it`)],
      ['none.factrun', /none\.factrun cannot be read/],
    ] as const) {
      await expect(resume(uriOf(name))).rejects.toThrow(sentence);
    }
  });

  it('sends nothing from a workspace that nobody has trusted', async () => {
    await using endpoint = await startModelEndpoint({ completion: sayWord });
    await start(endpoint, false);
    await expect(begin(paramsOf(endpoint))).rejects.toThrow(/workspace that you don't trust/);
    expect(endpoint.requests).toEqual([]);
  });
});
