import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSample, placeOf } from './support/documents.ts';
import { underlined } from './support/findings.ts';

describe('going through the findings', () => {
  afterEach(closeAll);

  it('goes to the next, and back', async () => {
    const document = await openSample('src/upload.ts');
    await underlined(document, 'attempts=3', "unit='ft'");
    const places = ['attempts=3', "unit='ft'"].map((claim) => placeOf(document, claim).start);
    // An editor comes back with the cursor where it was left.
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(0, 0, 0, 0) });
    const cursor = () => vscode.window.activeTextEditor?.selection.active;
    await vscode.commands.executeCommand('factprobe.nextFinding');
    assert.deepEqual(cursor(), places[0]);
    await vscode.commands.executeCommand('factprobe.nextFinding');
    assert.deepEqual(cursor(), places[1]);
    await vscode.commands.executeCommand('factprobe.previousFinding');
    assert.deepEqual(cursor(), places[0]);
  });
});
