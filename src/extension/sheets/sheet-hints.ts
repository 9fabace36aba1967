import * as vscode from 'vscode';
import { firstSentence } from '../answers/first-sentence.ts';
import { answerText } from '../answers/shown-answer.ts';
import type { SheetAnswers } from './sheet-answers.ts';
import { outlineOf, rangeOf, sheetLanguage } from './sheet-documents.ts';

/** The answer behind each question of a sheet that was asked; the whole of it stands in the answer view. */
export function createSheetHints(answers: SheetAnswers): vscode.Disposable {
  return vscode.languages.registerInlayHintsProvider(sheetLanguage, {
    onDidChangeInlayHints: answers.onDidChange,
    provideInlayHints: (document, shown) =>
      outlineOf(document).questions.flatMap(({ text, place }) => {
        const result = answers.of(document.uri, text);
        const { end } = rangeOf(place);
        if (result === undefined || !shown.contains(end)) return [];
        const hint = new vscode.InlayHint(end, `→ ${firstSentence(result.short ?? answerText(result))}`);
        hint.paddingLeft = true;
        hint.tooltip = answerText(result);
        return [hint];
      }),
  });
}
