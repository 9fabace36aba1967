import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { frontEditor } from '../front-editor.ts';
import { checksLanguage, switchLanguage } from '../language-switch.ts';
import { isChecked, languageName } from '../languages.ts';
import { checksComments, section } from '../settings.ts';
import type { RegisterCommand } from './register-command.ts';

interface Choice extends vscode.QuickPickItem {
  readonly run: () => unknown;
}

/** Checking Options…, behind the item of the status bar: the language's switch first, then what else concerns the file. */
export function registerCheckingOptions(register: RegisterCommand, render: Renderer): vscode.Disposable {
  return register('checkingOptions', async () => {
    const document = frontEditor()?.document;
    if (document === undefined || !isChecked(document)) {
      void vscode.window.showInformationMessage(render(message('extension.no-checked-file')));
      return;
    }
    const placeHolder = render(message('options.choose'));
    const chosen = await vscode.window.showQuickPick(choicesFor(document, render), { placeHolder });
    await chosen?.run();
  });
}

function choicesFor(document: vscode.TextDocument, render: Renderer): readonly Choice[] {
  const run = (command: string, ...given: readonly unknown[]) => {
    return () => vscode.commands.executeCommand(command, ...given);
  };
  const settings = run('workbench.action.openSettings', `${section}.check`);
  return [
    checksComments(document.uri)
      ? languageChoice(document, render)
      : {
          label: `$(gear) ${render(message('extension.checks-are-off'))}`,
          run: run('workbench.action.openSettings', `${section}.check.enabled`),
        },
    {
      label: `$(warning) ${render(message('options.problems'))}`,
      run: run('workbench.actions.view.problems'),
    },
    { label: `$(list-tree) ${render(message('options.findings'))}`, run: run('factprobe.findings.focus') },
    { label: `$(settings-gear) ${render(message('options.settings'))}`, run: settings },
    { label: `$(output) ${render(message('extension.show-log'))}`, run: run('factprobe.showLog') },
  ];
}

function languageChoice(document: vscode.TextDocument, render: Renderer): Choice {
  const isOn = checksLanguage(document);
  const language = languageName(document.languageId);
  const text = message(isOn ? 'options.language-off' : 'options.language-on', { language });
  const icon = isOn ? 'circle-slash' : 'check';
  return {
    label: `$(${icon}) ${render(text)}`,
    detail: render(message(isOn ? 'options.language-is-on' : 'options.language-is-off', { language })),
    run: () => switchLanguage(document, !isOn),
  };
}
