import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { closeAll, openSample, placeOf } from './support/documents.ts';
import { eventually } from './support/eventually.ts';
import { underlined } from './support/findings.ts';

/** Waits until a text is selected in front. */
async function selected(path: string, text: string): Promise<vscode.TextEditor> {
  return eventually(`“${text}” selected in ${path}`, () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !editor.document.uri.path.endsWith(`/${path}`)) return undefined;
    return editor.document.getText(editor.selection) === text ? editor : undefined;
  });
}

describe('evidence', () => {
  afterEach(closeAll);

  it('opens at its line from the claim under the cursor', async () => {
    const document = await openSample('src/upload.ts');
    await underlined(document, 'attempts=3', "unit='ft'");
    await vscode.window.showTextDocument(document, {
      selection: placeOf(document, 'attempts=3'),
    });
    await vscode.commands.executeCommand('factprobe.showEvidence');
    const { selection, visibleRanges } = await selected('src/upload.ts', 'attempts = 5');
    assert.equal(selection.start.line, 19);
    assert.ok(visibleRanges.some((range) => range.contains(selection)));
  });

  it('opens in an installed package from a link', async () => {
    const document = await openSample('node_modules/steady-retry/index.d.ts');
    const { start, end } = placeOf(document, 'attempts?: number');
    const range = {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    };
    const uri = document.uri.toString();
    await closeAll();
    await vscode.commands.executeCommand('factprobe.showEvidence', { uri, range });
    await selected('node_modules/steady-retry/index.d.ts', 'attempts?: number');
  });

  it('opens out of a packed file as a text that nobody can change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'factprobe-packed-'));
    try {
      const file = join(folder, 'low.3.gz');
      writeFileSync(file, gzipSync('.TH low 3\nlow tells the tide\n'));
      const uri = vscode.Uri.file(file).toString();
      const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } };
      await vscode.commands.executeCommand('factprobe.showEvidence', { uri, range });
      const { document } = await selected('low.3.gz', 'low tells');
      assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), undefined);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
