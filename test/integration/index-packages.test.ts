import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSample } from './support/documents.ts';

describe('indexing installed packages', () => {
  afterEach(closeAll);

  it('says how many the folder sees, and reads nothing twice', async () => {
    await openSample('src/upload.ts');
    const first = await vscode.commands.executeCommand<{ text: string }>('factprobe.indexPackages');
    assert.match(first.text, /index-2\.sqlite/);
    const again = await vscode.commands.executeCommand<{ text: string }>('factprobe.indexPackages');
    assert.match(again.text, /^(?:Nothing had changed|没有变化)/);
  });
});
