import type * as vscode from 'vscode';
import { back, pickOne, type Step } from '../endpoints/steps.ts';

/** An entry of a list, and what it stands for. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** What was chosen, `back` for the step before, `undefined` when the user leaves. The first entry has the cursor. */
export async function pickValue<T>(
  step: Step,
  choices: readonly Choice<T>[],
): Promise<{ readonly value: T } | typeof back | undefined> {
  const label = await pickOne({ ...step, items: choices, current: choices[0]?.label });
  if (label === undefined || label === back) return label;
  const chosen = choices.find((choice) => choice.label === label);
  return chosen === undefined ? undefined : { value: chosen.value };
}
