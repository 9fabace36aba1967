import { describe, expect, it } from 'vitest';
import { createAnswerHistory } from '../../src/extension/answers/answer-history.ts';
import { copiedAnswer, shownAnswer } from '../../src/extension/answers/shown-answer.ts';
import { createRenderer, type Locale } from '../../src/node/catalogue.ts';
import type { AskResult } from '../../src/protocol/ask.ts';

const answered: AskResult = {
  question: 'What is the default of attempts in retry?',
  answer: 'The default of attempts is 4.',
  short: '4 (steady-retry 2.4.0)',
  attempted: true,
  confidence: 0.95,
  reason: null,
  decidedBy: 'ask/default',
  evidence: [
    {
      uri: 'file:///harbour/node_modules/steady-retry/index.d.ts',
      range: { start: { line: 11, character: 2 }, end: { line: 11, character: 14 } },
      quote: 'attempts = 4',
      package: 'steady-retry',
      version: '2.4.0',
    },
  ],
  milliseconds: 12.4,
};

const declined: AskResult = {
  ...answered,
  answer: null,
  short: null,
  attempted: false,
  reason: 'left-pad is not installed; install it, or ask about another package.',
  evidence: [],
};

const tools = { render: createRenderer('en'), pathOf: (uri: string) => uri.replace('file:///harbour/', '') };

const show = (result: AskResult, locale: Locale = 'en') =>
  shownAnswer({ id: 1, result }, { ...tools, render: createRenderer(locale) });

describe('an answer in the view', () => {
  it('has its verdict, its place with package and version, and who decided', () => {
    expect(show(answered)).toEqual({
      id: 1,
      question: 'What is the default of attempts in retry?',
      attempted: true,
      verdict: 'Answered',
      text: 'The default of attempts is 4\\.',
      details: 'Decided by ask/default, confidence 95%, in 12 ms.',
      evidence: [
        {
          place: 'node_modules/steady-retry/index.d.ts:12',
          source: 'steady-retry 2.4.0',
          quote: 'attempts = 4',
        },
      ],
    });
  });

  it('says why it was declined, in the language of the interface', () => {
    const shown = show(declined);
    expect([shown.verdict, shown.details]).toEqual(['Declined', 'Declined by ask/default, in 12 ms.']);
    expect(shown.text).toContain('is not installed; install it');
    expect(show(declined, 'zh-cn').verdict).toBe('未作答');
  });

  it('says that a version is unknown rather than none', () => {
    const evidence = answered.evidence.map(({ version: _version, ...rest }) => rest);
    expect(show({ ...answered, evidence }).evidence[0]?.source).toBe('steady-retry version unknown');
  });

  it('is copied as plain text with its evidence', () => {
    expect(copiedAnswer(answered, tools)).toBe(
      [
        'What is the default of attempts in retry?',
        '',
        'The default of attempts is 4.',
        '',
        'node_modules/steady-retry/index.d.ts:12 (steady-retry 2.4.0)',
        'attempts = 4',
      ].join('\n'),
    );
  });
});

describe('the history of answers', () => {
  it('has the newest first and never names two alike', () => {
    const history = createAnswerHistory();
    const first = history.add(answered);
    const second = history.add(declined);
    expect(history.all).toEqual([second, first]);
    expect(history.find(first.id)).toBe(first);
    expect(second.id).not.toBe(first.id);
  });

  it('forgets the oldest of more than fifty', () => {
    const history = createAnswerHistory();
    const first = history.add(answered);
    for (let count = 0; count < 50; count += 1) history.add(answered);
    expect(history.all).toHaveLength(50);
    expect(history.find(first.id)).toBeUndefined();
  });
});
