import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import {
  type DocumentPlace,
  documentPlaceSchema,
  type QuestionsAtParams,
  type QuestionsAtResult,
  questionsAtMethod,
} from '../../protocol/ask.ts';
import type { Ask } from '../answers/asking.ts';
import { pickQuestion } from '../answers/question-pick.ts';
import { withSlowProgress } from '../answers/slow-progress.ts';
import { cursorPlace } from '../cursor-place.ts';
import { isAskable } from '../languages.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import type { RegisterCommand } from './register-command.ts';

export interface AskAboutSymbolOptions {
  readonly server: ServerConnection;
  readonly ask: Ask;
  readonly render: Renderer;
}

/** Ask About Symbol: ready questions on the name under the cursor, or at the place of a link, or one of the user's own. */
export function registerAskAboutSymbol(
  register: RegisterCommand,
  { server, ask, render }: AskAboutSymbolOptions,
): vscode.Disposable {
  return register('askAboutSymbol', async (given) => {
    const linked = documentPlaceSchema.safeParse(given).data;
    const editor = linked === undefined ? vscode.window.activeTextEditor : await editorAt(linked);
    if (editor === undefined || !isAskable(editor.document)) {
      void vscode.window.showInformationMessage(render(message('extension.no-asked-file')));
      return undefined;
    }
    const place: QuestionsAtParams = cursorPlace(editor);
    const found = await withSlowProgress(render(message('extension.asking')), (token) =>
      server.request<QuestionsAtResult>(questionsAtMethod, place, token),
    );
    if (found.symbol === null) {
      await tellReason(found.reason, render);
      return undefined;
    }
    const question = await pickQuestion(found.symbol, found.questions, render);
    return question === undefined ? undefined : ask(question, editor);
  });
}

/** The editor of a place that a link names, with the cursor there: what is asked is asked from it. */
async function editorAt({ uri, position }: DocumentPlace): Promise<vscode.TextEditor> {
  const cursor = new vscode.Position(position.line, position.character);
  return vscode.window.showTextDocument(vscode.Uri.parse(uri, true), {
    selection: new vscode.Range(cursor, cursor),
  });
}

async function tellReason(reason: string | null, render: Renderer): Promise<void> {
  const other = render(message('answer.ask'));
  const chosen = await vscode.window.showInformationMessage(
    reason ?? render(message('extension.no-symbol')),
    other,
  );
  if (chosen === other) await vscode.commands.executeCommand('factprobe.askQuestion');
}
