import type * as vscode from 'vscode';
import { offerChatParticipant } from './agents/offer-chat-participant.ts';
import { offerLanguageModelTools } from './agents/offer-language-model-tools.ts';
import { offerMcpServer } from './agents/offer-mcp-server.ts';
import { offerCommands } from './commands/offer-commands.ts';
import { lateExtension } from './late-extension.ts';
import { loadAfterActivation } from './load-after-activation.ts';
import type { Manifest } from './manifest.ts';

/**
 * What the editor loads: it offers what must be there once the extension is active, and lets the extension itself be loaded
 * right after. Whatever is called before then waits.
 */
export function activate(context: vscode.ExtensionContext): void {
  const extension = lateExtension(async () => {
    const { connectExtension } = await import('./extension.ts');
    return connectExtension(context);
  });
  const manifest: Manifest = context.extension.packageJSON;
  context.subscriptions.push(
    offerCommands(manifest, extension),
    offerLanguageModelTools(manifest, extension),
    offerChatParticipant(extension),
    offerMcpServer(context),
    loadAfterActivation(extension),
  );
}
