import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openUnsaved } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';
import { eventually } from './support/eventually.ts';

const sheet = `language: python
domain: Libraries / tides

Q: What is the default of limit in tidewater.Client.levels?
A: 48

Q: What is the default of width in leftPad.pad?
A: 2
chekc: echo 2 => 2
`;

const whole = new vscode.Range(0, 0, 100, 0);

describe('a question sheet', () => {
  afterEach(closeAll);

  it('has a lens over each question that asks it, and the answer behind it', async () => {
    const { uri } = await openUnsaved('factqa', sheet);
    const lenses = await eventually('the lenses', async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title]),
      [3, 6].map((line) => [line, inEditorLanguage('Ask', '提问')]),
    );
    for (const { command } of lenses) {
      assert.ok(command);
      await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    }
    const hints = await vscode.commands.executeCommand<readonly vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      uri,
      whole,
    );
    const labels = hints.map(({ position, label }) => `${position.line}: ${String(label)}`);
    assert.equal(labels[0], inEditorLanguage('3: → 48 (tidewater 1.4.2)', '3: → 48（tidewater 1.4.2）'));
    assert.ok(labels[1]?.includes('leftPad'), labels[1]);
  });

  it('says what is wrong in it, at the words', async () => {
    const document = await openUnsaved('factqa', sheet);
    const problems = await eventually('a problem', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      problems.map(({ range }) => document.getText(range)),
      ['chekc'],
    );
  });

  it('completes keys and the values of headers', async () => {
    const { uri } = await openUnsaved('factqa', 'language: \n\n');
    const labels = async (line: number, character: number) => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        new vscode.Position(line, character),
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.ok((await labels(0, 10)).includes('python'));
    const keys = await labels(1, 0);
    for (const key of ['Q', 'A', 'check', 'human-language']) assert.ok(keys.includes(key), keys.join(', '));
  });
});
