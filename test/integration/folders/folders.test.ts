import * as assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll } from '../support/documents.ts';
import { underlined } from '../support/findings.ts';

const wrong = `/**
 * @param {number} [retries=3] How often.
 * @returns {number} How many.
 */
function get(retries = 5) { put(retries) }
`;

/** Shows a file of one of the open folders, made with this text. */
async function open(index: number, name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[index] ?? assert.fail('there is no such folder');
  const file = vscode.Uri.joinPath(folder.uri, name);
  await writeFile(file.fsPath, wrong);
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

describe('several folders', () => {
  afterEach(closeAll);

  it('have a project each', async () => {
    const quay = vscode.workspace.workspaceFolders?.[1]?.uri.fsPath ?? assert.fail('no second folder');
    await mkdir(join(quay, '.factprobe'));
    await writeFile(join(quay, '.factprobe/config.json'), '{"kinds":["returns"]}');
    await underlined(await open(0, 'src/both.js'), 'retries=3', '@returns {number} How many.');
    await underlined(await open(1, 'one.js'), '@returns {number} How many.');
  });

  it('have settings each', async () => {
    const document = await open(0, 'src/both.js');
    await underlined(document, 'retries=3', '@returns {number} How many.');
    const configuration = vscode.workspace.getConfiguration('factprobe', document.uri);
    const target = vscode.ConfigurationTarget.WorkspaceFolder;
    await configuration.update('check.kinds', ['default'], target);
    await underlined(document, 'retries=3');
    await underlined(await open(1, 'one.js'), '@returns {number} How many.');
    await configuration.update('check.kinds', undefined, target);
  });

  it('keep what is marked as accurate in their own files', async () => {
    const document = await open(1, 'one.js');
    const [finding] = await underlined(document, '@returns {number} How many.');
    assert.ok(finding);
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
    editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
    await vscode.commands.executeCommand('factprobe.markAccurate');
    await underlined(document);
    const quay = vscode.workspace.workspaceFolders?.[1]?.uri.fsPath ?? '';
    assert.match(await readFile(join(quay, '.factprobe/accurate.jsonl'), 'utf8'), /"file":"one\.js"/);
    await underlined(await open(0, 'src/both.js'), 'retries=3', '@returns {number} How many.');
  });
});
