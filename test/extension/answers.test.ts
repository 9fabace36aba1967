import { describe, expect, it } from 'vitest';
import { answerComment } from '../../src/extension/answers/answer-comment.ts';
import { createAnswerHistory } from '../../src/extension/answers/answer-history.ts';
import { copiedAnswer, shownAnswer } from '../../src/extension/answers/shown-answer.ts';
import { createRenderer, type Locale } from '../../src/node/catalogue.ts';
import type { AskResult, ModelPart } from '../../src/protocol/ask.ts';

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
  notes: [],
  model: null,
};

const declined: AskResult = {
  ...answered,
  answer: null,
  short: null,
  attempted: false,
  reason: 'left-pad is not installed; install it, or ask about another package.',
  evidence: [],
};

const ofModel: AskResult = {
  ...answered,
  answer: 'It is **4** [1].',
  short: 'tiny: It is 4.',
  confidence: 0.5,
  decidedBy: 'tiny',
  model: { type: 'answered', model: 'tiny', isClosedBook: false },
};

const tools = {
  render: createRenderer('en'),
  pathOf: (uri: string) => uri.replace('file:///harbour/', ''),
  lacksEndpoint: false,
};

const show = (result: AskResult, locale: Locale = 'en') =>
  shownAnswer({ id: 1, result, saying: null }, { ...tools, render: createRenderer(locale) });

describe('an answer in the view', () => {
  it('has its verdict, its place with package and version, and who decided', () => {
    expect(show(answered)).toEqual({
      id: 1,
      question: 'What is the default of attempts in retry?',
      kind: 'answered',
      verdict: 'Answered',
      text: 'The default of attempts is 4\\.',
      notes: [],
      offer: null,
      isInsertable: true,
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

const failed = (problemId: string): ModelPart => ({
  type: 'failed',
  model: 'tiny',
  problem: 'It did not work; do this.',
  problemId,
});

describe('an answer of the model in the view', () => {
  it('is markdown as the model wrote it, with the model that decided', () => {
    expect(show(ofModel)).toMatchObject({
      kind: 'cited',
      verdict: 'Answered by tiny, with passages',
      text: 'It is **4** [1].',
      notes: [],
      details: 'Decided by tiny, in 12 ms.',
    });
    expect(show(ofModel, 'zh-cn').verdict).toBe('由 tiny 依据段落回答');
  });

  it('is marked in words when no passage supports it', () => {
    const model: ModelPart = { type: 'answered', model: 'tiny', isClosedBook: true };
    const notes = ['No passage supports it.'];
    expect(show({ ...ofModel, evidence: [], model, notes })).toMatchObject({
      kind: 'closed-book',
      verdict: 'Answered by tiny without proof (closed-book)',
      notes,
    });
    expect(copiedAnswer({ ...ofModel, evidence: [], model, notes }, tools)).toBe(
      [answered.question, 'It is **4** [1].', 'Answered by tiny without proof (closed-book)'].join('\n\n'),
    );
  });

  it('is copied with the passages that it cites', () => {
    expect(copiedAnswer(ofModel, tools)).toBe(
      [
        answered.question,
        'It is **4** [1].',
        'Answered by tiny, with passages',
        '[1] node_modules/steady-retry/index.d.ts:12 (steady-retry 2.4.0)\nattempts = 4',
      ].join('\n\n'),
    );
  });

  it('is what it said so far, as text, while it is asked', () => {
    const saying = { model: 'tiny', text: 'It is **4' };
    expect(shownAnswer({ id: 1, result: declined, saying }, tools)).toMatchObject({
      kind: 'asking',
      verdict: 'Asking tiny…',
      text: 'It is **4',
      notes: [declined.reason],
      details: '',
      offer: null,
    });
    const unknown = shownAnswer({ id: 1, result: declined, saying: { model: null, text: '' } }, tools);
    expect(unknown.verdict).toBe('Asking your model…');
  });

  it('that failed leaves what evidence said, with the sentence', () => {
    expect(show({ ...declined, model: failed('model.failure.cut') })).toMatchObject({
      kind: 'declined',
      text: expect.stringContaining('is not installed; install it'),
      notes: ['It did not work; do this.'],
    });
  });

  it.each([
    ['model.failure.unreachable', 'testConnection'],
    ['model.failure.unknown-model', 'selectModel'],
    ['endpoint.none-active', 'selectModel'],
    ['endpoint.none', 'addEndpoint'],
    ['answer.stopped', null],
    ['model.not-agreed', null],
  ])('that failed offers what helps: %s', (problemId, offer) => {
    expect(show({ ...declined, model: failed(problemId) }).offer).toBe(offer);
  });

  it('is offered where there is no endpoint, to who was declined only', () => {
    const offerOf = (result: AskResult) =>
      shownAnswer({ id: 1, result, saying: null }, { ...tools, lacksEndpoint: true }).offer;
    expect(offerOf(declined)).toBe('addEndpoint');
    expect(offerOf(answered)).toBeNull();
    expect(offerOf({ ...declined, model: { type: 'declined', model: 'tiny' } })).toBeNull();
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

describe('an answer as a comment', () => {
  const comment = (result: AskResult) => answerComment(result, { start: '  // ', pathOf: tools.pathOf });

  it('has its source behind it, on one line', () => {
    expect(comment({ ...answered, answer: 'The default of attempts\nis 4.' })).toBe(
      '  // The default of attempts is 4. node_modules/steady-retry/index.d.ts:12',
    );
  });

  it.each(['/usr/share/harbour/client.go', 'C:\\harbour\\client.go'])(
    'names no folder of the machine: %s',
    (path) => {
      expect(answerComment(answered, { start: '// ', pathOf: () => path })).toBe(
        '// The default of attempts is 4. client.go:12',
      );
    },
  );

  it('is made of no decline, and of nothing that a model says', () => {
    expect(comment(declined)).toBeUndefined();
    expect(comment(ofModel)).toBeUndefined();
  });
});
