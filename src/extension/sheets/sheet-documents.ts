import * as vscode from 'vscode';
import { outlineFactqa, type SheetOutline, type SheetPlace } from '../../core/benchmark/index.ts';
import { sha256 } from '../../node/hash.ts';

/** The language of question sheets. */
export const sheetLanguage = 'factqa';

/** The outline of a question sheet as it is in the editor. */
export function outlineOf(document: vscode.TextDocument): SheetOutline {
  return outlineFactqa(document.getText(), sha256);
}

/** A place of a sheet as a range of the editor. */
export function rangeOf({ line, start, end }: SheetPlace): vscode.Range {
  return new vscode.Range(line, start, line, end);
}
