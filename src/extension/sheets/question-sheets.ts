import * as vscode from 'vscode';
import type { Renderer } from '../../node/catalogue.ts';
import type { SheetAnswers } from './sheet-answers.ts';
import { createSheetCompletion } from './sheet-completion.ts';
import { createSheetHints } from './sheet-hints.ts';
import { createSheetLenses } from './sheet-lenses.ts';
import { createSheetProblems } from './sheet-problems.ts';

/** Everything that the editor does with a question sheet, but for asking. */
export function createQuestionSheets(answers: SheetAnswers, render: Renderer): vscode.Disposable {
  return vscode.Disposable.from(
    createSheetLenses(render),
    createSheetHints(answers),
    createSheetProblems(render),
    createSheetCompletion(),
  );
}
