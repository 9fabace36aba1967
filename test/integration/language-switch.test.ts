import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { closeAll, openSample } from './support/documents.ts';
import { underlined } from './support/findings.ts';

/** Takes the first of the options behind the status bar's item. */
async function takeFirstOption(): Promise<void> {
  let isOver = false;
  const asked = Promise.resolve(vscode.commands.executeCommand('factprobe.checkingOptions')).then(() => {
    isOver = true;
  });
  // Until the list is there, this does nothing.
  while (!isOver) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await Promise.race([asked, wait(100)]);
  }
}

describe('the switch of a language', () => {
  afterEach(async () => {
    const configuration = vscode.workspace.getConfiguration('factprobe');
    await configuration.update('check.languages', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('takes the findings of that language away, and brings them back', async () => {
    const claims = ['Defaults to 48', 'widht', 'str: The text that was printed.'];
    const document = await openSample('tools/tides.py');
    await underlined(document, ...claims);
    await takeFirstOption();
    await underlined(document);
    await underlined(await openSample('src/upload.ts'), 'attempts=3', "unit='ft'");
    await openSample('tools/tides.py');
    await takeFirstOption();
    await underlined(document, ...claims);
  });
});
