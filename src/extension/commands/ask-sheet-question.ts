import * as vscode from 'vscode';
import * as z from 'zod';
import type { Ask } from '../answers/asking.ts';
import type { SheetAnswers } from '../sheets/sheet-answers.ts';
import type { RegisterCommand } from './register-command.ts';

const givenSchema = z.object({ sheet: z.string(), question: z.string() });

/** Asks one question of a question sheet, which the lens over it names; the answer goes behind it, and into the view. */
export function registerAskSheetQuestion(
  register: RegisterCommand,
  { ask, answers }: { readonly ask: Ask; readonly answers: SheetAnswers },
): vscode.Disposable {
  return register('askSheetQuestion', async (given) => {
    const named = givenSchema.safeParse(given).data;
    if (named === undefined) return undefined;
    const result = await ask(named.question, undefined);
    answers.add(vscode.Uri.parse(named.sheet, true), named.question, result);
    return result;
  });
}
