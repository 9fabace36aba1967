import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { Ask } from '../answers/asking.ts';
import { frontEditor } from '../front-editor.ts';
import type { RegisterCommand } from './register-command.ts';

/** A selection that is longer is no question. */
const longestSelection = 300;

/** Ask an API Question…: any question; a key binding may hand it over as its argument. */
export function registerAskQuestion(
  register: RegisterCommand,
  ask: Ask,
  render: Renderer,
): vscode.Disposable {
  return register('askQuestion', async (given) => {
    const editor = frontEditor();
    const question = typeof given === 'string' ? given : await inputQuestion(editor, render);
    if (question === undefined || question.trim() === '') return undefined;
    return ask(question.trim(), editor);
  });
}

function inputQuestion(editor: vscode.TextEditor | undefined, render: Renderer) {
  return vscode.window.showInputBox({
    title: render(message('extension.ask-title')),
    placeHolder: render(message('extension.ask-example')),
    value: selectedText(editor),
    ignoreFocusOut: true,
  });
}

function selectedText(editor: vscode.TextEditor | undefined): string {
  const text = editor?.document.getText(editor.selection).replace(/\s+/g, ' ').trim() ?? '';
  return text.length > longestSelection ? '' : text;
}
