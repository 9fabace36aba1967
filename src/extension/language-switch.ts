import * as vscode from 'vscode';
import { section } from './settings.ts';

const setting = 'check.languages';

type Switches = Readonly<Record<string, boolean>>;

/** Whether comments of a document's language are checked, where comments are checked at all. */
export function checksLanguage({ uri, languageId }: vscode.TextDocument): boolean {
  const switches = vscode.workspace.getConfiguration(section, uri).get<unknown>(setting);
  return !(isRecord(switches) && switches[languageId] === false);
}

/** Switches the checks of a document's language, in the narrowest settings that say something about languages, else the user's. */
export async function switchLanguage({ uri, languageId }: vscode.TextDocument, isOn: boolean): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section, uri);
  const known = configuration.inspect<Switches>(setting);
  const { ConfigurationTarget: target } = vscode;
  const [where, own] =
    known?.workspaceFolderValue !== undefined
      ? [target.WorkspaceFolder, known.workspaceFolderValue]
      : known?.workspaceValue !== undefined
        ? [target.Workspace, known.workspaceValue]
        : [target.Global, known?.globalValue];
  await configuration.update(setting, { ...(isRecord(own) ? own : {}), [languageId]: isOn }, where);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
