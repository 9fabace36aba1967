import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSample, placeOf } from './support/documents.ts';
import { underlined } from './support/findings.ts';

/** Where the cursor is then, as the text of the claim's line. */
async function goTo(command: 'nextFinding' | 'previousFinding'): Promise<string> {
  await vscode.commands.executeCommand(`factprobe.${command}`);
  const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
  const { active } = editor.selection;
  return editor.document.lineAt(active.line).text.slice(active.character).trim();
}

async function fromTheTop(): Promise<vscode.TextDocument> {
  const document = await openSample('tools/tides.py');
  await underlined(document, 'Defaults to 48', 'widht', 'str: The text that was printed.');
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(0, 0, 0, 0) });
  return document;
}

describe('the view of findings', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('factprobe.clearFilter');
    await vscode.commands.executeCommand('factprobe.groupFindings', 'file');
    await closeAll();
  });

  it('narrows what Next and Previous Finding go through to some kinds', async () => {
    await fromTheTop();
    const hiddenKinds = ['default', 'parameter-name'];
    await vscode.commands.executeCommand('factprobe.filterFindings', { hiddenKinds });
    assert.match(await goTo('nextFinding'), /^str: The text that was printed\./);
    await vscode.commands.executeCommand('factprobe.clearFilter');
    assert.match(await goTo('previousFinding'), /^widht/);
  });

  it('leads to supported claims where it shows them', async () => {
    const document = await fromTheTop();
    await vscode.commands.executeCommand('factprobe.filterFindings', { verdicts: ['supported'] });
    const claim = await goTo('nextFinding');
    assert.ok(claim.length > 0);
    const { active } = vscode.window.activeTextEditor?.selection ?? assert.fail('no editor');
    for (const contradicted of ['Defaults to 48', 'widht', 'str: The text that was printed.']) {
      assert.notDeepEqual(active, placeOf(document, contradicted).start);
    }
  });

  it('goes through the same findings whatever they are grouped by', async () => {
    for (const grouping of ['verdict', 'kind', 'file']) {
      await fromTheTop();
      await vscode.commands.executeCommand('factprobe.groupFindings', grouping);
      assert.match(await goTo('nextFinding'), /^Defaults to 48/);
      assert.match(await goTo('nextFinding'), /^widht/);
      assert.match(await goTo('previousFinding'), /^Defaults to 48/);
    }
  });
});
