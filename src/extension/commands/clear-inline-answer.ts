import type * as vscode from 'vscode';
import type { InlineAnswer } from '../answers/inline-answer.ts';
import type { RegisterCommand } from './register-command.ts';

/** Clears the answer at the line's end; bound to Esc while there is one. */
export function registerClearInlineAnswer(
  register: RegisterCommand,
  inline: InlineAnswer,
): vscode.Disposable {
  return register('clearInlineAnswer', () => inline.clear());
}
