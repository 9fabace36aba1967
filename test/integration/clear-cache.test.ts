import * as vscode from 'vscode';
import { closeAll, openSample, replace } from './support/documents.ts';
import { underlined } from './support/findings.ts';

describe('clearing the cache', () => {
  afterEach(closeAll);

  it('loses no finding: what was forgotten is checked anew', async () => {
    const document = await openSample('src/upload.ts');
    await underlined(document, 'attempts=3', "unit='ft'");
    await vscode.commands.executeCommand('factprobe.clearCache');
    await vscode.commands.executeCommand('factprobe.checkFile');
    await underlined(document, 'attempts=3', "unit='ft'");
    await replace(document, 'attempts=3', 'attempts=5');
    await underlined(document, "unit='ft'");
  });
});
