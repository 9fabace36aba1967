import type * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { type AskParams, type AskResult, askMethod } from '../../protocol/ask.ts';
import { cursorPlace } from '../cursor-place.ts';
import { isAskable } from '../languages.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import { showsInlineAnswer } from '../settings.ts';
import type { AnswerHistory } from './answer-history.ts';
import type { AnswerView } from './answer-view.ts';
import type { InlineAnswer } from './inline-answer.ts';
import { answerText } from './shown-answer.ts';
import { withSlowProgress } from './slow-progress.ts';

/** Asks a question and shows what came of it: at the end of the line it was asked from, and in the view. */
export type Ask = (question: string, editor: vscode.TextEditor | undefined) => Promise<AskResult>;

export interface AskingOptions {
  readonly server: ServerConnection;
  readonly history: AnswerHistory;
  readonly view: AnswerView;
  readonly inline: InlineAnswer;
  readonly render: Renderer;
}

/** Rejects with a `vscode.CancellationError` when the user gives up, `ServerUnavailable` when there is no server. */
export function createAsking({ server, history, view, inline, render }: AskingOptions): Ask {
  return async (question, editor) => {
    const asked = editor !== undefined && isAskable(editor.document) ? editor : undefined;
    const line = asked?.selection.active.line;
    const params: AskParams = { question, at: asked === undefined ? null : cursorPlace(asked) };
    const result = await withSlowProgress(render(message('extension.asking')), (token) =>
      server.request<AskResult>(askMethod, params, token),
    );
    history.add(result);
    if (asked !== undefined && line !== undefined && showsInlineAnswer(asked.document.uri)) {
      inline.show(asked.document, line, result.short ?? answerText(result));
    }
    await view.reveal();
    return result;
  };
}
