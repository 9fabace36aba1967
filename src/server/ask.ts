import { dirname } from 'pathe';
import type { CancellationToken } from 'vscode-languageserver/node';
import { type Answer, shortAnswer } from '../core/ask/index.ts';
import { isAskable, languageById, languageOfFile } from '../core/source/index.ts';
import {
  type AskParams,
  type AskResult,
  askMethod,
  type DocumentPlace,
  type QuestionsAtParams,
  type QuestionsAtResult,
  questionsAtMethod,
} from '../protocol/ask.ts';
import type { PlaceOfJob } from '../protocol/worker.ts';
import { cancellableAnswer } from './cancellable-answer.ts';
import type { ServerContext } from './server-context.ts';
import { pathOfUri, uriOfPath } from './uris.ts';

/** Answers API questions, and says which can be asked about the symbol at a place. */
export function registerAsk(context: ServerContext): void {
  const { connection, pool, render } = context;
  connection.onRequest(askMethod, (params: AskParams, token: CancellationToken) =>
    cancellableAnswer(token, render, async (signal) => {
      const at = params.at === null ? null : placeOf(params.at, context);
      const job = {
        type: 'ask',
        question: params.question,
        at,
        from: await foldersFor(at, context),
      } as const;
      return askResult(await pool.run(job, { key: 'ask', signal }), context);
    }),
  );
  connection.onRequest(questionsAtMethod, (params: QuestionsAtParams, token: CancellationToken) =>
    cancellableAnswer(token, render, async (signal): Promise<QuestionsAtResult> => {
      const at = placeOf(params, context);
      if (at === null) return { symbol: null, questions: [], reason: null };
      const job = { type: 'questions-at', at, from: await foldersFor(at, context) } as const;
      const { symbol, questions, reason } = await pool.run(job, { key: 'ask', signal });
      return {
        symbol,
        questions: questions.map((question) => render(question)),
        reason: reason === null ? null : render(reason),
      };
    }),
  );
}

/** The place with the text that is open there; `null` in a language that can't be asked about. */
function placeOf({ uri, position }: DocumentPlace, { documents }: ServerContext): PlaceOfJob | null {
  const document = documents.get(uri);
  const path = pathOfUri(uri);
  const language = document === undefined ? languageOfFile(path) : languageById(document.languageId);
  if (language === undefined || !isAskable(language)) return null;
  return { path, languageId: language.id, text: document?.getText() ?? null, ...position };
}

async function foldersFor(at: PlaceOfJob | null, { folders }: ServerContext): Promise<readonly string[]> {
  const open = await folders();
  return at?.path.startsWith('/') || /^[a-z]:\//i.test(at?.path ?? '')
    ? [dirname(at?.path ?? ''), ...open]
    : open;
}

function askResult(
  { basis: _basis, notes: _notes, ...answer }: Answer,
  { render }: ServerContext,
): AskResult {
  return {
    ...answer,
    answer: answer.answer === null ? null : render(answer.answer),
    short: answer.answer === null ? null : render(shortAnswer(answer.answer)),
    reason: answer.reason === null ? null : render(answer.reason),
    evidence: answer.evidence.map(({ path, ...one }) => ({ uri: uriOfPath(path), ...one })),
  };
}
