import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/core/benchmark/index.ts';
import type { ChatModel } from '../../../src/core/model/index.ts';
import { failureOf, type Scripted, scriptedModel } from '../../support/scripted-model.ts';

const { signal } = new AbortController();
const ask = (model: ChatModel, content = 'Which?') =>
  model.complete({ messages: [{ role: 'user', content }], sampling: {}, signal }).then(
    () => 'reply',
    (error: unknown) => (error instanceof Error ? error.name : 'thrown'),
  );
const counted: Scripted = { text: 'weekday', usage: { promptTokens: 30, completionTokens: 4 } };

describe('a budget', () => {
  it('counts what the server counted, of an answering model and a judge together', async () => {
    const budget = new Budget({ requests: null, tokens: 100 });
    const model = budget.metered(scriptedModel(() => counted));
    const judge = budget.metered(scriptedModel(() => counted));
    expect([await ask(model), await ask(judge), await ask(model), await ask(judge)]).toEqual([
      'reply',
      'reply',
      'reply',
      'BudgetSpentError',
    ]);
    expect(budget.spending).toEqual({ requests: 3, tokens: 102, estimated: 0 });
  });

  it('estimates what nobody counted: four letters a token, a Chinese character one', async () => {
    const budget = new Budget({ requests: null, tokens: null });
    await ask(budget.metered(scriptedModel(() => 'weekday')), '星期几是什么？');
    // Seven wide characters, and three tokens for nine others.
    expect(budget.spending).toEqual({ requests: 1, tokens: 10, estimated: 1 });
  });

  it('counts every try as a request, and tokens of those alone that the server worked on', async () => {
    const budget = new Budget({ requests: 2, tokens: null });
    const model = budget.metered(
      scriptedModel((_request, count) => (count === 1 ? failureOf('busy') : failureOf('cut'))),
    );
    expect([await ask(model), await ask(model), await ask(model)]).toEqual([
      'FactprobeError',
      'FactprobeError',
      'BudgetSpentError',
    ]);
    expect(budget.spending).toMatchObject({ requests: 2, estimated: 1 });
  });
});
