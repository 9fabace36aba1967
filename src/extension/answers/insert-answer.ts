import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { AskResult } from '../../protocol/ask.ts';
import { isChecked } from '../languages.ts';
import { answerComment } from './answer-comment.ts';
import { commentMark } from './commented-question.ts';

export interface InsertAnswerTools {
  readonly render: Renderer;
  readonly pathOf: (uri: string) => string;
}

/** Writes an answer as a comment above the cursor's line of the editor in front; says so where there is none. */
export async function insertAnswer(result: AskResult, { render, pathOf }: InsertAnswerTools): Promise<void> {
  // The view has the focus now: the editor that is seen is meant.
  const editor =
    vscode.window.activeTextEditor ??
    vscode.window.visibleTextEditors.find(({ document }) => isChecked(document));
  const mark = editor === undefined ? undefined : commentMark(editor.document.languageId);
  if (editor === undefined || mark === undefined) {
    void vscode.window.showInformationMessage(render(message('answer.no-editor')));
    return;
  }
  const line = editor.document.lineAt(editor.selection.active.line);
  const indentation = line.text.slice(0, line.firstNonWhitespaceCharacterIndex);
  const comment = answerComment(result, { start: `${indentation}${mark} `, pathOf });
  if (comment === undefined) return;
  await editor.edit((edit) => edit.insert(line.range.start, `${comment}\n`));
}
