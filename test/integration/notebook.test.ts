import * as assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, openSample, placeOf, replace } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';
import { eventually } from './support/eventually.ts';
import { underlined } from './support/findings.ts';

const broken = 'def broken(\n';
const wrong =
  '%matplotlib inline\nfiles = !ls\n\ndef take(size=20):\n    """Takes.\n\n    Args:\n        size: How many. Defaults to 10.\n    """\n    return files[:size]\n';

const notebook = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { language_info: { name: 'python' } },
  cells: [broken, wrong].map((source, index) => ({
    cell_type: 'code',
    id: `cell${index}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  })),
});

describe('the Python cells of a notebook', () => {
  let file: string;
  let cell: vscode.TextDocument;

  before(async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail('no folder');
    file = join(folder, 'levels.ipynb');
    await writeFile(file, notebook);
    const opened = await vscode.workspace.openNotebookDocument(vscode.Uri.file(file));
    await vscode.window.showNotebookDocument(opened);
    cell = opened.cellAt(1).document;
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await closeAll();
    await rm(file, { force: true });
  });

  it('are checked, each by itself, with magics in them', async () => {
    const [finding] = await underlined(cell, 'Defaults to 10');
    assert.equal(
      finding?.message,
      inEditorLanguage('The default of size is 20, not 10.', 'size 的默认值是 20，而不是 10。'),
    );
  });

  it('have the card and the correction', async () => {
    const place = placeOf(cell, 'Defaults to 10');
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      cell.uri,
      place.start,
    );
    assert.match(
      hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join(),
      new RegExp(inEditorLanguage('Contradicted', '与代码矛盾')),
    );
    const title = inEditorLanguage('Correct the default to 20', '将默认值更正为 20');
    const correction = await eventually('the correction', async () => {
      const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        cell.uri,
        place,
      );
      return actions.find((action) => action.title === title);
    });
    assert.ok(correction.edit);
    assert.ok(await vscode.workspace.applyEdit(correction.edit));
    assert.equal(cell.getText(), wrong.replace('to 10', 'to 20'));
    await underlined(cell);
    await replace(cell, 'Defaults to 20', 'Defaults to 10');
  });

  it('are reached by Next Finding', async () => {
    await underlined(cell, 'Defaults to 10');
    await openSample('package.json');
    await vscode.commands.executeCommand('factprobe.filterFindings', { hiddenKinds: ['returns'] });
    for (let step = 0; step < 12; step += 1) {
      await vscode.commands.executeCommand('factprobe.previousFinding');
      const editor = vscode.window.activeTextEditor;
      if (editor?.document === cell) {
        assert.deepEqual(editor.selection.active, placeOf(cell, 'Defaults to 10').start);
        await vscode.commands.executeCommand('factprobe.clearFilter');
        return;
      }
    }
    assert.fail('it was never reached');
  });
});
