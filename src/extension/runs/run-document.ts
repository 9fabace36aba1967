import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import { type RunReading, readRun } from './read-run.ts';

/** Milliseconds between two readings of a file that grows. */
const pause = 500;

/** A run file that is open, read again while it grows. */
export class RunDocument implements vscode.CustomDocument {
  readonly uri: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #changed = new vscode.EventEmitter<void>();
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<RunReading> | undefined;
  #isStale = false;

  /** The file has changed, and `read` gives what it holds now. */
  readonly onDidChange = this.#changed.event;

  constructor(uri: vscode.Uri, log: vscode.LogOutputChannel) {
    this.uri = uri;
    this.#log = log;
    // Not the file's own name: it may hold what a pattern reads as its own signs.
    const folder = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*');
    this.#watcher = vscode.workspace.createFileSystemWatcher(folder);
    const notice = (changed: vscode.Uri) => this.#notice(changed);
    this.#watcher.onDidChange(notice);
    this.#watcher.onDidCreate(notice);
    this.#watcher.onDidDelete(notice);
  }

  /** What the file holds; read once for as long as it doesn't change. Never rejects. */
  read(): Promise<RunReading> {
    if (this.#reading === undefined || this.#isStale) {
      this.#isStale = false;
      // One after the other, so that a slow reading of the past never comes last.
      this.#reading = Promise.resolve(this.#reading).then(() => this.#read());
    }
    return this.#reading;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watcher.dispose();
    this.#changed.dispose();
  }

  #notice(changed: vscode.Uri): void {
    if (changed.toString() !== this.uri.toString()) return;
    // A run writes several times a second: a timer that began anew with each change might never end.
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#isStale = true;
      this.#changed.fire();
    }, pause);
  }

  async #read(): Promise<RunReading> {
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(this.uri);
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      const file = vscode.workspace.asRelativePath(this.uri);
      return { failure: message('bench.run.unreadable', { file }) };
    }
    try {
      return readRun(bytes);
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      return { failure: message('run.not-shown') };
    }
  }
}
