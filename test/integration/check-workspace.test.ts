import * as assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { CheckWorkspaceResult } from '../../src/protocol/check-scope.ts';
import { closeAll, openSample } from './support/documents.ts';
import { eventually } from './support/eventually.ts';

/** The claims that are underlined in the files of the sample, open or not, by their text. */
function shownByFile(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    vscode.languages
      .getDiagnostics()
      .map(([uri, all]) => [
        vscode.workspace.asRelativePath(uri),
        all.filter(({ source }) => source === 'factprobe').length,
      ])
      .filter(([, count]) => count !== 0),
  );
}

describe('Check Workspace', () => {
  afterEach(closeAll);

  it('shows the false claims of files that aren’t open, and tells how much was checked', async () => {
    await closeAll();
    const result = await vscode.commands.executeCommand<CheckWorkspaceResult>('factprobe.checkWorkspace', {
      scope: 'workspace',
    });
    assert.deepEqual(
      {
        isCancelled: result.isCancelled,
        done: result.done,
        total: result.total,
        contradicted: result.contradicted,
      },
      { isCancelled: false, done: 3, total: 3, contradicted: 9 },
    );
    const expected = { 'src/berths.js': 4, 'src/upload.ts': 2, 'tools/tides.py': 3 };
    await eventually('the findings of the sample', () =>
      isDeepStrictEqual(shownByFile(), expected) ? true : undefined,
    );
  });

  it('leads Next Finding into files that aren’t open', async () => {
    const document = await openSample('src/berths.js');
    const editorBefore = vscode.window.activeTextEditor ?? assert.fail('no editor');
    const end = document.lineAt(document.lineCount - 1).range.end;
    editorBefore.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('factprobe.nextFinding');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.equal(vscode.workspace.asRelativePath(editor.document.uri), 'src/upload.ts');
    const claim = editor.document.getText().indexOf('attempts=3');
    assert.equal(editor.document.offsetAt(editor.selection.active), claim);
  });

  it('keeps them when a file is opened and closed again', async () => {
    await openSample('tools/tides.py');
    await closeAll();
    await eventually('the findings of the closed file', () =>
      shownByFile()['tools/tides.py'] === 3 ? true : undefined,
    );
  });

  it('says why changed files can’t be told without a repository', async () => {
    assert.equal(await vscode.commands.executeCommand('factprobe.checkChangedFiles'), undefined);
  });
});
