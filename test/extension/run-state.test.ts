import { describe, expect, it } from 'vitest';
import type { RunLog } from '../../src/core/benchmark/index.ts';
import { runLine } from '../../src/core/benchmark/index.ts';
import { benchMarkdown } from '../../src/core/report/index.ts';
import { type ReadRun, readRun } from '../../src/extension/runs/read-run.ts';
import { runItemDetail } from '../../src/extension/runs/run-item-detail.ts';
import { runState } from '../../src/extension/runs/run-state.ts';
import { createRenderer } from '../../src/node/catalogue.ts';
import { runViewMessageSchema } from '../../src/protocol/run-view.ts';
import { questionOf } from '../support/questions.ts';
import { runFileText, runHeaderOf } from '../support/runs.ts';
import { failureOf, type Scripted } from '../support/scripted-model.ts';

const render = createRenderer('en');
const questions = [
  questionOf({ id: 'day', cluster: 'day', question: 'Which method tells the day?', answer: 'weekday' }),
  questionOf({
    id: 'port',
    cluster: 'port',
    question: '默认端口是什么？',
    answer: '8080',
    programming_language: 'go',
    human_language: 'chinese',
  }),
  questionOf({
    id: 'zone',
    cluster: 'zone',
    question: 'Which zone is used?',
    answer: 'UTC',
    aliases: ['Etc/UTC'],
  }),
  questionOf({ id: 'size', cluster: 'size', question: 'How many bytes?', answer: '4096' }),
];
const replies: Readonly<Record<string, Scripted>> = {
  day: { text: 'weekday', thinking: 'Perhaps <b>weekday</b>.', milliseconds: 12.4 },
  port: { text: '9090', usage: { promptTokens: 30, completionTokens: 5 } },
  zone: '',
  size: failureOf('timeout'),
};
const text = await runFileText(questions, ({ id }) => replies[id] ?? '');

function read(source: string): ReadRun {
  const reading = readRun(new TextEncoder().encode(source));
  if (!('run' in reading)) throw new Error(render(reading.failure));
  return reading.run;
}

function reasonOf(source: string | Uint8Array): string {
  const reading = readRun(typeof source === 'string' ? new TextEncoder().encode(source) : source);
  return 'run' in reading ? 'it was read' : render(reading.failure);
}

/** Each table of the markdown report as its rows of cells. */
function tablesOf(log: RunLog): readonly (readonly (readonly string[])[])[] {
  const report = benchMarkdown(log, { render });
  return report
    .trimEnd()
    .split('\n\n')
    .filter((part) => part.startsWith('|'))
    .map((part) => part.split('\n').map((line) => line.slice(2, -2).split(' | ')));
}

describe('the state of the run view', () => {
  const run = read(text);
  const state = runState(run, render);

  it('is what the view expects', () => {
    expect(runViewMessageSchema.parse(state)).toEqual(state);
  });

  it('has the numbers that the report prints', () => {
    const [, overall = [], ...groups] = tablesOf(run.log);
    const [, , everything = []] = overall;
    expect(state.rates.map((rate) => rate.text)).toEqual(everything.slice(2, -1));
    expect(state.rates[0]).toMatchObject({ title: 'Correct (CO)', value: 1 / 3 });
    expect(state.groups.map(({ rows }) => rows)).toEqual(groups.map((table) => table.slice(2)));
    expect(state.groups.map(({ rows }) => rows.map(([name]) => name))).toEqual([
      ['go', 'python'],
      ['chinese', 'english'],
      ['Programming Languages'],
    ]);
  });

  it('says who was asked, what is missing and why', () => {
    expect(state.complete).toBe(false);
    expect(state.facts).toContainEqual(['Model', 'scripted (http://scripted.invalid/v1)']);
    expect(state.facts).toContainEqual(['Judge', 'rules alone']);
    expect(state.notes).toEqual([
      'The run is not complete: 1 of 4 items have no grade, and no rate counts them. (answer: timeout × 1)',
      'Replies did not end within the time that one request may take; allow it more time, and resume the run.',
      '3 answers were graded: 1 correct, 1 incorrect, 1 not attempted.',
      'Not attempted: empty × 1.',
    ]);
  });

  it('says that a run which goes on is under way, and offers to stop it', () => {
    const underWay = runState(run, render, true);
    expect(underWay.notes[0]).toMatch(/^The run goes on: 1 of 4 items have no grade yet/);
    expect([underWay.action, state.action]).toEqual(['stop', 'resume']);
  });

  it('lists every item with what it came to', () => {
    expect(state.items.map(({ number, outcome, reply }) => [number, outcome, reply])).toEqual([
      [1, 'correct', 'weekday'],
      [2, 'incorrect', '9090'],
      [3, 'not_attempted', ''],
      [4, 'failed', ''],
    ]);
    expect(state.items.map(({ milliseconds }) => milliseconds)).toEqual([12, 1, 1, null]);
  });

  it('says that a run is complete', () => {
    const graded = text.split('\n').filter((line) => !/"size"/.test(line));
    const whole = runState(read(graded.join('\n')), render);
    expect(whole.complete).toBe(true);
    expect(whole.notes[0]).toBe('The run is complete: every item has a grade.');
  });

  it('says that a line was cut, and shows the rest', () => {
    const cut = runState(read(text.slice(0, -20)), render);
    expect(cut.notes.at(-1)).toBe(
      'The last line of the file was cut off and is left out; resume the run to finish its item.',
    );
    expect(cut.items).toHaveLength(4);
  });

  it('cuts long texts in rows between characters, and nothing in the detail', () => {
    const long = '🙂'.repeat(2000);
    const longRun = read(
      [runHeaderOf(questions), { type: 'question' as const, ...questionOf({ question: long }) }]
        .map(runLine)
        .join(''),
    );
    const [item] = longRun.items.values();
    expect(runState(longRun, render).items[0]?.question).toBe(`${'🙂'.repeat(500)}…`);
    expect(item && runItemDetail(item, render).question).toBe(long);
  });
});

describe('the detail of an item', () => {
  const { items } = read(text);
  const detailOf = (id: string) => {
    const item = items.get(`${id}#0`);
    if (item === undefined) throw new Error(`no item ${id}`);
    return runItemDetail(item, render);
  };

  it('shows reply and thinking as they came, the grade and who gave it', () => {
    const detail = detailOf('day');
    expect(detail).toMatchObject({
      reply: 'weekday',
      thinking: 'Perhaps <b>weekday</b>.',
      expected: 'weekday',
      outcome: 'correct',
    });
    expect(detail.facts.slice(0, 4)).toEqual([
      ['Grade', 'Correct'],
      ['Graded by', 'the rules'],
      ['Reason', 'same'],
      ['Milliseconds', '12'],
    ]);
    expect(runViewMessageSchema.parse(detail)).toEqual(detail);
  });

  it('shows every accepted answer and the tokens', () => {
    expect(detailOf('zone').expected).toBe('UTC\nEtc/UTC');
    expect(detailOf('port').facts).toContainEqual(['Tokens', '30 read, 5 written']);
  });

  it('says why there is no reply or no grade', () => {
    expect(detailOf('zone').noReply).toBe('The reply is empty.');
    expect(detailOf('size').noReply).toBe('No reply arrived.');
    expect(detailOf('size').facts.slice(0, 3)).toEqual([
      ['Grade', 'Failed'],
      [
        'Reason',
        'answer: timeout. Replies did not end within the time that one request may take; allow it more time, and resume the run.',
      ],
      ['Requests', '1'],
    ]);
    const [first] = read(`${text.split('\n').slice(0, 2).join('\n')}\n`).items.values();
    expect(first && runItemDetail(first, render).facts[1]).toEqual([
      'Reason',
      'not answered yet; resume the run',
    ]);
  });
});

describe('a file that is no run', () => {
  it.each([
    ['an empty file', '', 'That is no run file: its first line does not describe a run.'],
    ['another format', '{"type":"question"}\n', 'Line 1 of the run file is broken'],
    ['bytes', new Uint8Array([0xff, 0xfe, 0x00, 0x0a]), 'Line 1 of the run file is broken'],
    ['a broken line', text.replace('"type":"answer"', '"type":"answer'), 'Line 6 of the run file is broken'],
  ])('%s has its sentence', (_name, source, sentence) => {
    expect(reasonOf(source)).toContain(sentence);
  });

  it('is not shown when it would have more items than memory', () => {
    const header = runHeaderOf(questions);
    const sampling = { ...header.setup.sampling, samples: 1_000_000_000 };
    const lines = [
      { ...header, setup: { ...header.setup, sampling } },
      { type: 'question' as const, ...questionOf() },
    ];
    expect(reasonOf(lines.map(runLine).join(''))).toContain('too large');
  });
});
