import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSample } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';
import { eventually } from './support/eventually.ts';

/** Types a line at the top of the document in front, and accepts the ghost text that comes, as Tab does. */
async function accepted(line: string): Promise<string> {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, 'no document is in front');
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `${line}\n`));
  editor.selection = new vscode.Selection(0, line.length, 0, line.length);
  const before = editor.document.getText();
  return eventually('the ghost text', async () => {
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await vscode.commands.executeCommand('editor.action.inlineSuggest.commit');
    const text = editor.document.getText();
    return text === before ? undefined : editor.document.lineAt(1).text;
  });
}

describe('a question typed as a comment', () => {
  afterEach(closeAll);

  it('is answered by ghost text with its source', async () => {
    await openSample('src/upload.ts');
    assert.equal(
      await accepted('//? default of attempts in retry'),
      inEditorLanguage(
        '// The default of options.attempts in retry is 4 (steady-retry 2.3.1). node_modules/steady-retry/index.js:3',
        '// retry 中 options.attempts 的默认值是 4（steady-retry 2.3.1）。 node_modules/steady-retry/index.js:3',
      ),
    );
  });

  it('is answered in Python behind its own mark', async () => {
    await openSample('tools/tides.py');
    const line = await accepted('#? default of timeout in tidewater.Client');
    assert.ok(line.startsWith('# ') && line.includes('20.0'), line);
  });
});
