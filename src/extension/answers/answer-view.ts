import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { evidencePlaceSchema } from '../../protocol/evidence-place.ts';
import { type ViewLabels, type ViewMessage, viewRequestSchema } from '../../protocol/webview.ts';
import { openEvidence } from '../findings/open-evidence.ts';
import { lacksEndpoint } from '../settings.ts';
import { pageIn } from '../view-resources.ts';
import type { AnswerHistory } from './answer-history.ts';
import { answerPage } from './answer-page.ts';
import { insertAnswer } from './insert-answer.ts';
import { copiedAnswer, shownAnswer } from './shown-answer.ts';

const answerViewId = 'factprobe.answers';

export interface AnswerViewOptions {
  readonly extension: vscode.Uri;
  readonly history: AnswerHistory;
  readonly render: Renderer;
  readonly log: vscode.LogOutputChannel;
}

/** The view with the whole answers, the newest on top. */
export class AnswerView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #options: AnswerViewOptions;
  readonly #registration: vscode.Disposable;
  readonly #stopped = new vscode.EventEmitter<number>();
  #view: vscode.WebviewView | undefined;
  /** Fires with the number of an answer whose model is to be stopped. */
  readonly onDidStop = this.#stopped.event;

  constructor(options: AnswerViewOptions) {
    this.#options = options;
    this.#registration = vscode.window.registerWebviewViewProvider(answerViewId, this);
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const { extension } = this.#options;
    const folders = ['dist/webview', 'media'].map((folder) => vscode.Uri.joinPath(extension, folder));
    view.webview.options = { enableScripts: true, localResourceRoots: folders };
    view.webview.onDidReceiveMessage((received: unknown) => this.#receive(received));
    view.onDidDispose(() => {
      this.#view = undefined;
    });
    view.webview.html = this.#page(view.webview);
    this.#view = view;
  }

  /** Shows the history as it is now and brings the view up; the focus stays where it is. */
  async reveal(): Promise<void> {
    this.#send();
    await vscode.commands.executeCommand(`${answerViewId}.focus`, { preserveFocus: true });
  }

  /** Shows the next piece of an answer that is still to come. */
  append(answer: number, text: string): void {
    this.#post({ type: 'piece', answer, text });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#stopped.dispose();
  }

  #page(webview: vscode.Webview): string {
    const { extension, render } = this.#options;
    return answerPage(pageIn(webview, { extension, name: 'answer', title: render(message('answer.title')) }));
  }

  #send(): void {
    const { history, render } = this.#options;
    const tools = { render, pathOf, lacksEndpoint: lacksEndpoint() };
    this.#post({
      type: 'state',
      labels: labels(render),
      answers: history.all.map((kept) => shownAnswer(kept, tools)),
    });
  }

  #post(sent: ViewMessage): void {
    void this.#view?.webview.postMessage(sent);
  }

  async #receive(received: unknown): Promise<void> {
    const { history, render, log } = this.#options;
    const request = viewRequestSchema.safeParse(received).data;
    try {
      switch (request?.type) {
        case 'ready':
          return this.#send();
        case 'ask':
          return await vscode.commands.executeCommand('factprobe.askQuestion');
        case 'copy': {
          const kept = history.find(request.answer);
          if (kept === undefined) return;
          return await vscode.env.clipboard.writeText(copiedAnswer(kept.result, { render, pathOf }));
        }
        case 'again': {
          const kept = history.find(request.answer);
          if (kept === undefined) return;
          return await vscode.commands.executeCommand('factprobe.askQuestion', kept.result.question);
        }
        case 'insert': {
          const kept = history.find(request.answer);
          if (kept === undefined) return;
          return await insertAnswer(kept.result, { render, pathOf });
        }
        case 'stop':
          return this.#stopped.fire(request.answer);
        case 'offer':
          return await vscode.commands.executeCommand(`factprobe.${request.offer}`);
        case 'open': {
          const evidence = history.find(request.answer)?.result.evidence[request.evidence];
          if (evidence !== undefined) await openEvidence(evidencePlaceSchema.parse(evidence));
        }
      }
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(render(message('extension.evidence-not-opened')));
    }
  }
}

function pathOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}

function labels(render: Renderer): ViewLabels {
  return {
    welcome: render(message('answer.welcome')),
    ask: render(message('answer.ask')),
    evidence: render(message('answer.evidence')),
    noEvidence: render(message('answer.no-evidence')),
    open: render(message('answer.open')),
    copy: render(message('answer.copy')),
    copied: render(message('answer.copied')),
    again: render(message('answer.again')),
    insert: render(message('answer.insert')),
    earlier: render(message('answer.earlier')),
    stop: render(message('answer.stop')),
    passage: render(message('answer.passage')),
    offers: {
      addEndpoint: render(message('endpoint.add')),
      selectModel: render(message('endpoint.select-model')),
      testConnection: render(message('endpoint.test')),
    },
  };
}
