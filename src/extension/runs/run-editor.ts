import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { type RunViewMessage, runViewRequestSchema } from '../../protocol/run-view.ts';
import type { RunActivity } from '../benchmark/run-activity.ts';
import { pageIn } from '../view-resources.ts';
import { RunDocument } from './run-document.ts';
import { runItemDetail } from './run-item-detail.ts';
import { runPage } from './run-page.ts';
import { runState } from './run-state.ts';

const runEditorType = 'factprobe.run';

/** Opens a run file as its page. */
export async function openRun(file: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', file, runEditorType, { preview: false });
}

export interface RunEditorOptions {
  readonly extension: vscode.Uri;
  readonly activity: RunActivity;
  readonly render: Renderer;
  readonly log: vscode.LogOutputChannel;
}

/** Shows run files: rates, groups and every item. It never writes them. */
export class RunEditor implements vscode.CustomReadonlyEditorProvider<RunDocument>, vscode.Disposable {
  readonly #options: RunEditorOptions;
  readonly #registration: vscode.Disposable;

  constructor(options: RunEditorOptions) {
    this.#options = options;
    this.#registration = vscode.window.registerCustomEditorProvider(runEditorType, this, {
      supportsMultipleEditorsPerDocument: true,
    });
  }

  openCustomDocument(uri: vscode.Uri): RunDocument {
    return new RunDocument(uri, this.#options.log);
  }

  resolveCustomEditor(document: RunDocument, panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    const folders = ['dist/webview', 'media'].map((folder) =>
      vscode.Uri.joinPath(this.#options.extension, folder),
    );
    webview.options = { enableScripts: true, localResourceRoots: folders };
    webview.onDidReceiveMessage((received: unknown) => this.#receive(received, document, webview));
    // A hidden page is gone; it asks for its state when it is shown again.
    const following = document.onDidChange(() => (panel.visible ? this.#send(document, webview) : undefined));
    const running = this.#options.activity.onDidChange((file) =>
      panel.visible && file.toString() === document.uri.toString()
        ? this.#send(document, webview)
        : undefined,
    );
    panel.onDidDispose(() => {
      following.dispose();
      running.dispose();
    });
    webview.html = this.#page(webview);
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #page(webview: vscode.Webview): string {
    const { extension, render } = this.#options;
    return runPage(pageIn(webview, { extension, name: 'run', title: render(message('bench.report.title')) }));
  }

  async #send(document: RunDocument, webview: vscode.Webview): Promise<void> {
    const { activity, render } = this.#options;
    const reading = await document.read();
    const state: RunViewMessage =
      'run' in reading
        ? runState(reading.run, render, activity.has(document.uri))
        : {
            type: 'unreadable',
            sentence: render(reading.failure),
            openAsText: render(message('run.open-as-text')),
          };
    void webview.postMessage(state);
  }

  async #receive(received: unknown, document: RunDocument, webview: vscode.Webview): Promise<void> {
    const request = runViewRequestSchema.safeParse(received).data;
    switch (request?.type) {
      case 'ready':
        return this.#send(document, webview);
      case 'resume':
      case 'stop':
        await vscode.commands.executeCommand(`factprobe.${request.type}Run`, document.uri);
        return;
      case 'openAsText':
        await vscode.commands.executeCommand('vscode.openWith', document.uri, 'default');
        return;
      case 'select': {
        const reading = await document.read();
        const item = 'run' in reading ? reading.run.items.get(request.key) : undefined;
        if (item === undefined) return;
        const detail: RunViewMessage = runItemDetail(item, this.#options.render);
        void webview.postMessage(detail);
      }
    }
  }
}
