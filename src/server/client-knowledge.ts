import type { Connection } from 'vscode-languageserver/node';
import type { Answer } from '../core/ask/index.ts';
import { CancelledError, message } from '../core/platform/index.ts';
import type { DocumentPlace } from '../protocol/ask.ts';
import {
  type EditorKnowledge,
  type EditorKnowledgeParams,
  editorKnowledgeMethod,
  editorKnowledgeSchema,
} from '../protocol/editor-knowledge.ts';
import { pathOfUri } from './uris.ts';

/** What the editor's own language support knows, asked of the client. */
export type ClientKnowledge = (
  params: EditorKnowledgeParams,
  signal: AbortSignal,
) => Promise<EditorKnowledge | null>;

/** `canTell` says whether the client told at the start that it can be asked; nothing is known of one that can't. */
export function createClientKnowledge(connection: Connection, canTell: boolean): ClientKnowledge {
  return async (params, signal) => {
    if (!canTell) return null;
    const known = await connection.sendRequest<unknown>(editorKnowledgeMethod, params);
    if (signal.aborted) throw new CancelledError('cancelled');
    return editorKnowledgeSchema.nullable().parse(known);
  };
}

/** Declines that no knowledge of a symbol mends. */
const unmendable: ReadonlySet<string> = new Set(['ask.declined.empty', 'ask.declined.too-long']);

/**
 * A declined answer for which nothing installed says anything, with what the editor knows of the symbol at the place: its
 * definition as evidence, the rest in notes that say where it comes from. It stays declined: none of it is a fact that
 * was read. Any other answer comes back as it is.
 */
export async function withEditorKnowledge(
  answer: Answer,
  { at, signal }: { readonly at: DocumentPlace | null; readonly signal: AbortSignal },
  ask: ClientKnowledge,
): Promise<Answer> {
  const saysNothing = !answer.attempted && answer.evidence.length === 0 && !unmendable.has(answer.decidedBy);
  if (at === null || !saysNothing) return answer;
  const known = await ask({ at, question: answer.question }, signal);
  if (known === null) return answer;
  const { symbol, texts, definitions } = known;
  return {
    ...answer,
    evidence: definitions.map(({ uri, ...one }) => ({ path: pathOfUri(uri), ...one })),
    notes: [
      ...answer.notes,
      ...texts.map((text) => message('ask.note.editor-says', { symbol, text })),
      ...(definitions.length === 0 ? [] : [message('ask.note.editor-definition', { symbol })]),
    ],
  };
}
