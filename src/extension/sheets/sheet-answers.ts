import * as vscode from 'vscode';
import type { AskResult } from '../../protocol/ask.ts';

/** What the questions of open sheets came to, by their words: they keep their answers wherever they move. */
export class SheetAnswers implements vscode.Disposable {
  readonly #answers = new Map<string, AskResult>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  of(sheet: vscode.Uri, question: string): AskResult | undefined {
    return this.#answers.get(keyOf(sheet, question));
  }

  add(sheet: vscode.Uri, question: string, answer: AskResult): void {
    this.#answers.set(keyOf(sheet, question), answer);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function keyOf(sheet: vscode.Uri, question: string): string {
  return `${sheet.toString()}\0${question}`;
}
