import * as vscode from 'vscode';
import { escapeMarkdown, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { DocumentPlace } from '../../protocol/ask.ts';
import { askableSelector } from '../languages.ts';
import { mayBeImported } from './imported-name.ts';

const command = 'factprobe.askAboutSymbol';
const dotted = /[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*/u;

export interface HoverLinkOptions {
  readonly render: Renderer;
  /** Whether hovers are asked for their knowledge, where ours has no part in. */
  readonly isQuiet: () => boolean;
}

/** A link in the hover of what an import may bring. It asks when it is clicked; the hover itself asks nothing. */
export function offerHoverLinks({ render, isQuiet }: HoverLinkOptions): vscode.Disposable {
  return vscode.languages.registerHoverProvider([...askableSelector], {
    provideHover(document, position) {
      if (isQuiet()) return undefined;
      const range = document.getWordRangeAtPosition(position, dotted);
      if (range === undefined) return undefined;
      const behind = document.getText(range).slice(position.character - range.start.character);
      const inWord = /^[\p{L}\p{N}_$]*/u.exec(behind)?.[0].length ?? 0;
      const end = position.translate(0, inWord);
      const symbol = document.getText(new vscode.Range(range.start, end));
      if (!mayBeImported(document.getText(), symbol)) return undefined;
      const place: DocumentPlace = {
        uri: document.uri.toString(),
        position: { line: position.line, character: position.character },
      };
      const link = new vscode.MarkdownString(
        `[${escapeMarkdown(render(message('hover.ask', { symbol })))}](command:${command}?${encodeURIComponent(JSON.stringify([place]))})`,
      );
      link.isTrusted = { enabledCommands: [command] };
      return new vscode.Hover(link, new vscode.Range(range.start, end));
    },
  });
}
