import * as vscode from 'vscode';
import type { Renderer } from '../../node/catalogue.ts';
import type { CheckState } from '../../protocol/check-state.ts';
import { findingsIn } from '../findings/file-findings.ts';
import { checksLanguage } from '../language-switch.ts';
import { isChecked, languageName } from '../languages.ts';
import { checksComments, section } from '../settings.ts';
import { type FileStatus, statusLook } from './status-look.ts';

/** The one item in the status bar: how far a benchmark is, else what is known about the file in front. */
export class StatusItem implements vscode.Disposable {
  readonly #render: Renderer;
  readonly #item = vscode.window.createStatusBarItem(
    'factprobe.status',
    vscode.StatusBarAlignment.Right,
    100,
  );
  readonly #states = new Map<string, CheckState>();
  readonly #listeners: readonly vscode.Disposable[];
  #hasFailed = false;
  #run: string | undefined;

  constructor(render: Renderer) {
    this.#render = render;
    this.#item.name = 'Factprobe';
    const update = () => this.#update();
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.languages.onDidChangeDiagnostics(update),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#states.delete(uri.toString())),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) update();
      }),
    ];
    update();
  }

  serverStarted(): void {
    this.#hasFailed = false;
    this.#update();
  }

  serverFailed(): void {
    this.#hasFailed = true;
    this.#states.clear();
    this.#update();
  }

  /** Shows how far a benchmark is; without a text it is over. */
  runChanged(text: string | undefined): void {
    this.#run = text;
    this.#update();
  }

  checkChanged(state: CheckState): void {
    this.#states.set(vscode.Uri.parse(state.uri).toString(), state);
    this.#update();
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const status = this.#status();
    if (status === undefined) {
      this.#item.hide();
      return;
    }
    const look = statusLook(status);
    const label = this.#render(look.text);
    this.#item.text = `$(${look.icon}) ${look.isWordless ? 'Factprobe' : label}`;
    this.#item.tooltip = `Factprobe: ${label}`;
    this.#item.accessibilityInformation = { label: `Factprobe: ${label}` };
    this.#item.command = look.command;
    this.#item.backgroundColor =
      status.type === 'failed' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    this.#item.show();
  }

  #status(): FileStatus | undefined {
    if (this.#hasFailed) return { type: 'failed' };
    if (this.#run !== undefined) return { type: 'running', progress: this.#run };
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isChecked(document)) return undefined;
    if (!checksComments(document.uri)) return { type: 'off' };
    if (!checksLanguage(document))
      return { type: 'language-off', language: languageName(document.languageId) };
    const state = this.#states.get(document.uri.toString());
    if (state?.isChecking === true) return { type: 'checking' };
    if (typeof state?.skipped === 'string') return { type: 'skipped', reason: state.skipped };
    return { type: 'checked', contradicted: findingsIn(document.uri).length };
  }
}
