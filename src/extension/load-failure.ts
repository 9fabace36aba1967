import * as vscode from 'vscode';
import { message } from '../core/platform/index.ts';
import { createInterfaceRenderer } from './localisation.ts';

/** Tells in one sentence that the extension could not be loaded and what helps; the stack goes to the extension host's log. */
export function tellLoadFailure(error: unknown): void {
  console.error(error);
  const text = error instanceof Error ? error.message : String(error);
  const [reason = ''] = text.split('\n');
  void vscode.window.showErrorMessage(
    createInterfaceRenderer()(message('extension.load-failed', { reason })),
  );
}
