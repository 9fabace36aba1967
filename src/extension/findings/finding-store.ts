import * as vscode from 'vscode';
import type { FileFindings, ShownFinding } from '../../protocol/findings.ts';

/** Everything that the server has found in the files that it knows of, as they are now. */
export class FindingStore implements vscode.Disposable {
  readonly #byFile = new Map<string, readonly ShownFinding[]>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  /** Takes what is known of a file instead of what was. */
  receive({ uri, findings }: FileFindings): void {
    const key = vscode.Uri.parse(uri).toString();
    if (findings.length === 0 && !this.#byFile.has(key)) return;
    if (findings.length === 0) this.#byFile.delete(key);
    else this.#byFile.set(key, findings);
    this.#changed.fire();
  }

  /** Forgets everything, as when the server has gone. */
  clear(): void {
    this.#byFile.clear();
    this.#changed.fire();
  }

  /** The files with findings, sorted by their URI. */
  all(): readonly FileFindings[] {
    return [...this.#byFile]
      .map(([uri, findings]) => ({ uri, findings }))
      .toSorted((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
