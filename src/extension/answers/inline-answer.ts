import * as vscode from 'vscode';
import { firstSentence } from './first-sentence.ts';
import { lineAfterChange } from './tracked-line.ts';

/** True while an inline answer is seen in the editor in front, for the key that clears it. */
const contextKey = 'factprobe.inlineAnswerVisible';

interface Shown {
  readonly document: vscode.TextDocument;
  readonly line: number;
  readonly text: string;
}

/** The short answer behind the line that was asked about: one at a time, gone when the line is edited. */
export class InlineAnswer implements vscode.Disposable {
  readonly #decoration = vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 3ch' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #listeners: readonly vscode.Disposable[];
  #shown: Shown | undefined;

  constructor() {
    this.#listeners = [
      vscode.workspace.onDidChangeTextDocument((change) => this.#follow(change)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#shown?.document) this.clear();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#draw()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#draw()),
    ];
  }

  show(document: vscode.TextDocument, line: number, text: string): void {
    this.#shown = { document, line, text: firstSentence(text) };
    this.#draw();
  }

  clear(): void {
    this.#shown = undefined;
    this.#draw();
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#decoration.dispose();
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const shown = this.#shown;
    if (shown === undefined || document !== shown.document || contentChanges.length === 0) return;
    // Changes of one edit come from the end of the text to its beginning, so that none shifts the next.
    let line: number | undefined = shown.line;
    for (const { range, text } of contentChanges) {
      if (line === undefined) break;
      line = lineAfterChange(line, { startLine: range.start.line, endLine: range.end.line, text });
    }
    if (line === undefined) this.clear();
    else this.#shown = { ...shown, line };
  }

  #draw(): void {
    const shown = this.#shown;
    for (const editor of vscode.window.visibleTextEditors) {
      const isHere = shown !== undefined && editor.document === shown.document;
      editor.setDecorations(this.#decoration, isHere ? [decorationOf(shown)] : []);
    }
    const isInFront = shown !== undefined && vscode.window.activeTextEditor?.document === shown.document;
    void vscode.commands.executeCommand('setContext', contextKey, isInFront);
  }
}

function decorationOf({ document, line, text }: Shown): vscode.DecorationOptions {
  const { end } = document.lineAt(line).range;
  return { range: new vscode.Range(end, end), renderOptions: { after: { contentText: text } } };
}
