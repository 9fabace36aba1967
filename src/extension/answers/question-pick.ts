import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';

/** Lets the user choose a ready question, or type another one; `undefined` when the list is left. */
export function pickQuestion(
  symbol: string,
  questions: readonly string[],
  render: Renderer,
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  const ready = questions.map((label) => ({ label }));
  pick.title = render(message('extension.ask-about', { symbol }));
  pick.placeholder = render(message('extension.choose-question'));
  pick.items = ready;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const own = { label: typed, description: render(message('extension.own-question')), alwaysShow: true };
    pick.items = typed === '' ? ready : [...ready, own];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
