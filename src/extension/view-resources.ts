import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { pageLanguage } from './localisation.ts';
import type { WebViewPage } from './web-view-page.ts';

export interface ViewResources {
  readonly extension: vscode.Uri;
  /** Its script is `dist/webview/NAME.js`, its style `media/NAME.css`. */
  readonly name: string;
  readonly title: string;
}

/** What a page of ours in a web view begins with: addresses that the view may load, and a nonce of its own. */
export function pageIn(webview: vscode.Webview, { extension, name, title }: ViewResources): WebViewPage {
  const address = (...path: readonly string[]) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  return {
    language: pageLanguage(),
    title,
    source: webview.cspSource,
    nonce: randomBytes(16).toString('hex'),
    script: address('dist', 'webview', `${name}.js`),
    style: address('media', `${name}.css`),
  };
}
