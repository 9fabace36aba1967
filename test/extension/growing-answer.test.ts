import { beforeEach, describe, expect, it } from 'vitest';
import { type AnswerHistory, createAnswerHistory } from '../../src/extension/answers/answer-history.ts';
import { createAskProgressRouter } from '../../src/extension/answers/ask-progress.ts';
import { GrowingAnswer } from '../../src/extension/answers/growing-answer.ts';
import type { AskProgress, AskResult } from '../../src/protocol/ask.ts';

const evidence: AskResult = {
  question: 'Why?',
  answer: null,
  short: null,
  attempted: false,
  confidence: 0,
  reason: 'Nothing says why.',
  decidedBy: 'ask.declined.not-understood',
  evidence: [],
  milliseconds: 3,
  notes: [],
  model: null,
};

const whole: AskResult = {
  ...evidence,
  answer: 'Because.',
  attempted: true,
  reason: null,
  model: { type: 'answered', model: 'tiny', isClosedBook: true },
};

const asking = (model: string | null): AskProgress => ({ type: 'asking', id: 'q', evidence, model });
const piece = (text: string): AskProgress => ({ type: 'piece', id: 'q', text });

let history: AnswerHistory;
/** What the view was told, in order: a piece, or that it shows the history as it is. */
let shown: unknown[];
let answer: GrowingAnswer;

beforeEach(() => {
  history = createAnswerHistory();
  shown = [];
  answer = new GrowingAnswer(history, {
    reveal: async () => void shown.push(history.all),
    append: (id, text) => void shown.push([id, text]),
  });
});

describe('an answer that grows', () => {
  it('is there at once, then grows, then is whole, as one entry of the history', async () => {
    answer.receive(asking(null));
    answer.receive(asking('tiny'));
    answer.receive(piece('Be'));
    answer.receive(piece('cause.'));
    const said = history.all;
    await answer.finish(whole);
    expect(said).toEqual([{ id: 1, result: evidence, saying: { model: 'tiny', text: 'Because.' } }]);
    expect(history.all).toEqual([{ id: 1, result: whole, saying: null }]);
    expect(shown).toEqual([
      [{ id: 1, result: evidence, saying: { model: null, text: '' } }],
      [{ id: 1, result: evidence, saying: { model: 'tiny', text: '' } }],
      [1, 'Be'],
      [1, 'cause.'],
      history.all,
    ]);
  });

  it('comes whole when no model is asked', async () => {
    expect(answer.evidence).toBeUndefined();
    await answer.finish(evidence);
    expect(history.all).toEqual([{ id: 1, result: evidence, saying: null }]);
  });

  it('takes no pieces before it began or after it is whole', async () => {
    answer.receive(piece('early'));
    answer.receive(asking('tiny'));
    await answer.finish(whole);
    answer.receive(piece('late'));
    expect(history.all).toEqual([{ id: 1, result: whole, saying: null }]);
    expect(shown).toHaveLength(2);
  });
});

describe('progress', () => {
  it('reaches who asked, as long as they listen', () => {
    const router = createAskProgressRouter();
    const heard: string[] = [];
    const leave = router.follow('q', ({ type }) => heard.push(type));
    router.receive(piece('a'));
    router.receive({ ...piece('b'), id: 'other' });
    leave();
    router.receive(piece('c'));
    expect(heard).toEqual(['piece']);
  });
});
