import { dirname } from 'pathe';
import type { CancellationToken } from 'vscode-languageserver/node';
import { isAskable, languageOfFile } from '../core/source/index.ts';
import {
  askMethod,
  askParamsSchema,
  type DocumentPlace,
  type QuestionsAtParams,
  type QuestionsAtResult,
  questionsAtMethod,
} from '../protocol/ask.ts';
import type { PlaceOfJob } from '../protocol/worker.ts';
import { askModelToo } from './ask-model.ts';
import { askResult } from './ask-result.ts';
import { cancellableAnswer } from './cancellable-answer.ts';
import { withEditorKnowledge } from './client-knowledge.ts';
import { languageOfDocument } from './document-language.ts';
import type { Indexing } from './indexing.ts';
import type { ServerContext } from './server-context.ts';
import { pathOfUri } from './uris.ts';

/** Answers API questions, and says which can be asked about the symbol at a place. */
export function registerAsk(context: ServerContext, indexing: Pick<Indexing, 'inBackground'>): void {
  const { connection, pool, render } = context;
  connection.onRequest(askMethod, (received: unknown, token: CancellationToken) =>
    cancellableAnswer(token, render, async (signal) => {
      const { question, at: asked, askModelAs: id } = askParamsSchema.parse(received);
      const at = asked === null ? null : placeOf(asked, context);
      const job = { type: 'ask', question, at, from: await foldersFor(at, context) } as const;
      const read = await pool.run(job, { key: 'ask', signal });
      // The question read what it needed; the next ones find the rest there.
      indexing.inBackground();
      const answer = await withEditorKnowledge(read, { at: asked, signal }, context.knowledge);
      return id === undefined
        ? askResult(answer, context)
        : askModelToo({ answer, id, job, signal }, context);
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
  const language = document === undefined ? languageOfFile(path) : languageOfDocument(document);
  if (language === undefined || !isAskable(language)) return null;
  return { path, languageId: language.id, text: document?.getText() ?? null, ...position };
}

async function foldersFor(at: PlaceOfJob | null, { folders }: ServerContext): Promise<readonly string[]> {
  const open = await folders();
  return at?.path.startsWith('/') || /^[a-z]:\//i.test(at?.path ?? '')
    ? [dirname(at?.path ?? ''), ...open]
    : open;
}
