import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSample } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';
import { eventually } from './support/eventually.ts';
import { underlined } from './support/findings.ts';

/** Applies the correction of that title, which the lightbulb offers on a finding. */
async function correct(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
  title: string,
): Promise<void> {
  const action = await eventually(`the correction “${title}”`, async () => {
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    return actions.find((offered) => offered.title === title);
  });
  assert.ok(action.isPreferred);
  assert.ok(action.edit);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

interface Case {
  readonly file: string;
  /** What is underlined when the file is opened. */
  readonly claims: readonly string[];
  /** Which of them is corrected, and what the line it stands in reads before and after it. */
  readonly claim: number;
  readonly before: string;
  readonly after: string;
  readonly title: readonly [english: string, chinese: string];
}

const cases: readonly Case[] = [
  {
    file: 'src/upload.ts',
    claims: ['attempts=3', "unit='ft'"],
    claim: 0,
    before: ' * @param [attempts=3] How often a piece is tried.\n',
    after: ' * @param [attempts=5] How often a piece is tried.\n',
    title: ['Correct the default to 5', '将默认值更正为 5'],
  },
  {
    file: 'tools/tides.py',
    claims: ['Defaults to 48', 'widht', 'str: The text that was printed.'],
    claim: 1,
    before: '        widht: Where lines are cut.\n',
    after: '        width: Where lines are cut.\n',
    title: ['Rename widht to width', '将 widht 改名为 width'],
  },
];

describe('a correction', () => {
  afterEach(closeAll);

  for (const { file, claims, claim, before, after, title } of cases) {
    it(`changes “${claims[claim]}” in ${file} and nothing else`, async () => {
      const document = await openSample(file);
      const text = document.getText();
      assert.ok(text.includes(before));
      const finding = (await underlined(document, ...claims))[claim];
      assert.ok(finding);
      await correct(document, finding, inEditorLanguage(...title));
      assert.equal(document.getText(), text.replace(before, after));
      await underlined(document, ...claims.toSpliced(claim, 1));
    });
  }
});
