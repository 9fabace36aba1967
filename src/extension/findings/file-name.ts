import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { cellScheme } from '../languages.ts';
import { notebookCell } from './notebook-cell.ts';

/** A file's name as people read it, relative to its folder; a notebook's cell is named with its number. */
export function fileName(uri: vscode.Uri, render: Renderer): string {
  if (uri.scheme !== cellScheme) return vscode.workspace.asRelativePath(uri);
  const cell = notebookCell(uri);
  if (cell === undefined) return vscode.workspace.asRelativePath(uri.path);
  const file = vscode.workspace.asRelativePath(cell.notebook.uri);
  return render(message('findings.cell', { file, number: cell.index + 1 }));
}
