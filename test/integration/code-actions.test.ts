import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeAll, openSample } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';
import { eventually } from './support/eventually.ts';
import { underlined } from './support/findings.ts';

/** What the lightbulb offers of us on a finding, once a certain title is among it. */
async function offered(
  { uri }: vscode.TextDocument,
  { range }: vscode.Diagnostic,
  title: string,
): Promise<readonly vscode.CodeAction[]> {
  return eventually(`the action “${title}”`, async () => {
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    // Other extensions offer theirs in between.
    const own = actions.filter((action) => ownTitles.has(action.title));
    return own.some((action) => action.title === title) ? own : undefined;
  });
}

interface Action {
  readonly title: readonly [english: string, chinese: string];
  /** The text after it, out of the text before; absent for an action that runs a command. */
  readonly after?: (text: string) => string;
  /** Claims that are underlined then. */
  readonly left: readonly string[];
}

interface Case {
  readonly file: string;
  /** What is underlined when the file is opened. */
  readonly claims: readonly string[];
  readonly claim: number;
  /** In the order in which they are offered. */
  readonly actions: readonly Action[];
}

const line = (before: string, after: string) => (text: string) => {
  assert.ok(text.includes(before));
  return text.replace(before, after);
};

const cases: readonly Case[] = [
  {
    file: 'src/upload.ts',
    claims: ['attempts=3', "unit='ft'"],
    claim: 0,
    actions: [
      {
        title: ['Correct the default to 5', '将默认值更正为 5'],
        after: line('[attempts=3]', '[attempts=5]'),
        left: ["unit='ft'"],
      },
      {
        title: ['Delete this claim', '删除此声明'],
        after: line('[attempts=3]', '[attempts]'),
        left: ["unit='ft'"],
      },
      { title: ['Mark this claim as accurate', '将此声明标记为准确'], left: ["unit='ft'"] },
      {
        title: ['Ignore this claim', '忽略此声明'],
        after: line('/**\n * Sends', '// factprobe-ignore default\n/**\n * Sends'),
        left: ["unit='ft'"],
      },
      {
        title: ['Ignore claims on this line', '忽略此行的声明'],
        after: line('piece is tried.', 'piece is tried. factprobe-ignore-line'),
        left: ["unit='ft'"],
      },
      {
        title: ['Ignore claims in this file', '忽略此文件的声明'],
        after: (text) => `// factprobe-ignore-file\n${text}`,
        left: [],
      },
      { title: ['Show the evidence', '显示证据'], left: ['attempts=3', "unit='ft'"] },
    ],
  },
  {
    file: 'tools/tides.py',
    claims: ['Defaults to 48', 'widht', 'str: The text that was printed.'],
    claim: 0,
    actions: [
      {
        title: ['Correct the default to 24', '将默认值更正为 24'],
        after: line('Defaults to 48', 'Defaults to 24'),
        left: ['widht', 'str: The text that was printed.'],
      },
      {
        title: ['Delete this claim', '删除此声明'],
        after: line(' Defaults to 48.', ''),
        left: ['widht', 'str: The text that was printed.'],
      },
      {
        title: ['Mark this claim as accurate', '将此声明标记为准确'],
        left: ['widht', 'str: The text that was printed.'],
      },
      {
        title: ['Ignore this claim', '忽略此声明'],
        after: line('\n\ndef table', '\n\n# factprobe-ignore default\ndef table'),
        left: ['widht', 'str: The text that was printed.'],
      },
      {
        title: ['Ignore claims on this line', '忽略此行的声明'],
        after: line('Defaults to 48.', 'Defaults to 48. factprobe-ignore-line'),
        left: ['widht', 'str: The text that was printed.'],
      },
      {
        title: ['Ignore claims in this file', '忽略此文件的声明'],
        after: (text) => `# factprobe-ignore-file\n${text}`,
        left: [],
      },
      {
        title: ['Show the evidence', '显示证据'],
        left: ['Defaults to 48', 'widht', 'str: The text that was printed.'],
      },
    ],
  },
];

const ownTitles = new Set(cases.flatMap(({ actions }) => actions.flatMap(({ title }) => title)));

describe('code actions on a false claim', () => {
  afterEach(closeAll);

  for (const { file, claims, claim, actions } of cases) {
    for (const { title, after, left } of actions) {
      it(`“${title[0]}” on “${claims[claim]}” in ${file}`, async () => {
        const own = inEditorLanguage(...title);
        const document = await openSample(file);
        const text = document.getText();
        const finding = (await underlined(document, ...claims))[claim];
        assert.ok(finding);
        const all = await offered(document, finding, own);
        const action = all.find((one) => one.title === own);
        assert.ok(action);
        assert.equal(action.isPreferred ?? false, action === all[0]);
        if (after !== undefined) {
          assert.ok(action.edit);
          assert.ok(await vscode.workspace.applyEdit(action.edit));
          assert.equal(document.getText(), after(text));
        } else {
          const { command, arguments: given = [] } = action.command ?? assert.fail('no command');
          await vscode.commands.executeCommand(command, ...given);
          assert.equal(document.getText(), text);
        }
        await underlined(document, ...left);
        await forgetMarks();
      });
    }
  }

  it('are offered in a fixed order, with nothing between', async () => {
    const document = await openSample('src/upload.ts');
    const [finding] = await underlined(document, 'attempts=3', "unit='ft'");
    assert.ok(finding);
    const titles = (cases[0]?.actions ?? []).map(({ title }) => inEditorLanguage(...title));
    const all = await offered(document, finding, titles[0] ?? '');
    assert.deepEqual(
      all.map(({ title }) => title),
      titles,
    );
  });
});

describe('Mark Claim as Accurate', () => {
  afterEach(closeAll);

  it('writes the project’s file, and the finding comes back with the code', async () => {
    const document = await openSample('src/upload.ts');
    const [finding] = await underlined(document, 'attempts=3', "unit='ft'");
    assert.ok(finding);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
    await vscode.commands.executeCommand('factprobe.markAccurate');
    await underlined(document, "unit='ft'");
    const marks = await readFile(marksFile().fsPath, 'utf8');
    assert.match(marks, /^\{"file":"src\/upload\.ts","kind":"default","claim":"attempts=3",/);
    const edit = new vscode.WorkspaceEdit();
    const code = document.getText().indexOf('attempts = 5');
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(code), document.positionAt(code + 'attempts = 5'.length)),
      'attempts = 7',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await underlined(document, 'attempts=3', "unit='ft'");
    await forgetMarks();
  });
});

function marksFile(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0] ?? assert.fail('no folder');
  return vscode.Uri.joinPath(folder.uri, '.factprobe/accurate.jsonl');
}

async function forgetMarks(): Promise<void> {
  const { fsPath } = marksFile();
  // A file that is made and removed at once may never be told of by who watches it.
  if (existsSync(fsPath)) await writeFile(fsPath, '');
}
