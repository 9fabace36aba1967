import * as vscode from 'vscode';
import type { LateExtension } from '../late-extension.ts';

/** `@factprobe` in the chat; without a chat, nothing. */
export function offerChatParticipant(extension: LateExtension): vscode.Disposable {
  // Editors that are made of this one may lack the interface.
  if (typeof vscode.chat?.createChatParticipant !== 'function') return new vscode.Disposable(() => undefined);
  const participant = vscode.chat.createChatParticipant('factprobe.chat', async (...asked) => {
    const { chat } = await extension();
    return chat(...asked);
  });
  participant.iconPath = new vscode.ThemeIcon('verified');
  return participant;
}
