import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSample } from './support/documents.ts';

describe('indexing installed packages', () => {
  afterEach(closeAll);

  it('says how many the folder sees, and takes a folder of documentation', async () => {
    await openSample('src/upload.ts');
    const first = await vscode.commands.executeCommand<{ text: string }>('factprobe.indexPackages');
    assert.match(first.text, /in the index of this folder\. \d/);
    const again = await vscode.commands.executeCommand<{ text: string }>('factprobe.indexPackages');
    assert.match(again.text, /^Nothing had changed/);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined);
    const added = await vscode.commands.executeCommand<{ text: string }>(
      'factprobe.addDocumentation',
      folder,
    );
    assert.match(added.text, /^1 package was read/);
  });
});
