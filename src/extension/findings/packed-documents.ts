import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { isPacked, type PackedText, packedTextMethod } from '../../protocol/packed-text.ts';
import type { ServerConnection } from '../server/server-connection.ts';

const scheme = 'factprobe-packed';

/** The URI under which the editor can show a place: its own, or that of its unpacked text. */
export function shownUri(uri: string): vscode.Uri {
  const own = vscode.Uri.parse(uri, true);
  return own.scheme === 'file' && isPacked(own.path) ? own.with({ scheme }) : own;
}

/** Sources inside archives and packed pages as read-only texts. */
export function openPackedDocuments(server: ServerConnection, render: Renderer): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri, token) {
      const params = { uri: uri.with({ scheme: 'file' }).toString() };
      const { text } = await server.request<PackedText>(packedTextMethod, params, token);
      if (text === null) throw new Error(render(message('extension.no-packed-text', { path: uri.path })));
      return text;
    },
  });
}
