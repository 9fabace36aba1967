import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { type AskParams, type AskResult, askMethod, askResultSchema } from '../../protocol/ask.ts';
import { cursorPlace } from '../cursor-place.ts';
import { isChecked } from '../languages.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import { mayAskModel, showsInlineAnswer } from '../settings.ts';
import type { AnswerHistory } from './answer-history.ts';
import type { AnswerView } from './answer-view.ts';
import type { AskProgressRouter } from './ask-progress.ts';
import { GrowingAnswer } from './growing-answer.ts';
import type { InlineAnswer } from './inline-answer.ts';
import { answerText } from './shown-answer.ts';
import { withSlowProgress } from './slow-progress.ts';

/** Asks a question and shows what came of it: at the end of the line it was asked from, and in the view. */
export type Ask = (question: string, editor: vscode.TextEditor | undefined) => Promise<AskResult>;

export interface AskingOptions {
  readonly server: ServerConnection;
  readonly progress: AskProgressRouter;
  readonly history: AnswerHistory;
  readonly view: AnswerView;
  readonly inline: InlineAnswer;
  readonly render: Renderer;
}

/**
 * Rejects with a `vscode.CancellationError` when the user gives up before there is anything to show, `ServerUnavailable`
 * when there is no server. A model that is stopped leaves what evidence said.
 */
export function createAsking(options: AskingOptions): Ask {
  const { inline } = options;
  return async (question, editor) => {
    const asked = editor !== undefined && isChecked(editor.document) ? editor : undefined;
    const line = asked?.selection.active.line;
    const result = await answered(question, asked, options);
    if (asked !== undefined && line !== undefined && showsInlineAnswer(asked.document.uri)) {
      inline.show(asked.document, line, result.short ?? answerText(result));
    }
    return result;
  };
}

async function answered(
  question: string,
  asked: vscode.TextEditor | undefined,
  { server, progress, history, view, render }: AskingOptions,
): Promise<AskResult> {
  const id = mayAskModel() ? randomUUID() : undefined;
  const params: AskParams = {
    question,
    at: asked === undefined ? null : cursorPlace(asked),
    ...(id === undefined ? {} : { askModelAs: id }),
  };
  const answer = new GrowingAnswer(history, view);
  const source = new vscode.CancellationTokenSource();
  const leave = id === undefined ? undefined : progress.follow(id, (one) => answer.receive(one));
  const stopping = view.onDidStop((stopped) => {
    if (stopped === answer.id) source.cancel();
  });
  try {
    const work = async (token: vscode.CancellationToken) =>
      askResultSchema.parse(await server.request<unknown>(askMethod, params, token));
    const result = await withSlowProgress(render(message('extension.asking')), work, source);
    await answer.finish(result);
    return result;
  } catch (error) {
    if (answer.evidence === undefined) throw error;
    const isStopped = error instanceof vscode.CancellationError;
    const problemId = isStopped ? 'answer.stopped' : 'extension.command-failed';
    const problem = render(message(problemId));
    const result: AskResult = {
      ...answer.evidence,
      model: { type: 'failed', model: null, problem, problemId },
    };
    await answer.finish(result);
    if (!isStopped) throw error;
    return result;
  } finally {
    leave?.();
    stopping.dispose();
  }
}
