import { message } from '../platform/index.ts';
import type { Answer } from './answer.ts';
import { type AskRequest, answerQuestion } from './answer-question.ts';
import { type PassageTools, passagesFor } from './with-model/passages-for.ts';

/** So many passages are shown beside a reason: whoever reads them has to judge each. */
const mostPassages = 5;

/**
 * What `answerQuestion` comes to. A question that asks for no fact that it knows is still declined, with the passages as
 * evidence that share most with it and a note that they may help and are no answer; without both where there are none.
 */
export async function answerOrHelp(tools: PassageTools, request: AskRequest): Promise<Answer> {
  const answer = await answerQuestion(tools, request);
  if (answer.decidedBy !== 'ask.declined.not-understood') return answer;
  const begin = tools.clock();
  const passages = await passagesFor(tools, { ...request, looked: answer.evidence });
  if (passages.length === 0) return answer;
  const milliseconds = Math.round((answer.milliseconds + Math.max(0, tools.clock() - begin)) * 10) / 10;
  return {
    ...answer,
    evidence: passages.slice(0, mostPassages),
    notes: [...answer.notes, message('ask.note.may-help')],
    milliseconds,
  };
}
