import { type Answer, shortAnswer } from '../core/ask/index.ts';
import type { AskResult } from '../protocol/ask.ts';
import type { ServerContext } from './server-context.ts';
import { uriOfPath } from './uris.ts';

/** An answer in the client's language, as far as no model had a part in it. */
export function askResult(answer: Answer, { render }: Pick<ServerContext, 'render'>): AskResult {
  const { question, attempted, confidence, decidedBy, milliseconds, notes } = answer;
  return {
    question,
    attempted,
    confidence,
    decidedBy,
    milliseconds,
    answer: answer.answer === null ? null : render(answer.answer),
    short: answer.answer === null ? null : render(shortAnswer(answer.answer)),
    reason: answer.reason === null ? null : render(answer.reason),
    evidence: answer.evidence.map(({ path, ...one }) => ({ uri: uriOfPath(path), ...one })),
    notes: notes.map((note) => render(note)),
    model: null,
  };
}
