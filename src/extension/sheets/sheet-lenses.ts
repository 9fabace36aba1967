import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { outlineOf, rangeOf, sheetLanguage } from './sheet-documents.ts';

/** “Ask” over each question of a sheet. */
export function createSheetLenses(render: Renderer): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(sheetLanguage, {
    provideCodeLenses: (document) =>
      outlineOf(document).questions.map(
        ({ text, place }) =>
          new vscode.CodeLens(rangeOf(place), {
            title: render(message('sheet.ask')),
            command: 'factprobe.askSheetQuestion',
            arguments: [{ sheet: document.uri.toString(), question: text }],
          }),
      ),
  });
}
