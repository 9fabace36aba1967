import { describe, expect, it } from 'vitest';
import type { RunEvent, RunHeader } from '../../../src/core/benchmark/index.ts';
import { readRunLog, runBenchmark, runLine, summariseRun } from '../../../src/core/benchmark/index.ts';
import { questionOf } from '../../support/questions.ts';
import { untimed } from '../../support/runs.ts';
import { failureOf, type Scripted, scriptedModel } from '../../support/scripted-model.ts';

const questions = ['one', 'two', 'three'].map((id) =>
  questionOf({ id, cluster: id, question: `Which method is ${id}?` }),
);
const header: RunHeader = {
  type: 'run',
  version: 1,
  id: 'run-1',
  started: '2026-01-01T00:00:00.000Z',
  factprobe: '0.0.0',
  server: { software: null, version: null, contextTokens: null },
  setup: {
    set: { name: 'set', sha256: '0', rows: 3 },
    subset: { languages: null, humanLanguage: 'all', limit: null, selected: 3 },
    model: { id: 'scripted', baseUrl: 'http://scripted.invalid/v1' },
    mode: 'chat',
    sampling: { temperature: 0, topP: 1, maxTokens: 10, samples: 1, seed: null },
    judge: null,
    prompts: { answer: 'answer-1', judge: 'judge-1' },
  },
};
const empty = { answers: new Map(), grades: new Map() };

interface Run {
  readonly answer: (text: string, count: number) => Scripted | Promise<Scripted>;
  readonly judge?: (text: string, count: number) => Scripted;
  readonly log?: Parameters<typeof runBenchmark>[2];
  readonly retries?: number;
  readonly signal?: AbortSignal;
}

async function run({ answer, judge, log = empty, retries = 0, signal = new AbortController().signal }: Run) {
  const events: RunEvent[] = [];
  const waits: number[] = [];
  const contentOf = (request: { readonly messages: readonly { readonly content: string }[] }) =>
    request.messages.at(-1)?.content ?? '';
  const model = scriptedModel((request, count) => answer(contentOf(request), count));
  const judging =
    judge === undefined ? undefined : scriptedModel((request, count) => judge(contentOf(request), count));
  const running = runBenchmark(
    {
      model,
      ...(judging === undefined
        ? {}
        : { judge: { model: judging, capabilities: { choice: false, jsonSchema: false } } }),
      append: async (event) => {
        events.push(event);
      },
      randomMark: () => 'mark',
      onProgress: () => undefined,
      ...untimed,
      retries,
      sleep: async (seconds) => {
        waits.push(seconds);
      },
    },
    { questions, samples: 1, sampling: {}, concurrency: 2, signal },
    log,
  );
  const outcome = await running.then(
    () => undefined,
    (error: unknown) => error,
  );
  const text = [
    header,
    ...questions.map((question) => ({ type: 'question' as const, ...question })),
    ...events,
  ]
    .map(runLine)
    .join('');
  return { events, waits, outcome, text, asked: model.asked.length, judged: judging?.asked.length ?? 0 };
}

describe('a run', () => {
  it('answers and grades every question once', async () => {
    const { text, asked } = await run({
      answer: (question) => (question.includes('two') ? 'Friday' : 'weekday'),
    });
    expect(asked).toBe(3);
    expect(summariseRun(readRunLog(text))).toMatchObject({
      complete: true,
      overall: { n: 3, correct: 2, incorrect: 1, failed: 0 },
    });
  });

  it('asks a judge what rules leave open, and counts prose of a judge as a failure', async () => {
    const answer = () => 'Perhaps it is weekday.';
    const { text, judged } = await run({
      answer,
      judge: (_text, count) => (count === 1 ? 'correct' : 'I like it.'),
    });
    expect(judged).toBe(3);
    expect(summariseRun(readRunLog(text))).toMatchObject({
      complete: false,
      overall: { n: 1, correct: 1, failed: 2 },
      failures: { 'judge: no-grade': 2 },
    });
  });

  it('leaves open what nobody can grade', async () => {
    const { text } = await run({ answer: () => 'Perhaps it is weekday.' });
    expect(summariseRun(readRunLog(text)).failures).toEqual({ 'judge: rules-undecided': 3 });
  });

  it('tries again what may pass, as long as the server asks, and no 400', async () => {
    const busy = await run({
      answer: (_text, count) => (count < 3 ? failureOf('busy', 7) : 'weekday'),
      retries: 2,
    });
    expect(busy.waits).toEqual([7, 7]);
    expect(summariseRun(readRunLog(busy.text)).complete).toBe(true);
    const refused = await run({ answer: () => failureOf('refused-request'), retries: 2 });
    expect([refused.asked, refused.waits]).toEqual([3, []]);
    expect(summariseRun(readRunLog(refused.text)).failures).toEqual({ 'answer: refused-request': 3 });
  });

  it('waits for a server as long as a request may take, and no longer', async () => {
    const asksFor = (seconds: number) =>
      run({
        answer: (_text, count) => (count === 1 ? failureOf('busy', seconds) : 'weekday'),
        retries: 2,
      });
    const long = await asksFor(999);
    expect([long.waits, summariseRun(readRunLog(long.text)).complete]).toEqual([[999], true]);
    const tooLong = await asksFor(1000);
    expect([tooLong.waits, tooLong.asked]).toEqual([[], 3]);
    expect(summariseRun(readRunLog(tooLong.text)).failures).toEqual({ 'answer: wait-too-long': 1 });
  });

  it('tells how long it will go on once it has seen enough', async () => {
    const many = Array.from({ length: 12 }, (_none, i) =>
      questionOf({ id: `q${i}`, question: `Which is ${i}?` }),
    );
    let now = 0;
    const left: (number | undefined)[] = [];
    await runBenchmark(
      {
        ...untimed,
        model: scriptedModel(() => {
          now += 2000;
          return 'weekday';
        }),
        append: async () => undefined,
        randomMark: () => 'mark',
        clock: () => now,
        seconds: 1000,
        onProgress: ({ secondsLeft }) => left.push(secondsLeft),
      },
      { questions: many, samples: 1, sampling: {}, concurrency: 1, signal: new AbortController().signal },
      empty,
    );
    expect(left).toEqual([...Array(5).fill(undefined), 14, 12, 10, 8, 6, 4, 2, 0]);
  });

  it('ends at once where every request would fail alike', async () => {
    const { outcome, asked, events } = await run({ answer: () => failureOf('unauthorized'), retries: 5 });
    expect(outcome).toMatchObject({ failure: 'unauthorized' });
    expect(asked).toBeLessThanOrEqual(2);
    expect(events).toEqual([]);
  });

  it('goes on where a file ends: graded items stay, answers are graded without being asked again', async () => {
    const first = await run({
      answer: (question) => (question.includes('three') ? failureOf('cut') : 'weekday'),
    });
    const lines = first.text.split('\n');
    const gradeOfOne = lines.findIndex((line) => line.includes('"grade"') && line.includes('"one"'));
    const crashed = lines.filter((_line, i) => i !== gradeOfOne).join('\n');
    const log = readRunLog(crashed);
    const second = await run({ answer: () => 'weekday', log });
    expect(second.asked).toBe(1);
    expect(second.events.map(({ type }) => type)).toEqual(['grade', 'answer', 'grade']);
  });

  it('stops when it is cancelled, and keeps what it has', async () => {
    const abort = new AbortController();
    const { outcome, events } = await run({
      answer: (_text, count) => {
        if (count === 2) abort.abort();
        return 'weekday';
      },
      signal: abort.signal,
    });
    expect(outcome).toMatchObject({ name: 'CancelledError' });
    expect(events.filter(({ type }) => type === 'grade').length).toBeGreaterThan(0);
  });
});

describe('a run file', () => {
  const item = { questionId: 'one', sample: 0 };
  const grade = (grader: string, value: 'correct' | 'incorrect') =>
    runLine({ type: 'grade', ...item, grade: value, reason: '', grader });
  const question = runLine({ type: 'question', ...questionOf({ id: 'one' }) });
  const outcomeOf = (...lines: readonly string[]) =>
    summariseRun(readRunLog(runLine(header) + question + lines.join(''))).overall;

  it('lets the later line of a grader win, rules over judges, and the first judge over others', () => {
    expect(outcomeOf(grade('rules', 'correct'), grade('rules', 'incorrect'))).toMatchObject({ incorrect: 1 });
    expect(outcomeOf(grade('judge', 'correct'), grade('rules', 'incorrect'))).toMatchObject({ incorrect: 1 });
    expect(outcomeOf(grade('rules', 'correct'), grade('judge', 'incorrect'))).toMatchObject({ correct: 1 });
    expect(outcomeOf(grade('judge', 'correct'), grade('other', 'incorrect'))).toMatchObject({ correct: 1 });
  });

  it('loses a last line that is cut, and says so', () => {
    const whole = runLine(header) + question + grade('rules', 'correct');
    const log = readRunLog(`${whole}{"type":"grade","questionId":"on`);
    expect([log.isCut, log.wholeBytes]).toEqual([true, Buffer.byteLength(whole)]);
    expect(log.grades.size).toBe(1);
    expect(readRunLog(whole).isCut).toBe(false);
  });

  it('names a broken line, and what is no run file', () => {
    const idOf = (text: string) => {
      try {
        readRunLog(text);
        return 'read';
      } catch (error) {
        return error instanceof Error ? error.message : 'thrown';
      }
    };
    expect(idOf(`${runLine(header)}{"type":\n${question}`)).toBe('bench.run.broken-line');
    expect(idOf(`${runLine(header)}{"type":"grade"}\n`)).toBe('bench.run.broken-line');
    expect(idOf('')).toBe('bench.run.no-header');
    expect(idOf(question)).toBe('bench.run.no-header');
    expect(idOf(`${runLine(header)}{"type":"from-a-later-version"}\n`)).toBe('read');
  });
});
