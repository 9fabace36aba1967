import * as vscode from 'vscode';
import { localeName } from '../locale-name.ts';
import { mcpDefinitions } from './mcp-definitions.ts';

/** Tells the editor how to start the server for agents in each open folder; an editor that can't hear it, nothing. */
export function offerMcpServer(context: vscode.ExtensionContext): vscode.Disposable {
  // Editors that are made of this one may lack the interface.
  if (typeof vscode.lm?.registerMcpServerDefinitionProvider !== 'function') {
    return new vscode.Disposable(() => undefined);
  }
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.McpServerDefinitionProvider<vscode.McpStdioServerDefinition> = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => definitions(context),
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.lm.registerMcpServerDefinitionProvider('factprobe', provider),
  );
}

function definitions(context: vscode.ExtensionContext): vscode.McpStdioServerDefinition[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  return mcpDefinitions({
    folders: folders.map(({ name }) => name),
    cli: context.asAbsolutePath('dist/cli.cjs'),
    program: process.execPath,
    locale: localeName(),
  }).map(({ label, command, args, environment, folder }) => {
    const server = new vscode.McpStdioServerDefinition(
      label,
      command,
      [...args],
      { ...environment },
      String(context.extension.packageJSON.version),
    );
    const uri = folders[folder]?.uri;
    if (uri !== undefined) server.cwd = uri;
    return server;
  });
}
