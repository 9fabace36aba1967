import { describe, expect, it } from 'vitest';
import { type Answer, type AskedPlace, answerQuestion, answerRules } from '../../../src/core/ask/index.ts';
import type { InstalledPackage } from '../../../src/core/evidence/index.ts';
import { CancelledError, neverCancelled } from '../../../src/core/platform/index.ts';
import { languageById } from '../../../src/core/source/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { Declarations, fakeTools } from '../../support/facts.ts';

const tide: InstalledPackage = {
  ecosystem: 'python',
  name: 'tide',
  version: '1.4.2',
  root: '/env/site-packages/tide',
};
const steady: InstalledPackage = { ecosystem: 'npm', name: 'steady', root: '/app/node_modules/steady' };

const python = new Declarations(
  tide,
  '__init__.py',
  `def levels(day, limit=24, *, station: str = "north", **extra) -> list[Level]:
async def fetch(day) -> bytes:
@deprecated("Use levels instead.")
def old(day):
@deprecated
def ancient():
class Gauge:
    unit = "m"
`,
);
const types = new Declarations(
  steady,
  'index.d.ts',
  `export interface RetryOptions { /** @default 4 */ attempts?: number; delay?: number; work: string }
export declare const maximumDelay: 30000;
export declare function retry<T>(work: () => T, options?: RetryOptions): Promise<T>;
export declare function pick(a: string): string;
export declare function pick(a: number): number;
export declare const joined: typeof first & typeof second;
`,
);
const script = new Declarations(steady, 'plain.js', 'function plain(a, b = 2) {}\n');

const levels = python.symbol(
  'def levels(day, limit=24, *, station: str = "north", **extra) -> list[Level]:',
  {
    name: 'levels',
    returns: python.value('list[Level]'),
    parameters: [
      python.parameter('day', { name: 'day' }),
      python.parameter('limit=24', {
        name: 'limit',
        optional: true,
        default: python.value('24', 'limit=24'),
      }),
      python.parameter('station: str = "north"', {
        name: 'station',
        kind: 'keyword-only',
        optional: true,
        type: python.value('str', 'station: str'),
        default: python.value('"north"'),
      }),
      python.parameter('**extra', { name: 'extra', kind: 'keyword-rest', optional: true }),
    ],
  },
);
const retry = types.symbol('export declare function retry', {
  name: 'retry',
  returns: types.value('Promise<T>'),
  parameters: [
    types.parameter('work: () => T', { name: 'work', type: types.value('() => T') }),
    types.parameter('options?: RetryOptions', {
      name: 'options',
      optional: true,
      type: types.value('RetryOptions'),
    }),
    types.parameter('attempts?: number', {
      name: 'options.attempts',
      kind: 'property',
      optional: true,
      type: types.value('number'),
      default: types.value('4', '@default 4'),
    }),
    types.parameter('delay?: number', { name: 'options.delay', kind: 'property', optional: true }),
  ],
});
const symbols = [
  levels,
  python.symbol('async def fetch(day) -> bytes:', {
    name: 'fetch',
    isAsync: true,
    parameters: [python.parameter('day', { name: 'day' })],
    returns: python.value('bytes'),
  }),
  python.symbol('def old(day):', {
    name: 'old',
    parameters: [],
    deprecated: python.value('Use levels instead.', '@deprecated("Use levels instead.")'),
  }),
  python.symbol('def ancient():', {
    name: 'ancient',
    parameters: [],
    deprecated: python.value('', '@deprecated'),
  }),
  python.symbol('class Gauge:', { name: 'Gauge', kind: 'class', parameters: [] }),
  python.symbol('unit = "m"', { name: 'Gauge.unit', kind: 'property', default: python.value('"m"') }),
  retry,
  types.symbol('export declare const maximumDelay', {
    name: 'maximumDelay',
    kind: 'variable',
    type: types.value('30000'),
  }),
  types.symbol('export declare function pick', {
    name: 'pick',
    overloads: 2,
    parameters: [],
    returns: types.value('string'),
  }),
  types.symbol('export declare const joined: typeof first & typeof second', {
    name: 'joined',
    kind: 'variable',
    parameters: [],
    returns: types.value('string'),
  }),
  script.symbol('function plain(a, b = 2)', {
    name: 'plain',
    parameters: [
      script.parameter('a', { name: 'a' }),
      script.parameter('b = 2', { name: 'b', optional: true, default: script.value('2', 'b = 2') }),
    ],
  }),
];

const english = createRenderer('en');
const chinese = createRenderer('zh-cn');

async function ask(question: string, at?: AskedPlace): Promise<Answer> {
  const tools = fakeTools(symbols, async ({ text, offset }) => {
    const word = /^[\w.]+/.exec(text.slice(offset))?.[0];
    if (word === undefined) return undefined;
    return word === 'ownHelper'
      ? { written: word }
      : { written: word, query: { symbol: word, package: 'steady' } };
  });
  const place = at === undefined ? {} : { at };
  return answerQuestion(tools, { question, from: ['/app'], cancellation: neverCancelled, ...place });
}

/** The answer, or the reason behind a minus. */
async function said(question: string, render = english, at?: AskedPlace): Promise<string> {
  const { answer, reason } = await ask(question, at);
  return answer === null ? `- ${reason === null ? '' : render(reason)}` : render(answer);
}

describe('an answer from the facts', () => {
  it.each([
    ['default of limit in levels', 'The default of limit in tide.levels is 24 (tide 1.4.2).'],
    ['default of station in tide.levels', 'The default of station in tide.levels is "north" (tide 1.4.2).'],
    ['default of day in tide.levels', 'day in tide.levels has no default: it must be passed (tide 1.4.2).'],
    [
      'Does day in levels have a default?',
      'No, day in tide.levels has no default: it must be passed (tide 1.4.2).',
    ],
    ['Does limit in levels have a default?', 'Yes, the default of limit in tide.levels is 24 (tide 1.4.2).'],
    [
      'default of attempts in retry',
      'The default of options.attempts in retry is 4, as its documentation states (steady version unknown).',
    ],
    ['default of unit in Gauge', 'The value of tide.Gauge.unit is "m" (tide 1.4.2).'],
    [
      'What is the value of maximumDelay in steady?',
      'The value of maximumDelay is 30000 (steady version unknown).',
    ],
    ['type of station in levels', 'The type of station in tide.levels is str (tide 1.4.2).'],
    [
      'type of the second parameter of retry',
      'The type of options in retry is RetryOptions (steady version unknown).',
    ],
    ['type of maximumDelay', 'The type of maximumDelay is 30000 (steady version unknown).'],
    ['what does levels return', 'tide.levels returns list[Level] (tide 1.4.2).'],
    ['what does fetch return', 'tide.fetch is async and gives bytes when it is awaited (tide 1.4.2).'],
    ['parameters of levels', 'tide.levels takes 4 parameters: day, limit, station, **extra (tide 1.4.2).'],
    ['required parameters of levels', 'tide.levels has one required parameter: day (tide 1.4.2).'],
    [
      'which options does retry take',
      'retry takes 2 options: options.attempts, options.delay (steady version unknown).',
    ],
    ['first parameter of retry', 'The 1st parameter of retry is work (steady version unknown).'],
    ['last parameter of levels', 'The 4th parameter of tide.levels is **extra (tide 1.4.2).'],
    [
      'at what position is limit in levels',
      'limit is number 2 of the 4 parameters of tide.levels (tide 1.4.2).',
    ],
    ['does retry take attempts', 'Yes, retry takes options.attempts (steady version unknown).'],
    [
      'does fetch take a parameter called hour',
      'No, tide.fetch has no parameter hour (tide 1.4.2). It takes day.',
    ],
    ['is day required in levels', 'Yes, day must be passed to tide.levels (tide 1.4.2).'],
    ['is day optional in levels', 'No, day must be passed to tide.levels (tide 1.4.2).'],
    ['is limit required in levels', 'No, limit is optional in tide.levels (tide 1.4.2).'],
    [
      'is station keyword-only in levels',
      'Yes, station can only be passed by its name to tide.levels (tide 1.4.2).',
    ],
    [
      'is levels deprecated',
      'No, the declaration of tide.levels carries no mark of deprecation (tide 1.4.2).',
    ],
    [
      'is tide.old deprecated',
      'Yes, tide.old is deprecated (tide 1.4.2). Its note says: Use levels instead.',
    ],
    ['is ancient deprecated', 'Yes, tide.ancient is deprecated (tide 1.4.2).'],
    ['what replaces old', 'tide.old is deprecated with this note: Use levels instead. (tide 1.4.2)'],
    [
      'what is the default of limit in levels in tide 1.4',
      'The default of limit in tide.levels is 24 (tide 1.4.2).',
    ],
  ])('%s', async (question, answer) => expect(await said(question)).toBe(answer));

  it.each([
    ['levels 的 limit 默认值是多少？', 'tide.levels 中 limit 的默认值是 24（tide 1.4.2）。'],
    ['levels 返回什么', 'tide.levels 返回 list[Level]（tide 1.4.2）。'],
    ['retry 的第二个参数是什么', 'retry 的第 2 个参数是 options（steady 版本未知）。'],
    ['old 已弃用吗', '是的，tide.old 已弃用（tide 1.4.2）。其说明为：Use levels instead.'],
    ['fetch 有 hour 参数吗', '不，tide.fetch 没有参数 hour（tide 1.4.2）。它的参数是 day。'],
  ])('%s', async (question, answer) => expect(await said(question, chinese)).toBe(answer));

  it('is as sure as its rule, and quotes what decides', async () => {
    const answer = await ask('default of attempts in retry');
    expect(answer).toMatchObject({
      attempted: true,
      reason: null,
      decidedBy: 'ask.default.documented',
      confidence: answerRules['ask.default.documented'],
      evidence: [{ quote: '@default 4', package: 'steady', path: '/app/node_modules/steady/index.d.ts' }],
    });
  });

  it('keeps its first sentence short whatever the values', async () => {
    const long = types.symbol('export declare function retry', {
      name: 'n'.repeat(300),
      parameters: Array.from({ length: 60 }, (_, i) => types.parameter('work', { name: `parameter${i}` })),
      returns: types.value('Promise<T>'.repeat(40), 'Promise<T>'),
    });
    for (const question of [`parameters of ${long.name}`, `what does ${long.name} return`]) {
      const { answer } = await answerQuestion(fakeTools([long]), {
        question,
        from: [],
        cancellation: neverCancelled,
      });
      const [first = ''] = answer === null ? [] : english(answer).split(/(?<=\.) /);
      expect(first).toMatch(/\(steady version unknown\)\.$/);
      expect(first.length).toBeLessThan(240);
    }
  });
});

describe('a declined question', () => {
  it.each([
    ['', 'ask.declined.empty'],
    ['  ', 'ask.declined.empty'],
    ['x'.repeat(100_000), 'ask.declined.too-long'],
    ['how do I install tide?', 'ask.declined.not-understood'],
    ['what does it return', 'ask.declined.no-symbol'],
    ['what does nowhere.at return', 'ask.declined.not-installed'],
    ['what does tide.level return', 'ask.declined.no-such-symbol'],
    ['default of hour in fetch', 'ask.declined.no-such-parameter'],
    ['third parameter of fetch', 'ask.declined.no-such-place'],
    ['default of hour in levels', 'ask.declined.further-arguments'],
    ['default of delay in retry', 'ask.declined.no-default'],
    ['default of a in plain', 'ask.declined.no-default'],
    ['is a required in plain', 'ask.declined.necessity'],
    ['required parameters of plain', 'ask.declined.necessity'],
    ['default of levels', 'ask.declined.which-parameter'],
    ['type of day in levels', 'ask.declined.no-parameter-type'],
    ['what does plain return', 'ask.declined.no-return-type'],
    ['what does maximumDelay return', 'ask.declined.not-callable'],
    ['what does pick return', 'ask.declined.overloads'],
    ['what does joined return', 'ask.declined.another-declaration'],
    ['is joined deprecated', 'ask.declined.another-declaration'],
    ['what is the twentieth parameter of levels', 'ask.declined.no-such-place'],
    ['since when is levels deprecated', 'ask.declined.not-deprecated'],
    ['what replaces levels', 'ask.declined.not-deprecated'],
    ['since when is old deprecated', 'ask.declined.silent-note'],
    ['why is ancient deprecated', 'ask.declined.silent-note'],
    ['is the limit parameter of levels deprecated', 'ask.declined.parameter-deprecation'],
    ['what does levels return in tide 2', 'ask.declined.other-version'],
    ['what does levels in tide 1.4.20 return', 'ask.declined.other-version'],
    ['what does levels in the latest tide return', 'ask.declined.other-version'],
    ['what does retry in steady 1.0 return', 'ask.declined.version-unknown'],
  ])('%s', async (question, by) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ answer: null, attempted: false, confidence: 0, decidedBy: by });
    for (const render of [english, chinese]) {
      expect(answer.reason === null ? '' : render(answer.reason)).toMatch(/[.。？?]$/);
    }
  });

  it('names the installed version, the near names and the real parameters', async () => {
    expect(await said('what does levels return in tide 2')).toBe(
      '- The question asks about tide 2, and 1.4.2 is installed. Install 2, or ask about 1.4.2.',
    );
    expect(await said('what does tide.level return')).toBe(
      '- There is no level in tide 1.4.2; did you mean levels?',
    );
    expect(await said('default of hour in fetch')).toBe(
      '- tide.fetch has no parameter hour (tide 1.4.2). It takes day.',
    );
  });

  it('names the candidates when several symbols answer to a name', async () => {
    const twin = { ...retry, package: { ...steady, name: 'stable' } };
    const { reason } = await answerQuestion(fakeTools([retry, twin]), {
      question: 'what does retry return',
      from: [],
      cancellation: neverCancelled,
    });
    expect(reason === null ? '' : english(reason)).toBe(
      'Several installed symbols answer to that name; ask with one of these: steady.retry, stable.retry.',
    );
  });
});

it('joins a note that is written as several texts', async () => {
  const note = python.value('"Old. " "Use levels."', '@deprecated');
  const old = python.symbol('def ancient():', { name: 'ancient', parameters: [], deprecated: note });
  const request = { question: 'is ancient deprecated', from: [], cancellation: neverCancelled };
  const { answer } = await answerQuestion(fakeTools([old]), request);
  expect(answer?.values?.note).toBe('Old. Use levels.');
});

describe('several overloads', () => {
  const agreement = {
    returns: false,
    names: false,
    optional: false,
    parameters: ['work'],
    defaults: [] as readonly string[],
  };
  const twice = { ...retry, overloads: 2, agreement };
  const answerOf = async (question: string) => {
    const request = { question, from: [], cancellation: neverCancelled };
    return (await answerQuestion(fakeTools([twice]), request)).decidedBy;
  };

  it.each([
    ['type of work in retry', 'ask.type.declared'],
    ['is work required in retry', 'ask.parameters.declared'],
    ['does retry take attempts', 'ask.parameters.declared'],
    ['default of attempts in retry', 'ask.declined.overloads'],
    ['what does retry return', 'ask.declined.overloads'],
    ['parameters of retry', 'ask.declined.overloads'],
    ['first parameter of retry', 'ask.declined.overloads'],
    ['does retry take hours', 'ask.declined.overloads'],
    ['is retry deprecated', 'ask.deprecated.unmarked'],
  ])('are asked for what they agree on: %s', async (question, by) =>
    expect(await answerOf(question)).toBe(by),
  );

  it('have the default that the code behind all of them decides', async () => {
    const settled = { ...twice, agreement: { ...agreement, defaults: ['options.attempts'] } };
    const request = { question: 'default of attempts in retry', from: [], cancellation: neverCancelled };
    expect((await answerQuestion(fakeTools([settled]), request)).decidedBy).toBe('ask.default.documented');
  });
});

describe('a symbol that is made at run time', () => {
  it('has no signature that an answer could rest on', async () => {
    const { parameters: _, returns: __, ...rest } = retry;
    const made = { ...rest, kind: 'variable', isCallUnknown: true } as const;
    const request = { question: 'what does retry return', from: [], cancellation: neverCancelled };
    expect((await answerQuestion(fakeTools([made]), request)).decidedBy).toBe('ask.declined.call-unknown');
  });
});

describe('a question asked at a place', () => {
  const language = languageById('typescript');
  if (language === undefined) throw new Error('TypeScript is not scanned');
  const text = 'retry(work);\n  // nothing\nownHelper(maximumDelay);\n';
  const at = (line: number, character?: number): AskedPlace => ({
    path: '/app/a.ts',
    language,
    text,
    position: { line, ...(character === undefined ? {} : { character }) },
  });

  it.each([
    ['what does it return', at(0, 0), 'retry returns Promise<T> (steady version unknown).'],
    [
      'default of attempts',
      at(0, 0),
      'The default of options.attempts in retry is 4, as its documentation states (steady version unknown).',
    ],
    [
      'attempts 的默认值是多少',
      at(0, 0),
      'The default of options.attempts in retry is 4, as its documentation states (steady version unknown).',
    ],
    [
      'default of hours',
      at(0, 0),
      '- retry has no parameter hours (steady version unknown). It takes work, options, options.attempts, options.delay.',
    ],
    ['what is its type', at(2, 10), 'The type of maximumDelay is 30000 (steady version unknown).'],
    ['what is the value of it', at(2), 'The value of maximumDelay is 30000 (steady version unknown).'],
    ['what does retry return', at(2, 0), 'retry returns Promise<T> (steady version unknown).'],
    [
      'what does it return',
      at(1, 0),
      '- There is no symbol at that place. Put the cursor on a name, or name the symbol in the question.',
    ],
    [
      'what does it return',
      at(2, 0),
      '- ownHelper does not come from an installed package, as far as the imports of the file tell. Ask about a symbol of a package.',
    ],
    [
      'what does ownHelper return',
      at(0, 0),
      '- ownHelper does not come from an installed package, as far as the imports of the file tell. Ask about a symbol of a package.',
    ],
    [
      'what does it return',
      at(0),
      '- Several symbols stand on that line: retry, work. Name one in the question, or give the column.',
    ],
  ])('%s', async (question, place, answer) => expect(await said(question, english, place)).toBe(answer));
});

it('stops when it is cancelled', async () => {
  const request = { question: 'what does retry return', from: [], cancellation: { aborted: true } };
  await expect(answerQuestion(fakeTools(symbols), request)).rejects.toBeInstanceOf(CancelledError);
});
