import * as vscode from 'vscode';

/** The user asked for the step before. */
export const back = Symbol('back');

export interface Step {
  readonly title: string;
  /** From one; without it the input stands alone. */
  readonly step?: number;
  readonly totalSteps?: number;
  readonly placeholder: string;
}

export interface TextStep extends Step {
  readonly prompt: string;
  readonly value: string;
  readonly isPassword: boolean;
  /** What is wrong with a text; `undefined` when nothing is. */
  readonly problemOf: (text: string) => string | undefined;
}

export interface PickStep extends Step {
  readonly items: readonly vscode.QuickPickItem[];
  /** The label that the cursor begins on. */
  readonly current?: string | undefined;
}

/** What was typed; `undefined` when the user leaves. */
export function enterText(options: TextStep): Promise<string | typeof back | undefined> {
  const input = vscode.window.createInputBox();
  prepare(input, options);
  input.prompt = options.prompt;
  input.value = options.value;
  input.password = options.isPassword;
  input.onDidChangeValue(() => {
    input.validationMessage = undefined;
  });
  return shown(input, () => {
    input.validationMessage = options.problemOf(input.value);
    return input.validationMessage === undefined ? input.value : undefined;
  });
}

/** The label that was chosen; `undefined` when the user leaves. */
export function pickOne(options: PickStep): Promise<string | typeof back | undefined> {
  const pick = vscode.window.createQuickPick();
  prepare(pick, options);
  pick.items = options.items;
  pick.activeItems = options.items.filter(({ label }) => label === options.current);
  pick.matchOnDescription = true;
  return shown(pick, () => pick.selectedItems[0]?.label);
}

type Input = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

function prepare(input: Input, { title, step, totalSteps, placeholder }: Step): void {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.placeholder = placeholder;
  // What is typed here is often fetched from another window.
  input.ignoreFocusOut = true;
  input.buttons = step !== undefined && step > 1 ? [vscode.QuickInputButtons.Back] : [];
}

/** Shows an input until `accept` gives something, or it is left. */
function shown(input: Input, accept: () => string | undefined): Promise<string | typeof back | undefined> {
  return new Promise((resolve) => {
    const end = (result: string | typeof back) => {
      resolve(result);
      input.hide();
    };
    input.onDidAccept(() => {
      const result = accept();
      if (result !== undefined) end(result);
    });
    input.onDidTriggerButton(() => end(back));
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
