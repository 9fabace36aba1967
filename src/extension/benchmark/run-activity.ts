import * as vscode from 'vscode';

/** The runs that go on in this window. */
export class RunActivity implements vscode.Disposable {
  readonly #running = new Map<string, vscode.CancellationTokenSource>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();

  /** A run of that file has begun or ended. */
  readonly onDidChange = this.#changed.event;

  has(file: vscode.Uri): boolean {
    return this.#running.has(file.toString());
  }

  /** Ends a run of that file, if one goes on here; what it has is kept. */
  stop(file: vscode.Uri): void {
    this.#running.get(file.toString())?.cancel();
  }

  /** Does the work of a run, which ends when its token is cancelled; a second one of a file counts for nothing here. */
  async during<T>(file: vscode.Uri, work: (token: vscode.CancellationToken) => Thenable<T>): Promise<T> {
    const source = new vscode.CancellationTokenSource();
    const key = file.toString();
    const isFirst = !this.#running.has(key);
    if (isFirst) this.#running.set(key, source);
    this.#changed.fire(file);
    try {
      return await work(source.token);
    } finally {
      if (isFirst) this.#running.delete(key);
      source.dispose();
      this.#changed.fire(file);
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
