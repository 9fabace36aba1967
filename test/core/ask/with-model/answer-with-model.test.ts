import { describe, expect, it } from 'vitest';
import { type Answer, answerWithModel, modelConfidence } from '../../../../src/core/ask/index.ts';
import type { Evidence, InstalledPackage } from '../../../../src/core/evidence/index.ts';
import type { ChatReply } from '../../../../src/core/model/index.ts';
import { CancelledError, message } from '../../../../src/core/platform/index.ts';
import { createRenderer } from '../../../../src/node/catalogue.ts';
import { Declarations } from '../../../support/facts.ts';
import { failureOf, type Scripted, scriptedModel } from '../../../support/scripted-model.ts';

const render = createRenderer('en');
const tide: InstalledPackage = { ecosystem: 'python', name: 'tide', version: '1.4.2', root: '/harbour/tide' };
const client = new Declarations(
  tide,
  'client.py',
  `class Client:
    """Reads the gauge of one station."""
    def levels(self, day, limit: int = 48) -> list[Level]:
    def history(self, days: int = 7):
        warnings.warn("Client.history is deprecated, use Client.levels", DeprecationWarning)
`,
);
const passages: readonly Evidence[] = [
  client.quote('def levels(self, day, limit: int = 48) -> list[Level]:'),
  client.quote('warnings.warn("Client.history is deprecated, use Client.levels", DeprecationWarning)'),
  client.quote('"""Reads the gauge of one station."""'),
];

function declined(changes: Partial<Answer> = {}): Answer {
  return {
    question: 'What does Client.history warn about?',
    answer: null,
    attempted: false,
    confidence: 0,
    reason: message('ask.declined.not-understood'),
    decidedBy: 'ask.declined.not-understood',
    evidence: [],
    basis: null,
    notes: [],
    milliseconds: 5,
    ...changes,
  };
}

interface Asking {
  readonly say: Scripted | ((count: number) => Scripted);
  readonly answer?: Answer;
  readonly passages?: readonly Evidence[];
  readonly contextTokens?: number;
  readonly signal?: AbortSignal;
  readonly thinking?: boolean;
}

async function asking({ say, answer = declined(), passages: given = passages, ...more }: Asking) {
  const model = scriptedModel((_request, count) => (typeof say === 'function' ? say(count) : say));
  const waits: number[] = [];
  const { contextTokens, signal = new AbortController().signal, thinking } = more;
  const result = await answerWithModel(
    {
      model,
      passages: async () => given,
      randomMark: () => 'c0ffee',
      sleep: async (seconds) => void waits.push(seconds),
      clock: () => 0,
      ...(contextTokens === undefined ? {} : { contextTokens }),
    },
    { answer, signal, ...(thinking === undefined ? {} : { thinking }) },
  );
  return { result, asked: model.asked, waits, text: result.answer === null ? null : render(result.answer) };
}

describe('answerWithModel', () => {
  it('answers with the passages that the reply cites, numbered in the order cited', async () => {
    const say =
      'It warns that `Client.history` is deprecated [2]. Use `Client.levels`, whose `limit` is 48 [1][2].';
    const { result, text } = await asking({ say });
    expect(text).toBe(
      'It warns that `Client.history` is deprecated [1]. Use `Client.levels`, whose `limit` is 48 [2][1].',
    );
    expect(result).toEqual({
      question: 'What does Client.history warn about?',
      answer: message('ask.answer.model', { text: text ?? '' }),
      attempted: true,
      confidence: modelConfidence.cited,
      reason: null,
      decidedBy: 'scripted',
      evidence: [passages[1], passages[0]],
      basis: 'passages',
      notes: [],
      milliseconds: 5,
    });
  });

  it('takes citations out that fail, counts them and is less sure', async () => {
    const { result, text } = await asking({
      say: 'The limit is 48 [1]. It was added in 0.9 [1]. See `Gauge.reset` [7].',
    });
    expect(text).toBe('The limit is 48 [1]. It was added in 0.9. See `Gauge.reset`.');
    expect(result.confidence).toBe(modelConfidence.partlyCited);
    expect(result.notes.map(render)).toEqual([
      '2 citations were taken out: the passage does not hold what the sentence states.',
    ]);
  });

  it('says that an answer without citations is closed-book', async () => {
    const { result } = await asking({ say: 'Mercurial is a version control system.', passages: [] });
    expect(result).toMatchObject({
      attempted: true,
      basis: 'closed-book',
      evidence: [],
      confidence: modelConfidence.closedBook,
    });
    expect(result.notes.map(render)).toEqual([
      'This is what scripted says by itself: it cites nothing here that proves it.',
    ]);
  });

  it.each<[string, string, Partial<ChatReply>]>([
    ['the words for it', 'unknowing', { text: "I don't know." }],
    ['those in Chinese', 'unknowing', { text: '抱歉，我不知道。' }],
    ['passages that don’t tell', 'unknowing', { text: 'The passages do not say what it raises.' }],
    ['a refusal', 'refused', { text: '', refusal: 'I will not.' }],
    ['a refusal in words', 'refused', { text: "I'm sorry, but I can't help with that." }],
    ['a filter', 'refused', { text: 'Well', finishReason: 'filter' }],
    ['nothing', 'empty', { text: ' \n' }],
    ['marks alone', 'empty', { text: '***' }],
    ['a citation alone', 'empty', { text: '[2]' }],
    ['the question', 'empty', { text: 'what does client.history warn about' }],
    ['a part', 'cut', { text: 'It warns that', finishReason: 'length' }],
    ['thinking alone', 'thinking', { text: '', thinking: 'Hm, history…' }],
    ['thinking without an end', 'thinking', { text: '', thinking: 'Hm', isThinkingClosed: false }],
  ])('declines with a reason of its own when the reply is %s', async (_name, reason, reply) => {
    const { result } = await asking({ say: reply });
    expect(result).toMatchObject({
      answer: null,
      attempted: false,
      confidence: 0,
      basis: null,
      decidedBy: `ask.declined.model-${reason}`,
      reason: { id: `ask.declined.model-${reason}`, values: { model: 'scripted' } },
      notes: [message('ask.declined.not-understood')],
    });
  });

  it.each(['not-understood', 'not-installed', 'no-default', 'workspace-symbol', 'broken'] as const)(
    'asks about what evidence declined as %s',
    async (name) => {
      const { result } = await asking({
        say: 'Yes.',
        answer: declined({ decidedBy: `ask.declined.${name}` }),
      });
      expect(result.attempted).toBe(true);
    },
  );

  it.each([
    'empty',
    'too-long',
    'other-version',
    'no-such-symbol',
    'no-such-parameter',
    'not-deprecated',
    'ambiguous',
  ])('asks nothing where evidence knows better: %s', async (name) => {
    const answer = declined({ decidedBy: `ask.declined.${name}` });
    const { result, asked } = await asking({ say: 'Yes.', answer });
    expect([result, asked.length]).toEqual([answer, 0]);
  });

  it('asks nothing where evidence answered', async () => {
    const answer = declined({ attempted: true, decidedBy: 'ask.default.declared', basis: 'evidence' });
    const { result, asked } = await asking({ say: 'No.', answer });
    expect([result, asked.length]).toEqual([answer, 0]);
  });

  it('tries again what may pass, as long as the server asks, and gives up what it asks too long for', async () => {
    const { waits, text } = await asking({ say: (count) => (count === 1 ? failureOf('busy', 3) : 'Yes.') });
    expect([waits, text]).toEqual([[3], 'Yes.']);
    await expect(asking({ say: failureOf('busy', 300) })).rejects.toMatchObject({ failure: 'busy' });
    await expect(asking({ say: failureOf('timeout') })).rejects.toMatchObject({ failure: 'timeout' });
    await expect(asking({ say: failureOf('unauthorized') })).rejects.toMatchObject({
      failure: 'unauthorized',
    });
  });

  it('ends at once when it is cancelled', async () => {
    await expect(asking({ say: 'Yes.', signal: AbortSignal.abort() })).rejects.toBeInstanceOf(CancelledError);
  });

  it.each([512, 2048, 4096, 131_072])(
    'keeps prompt and reply within a context of %d tokens',
    async (contextTokens) => {
      const long = new Declarations(tide, 'long.py', 'x = 1\n'.repeat(20_000));
      const many = Array.from({ length: 24 }, () => long.quote('x = 1\n'.repeat(400)));
      const { asked } = await asking({ say: 'Yes.', passages: many, contextTokens });
      const [request] = asked;
      const prompt = request?.messages.map(({ content }) => content).join('') ?? '';
      expect((request?.sampling.maxTokens ?? 0) + prompt.length / 2).toBeLessThanOrEqual(
        Math.max(contextTokens, 1400),
      );
      expect(request?.sampling.maxTokens).toBeLessThan(contextTokens);
    },
  );
});
