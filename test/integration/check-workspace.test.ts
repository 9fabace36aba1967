import * as assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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

function falseDefault(name: string): string {
  return `/** @param {number} [a=3] How often. */\nexport function ${name}(a = 5) { return a }\n`;
}

async function check(): Promise<CheckWorkspaceResult> {
  return vscode.commands.executeCommand<CheckWorkspaceResult>('factprobe.checkWorkspace', {
    scope: 'workspace',
  });
}

describe('Check Workspace', () => {
  afterEach(closeAll);

  it('shows the false claims of files that aren’t open, and tells how much was checked', async () => {
    await closeAll();
    const result = await check();
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

  it('follows what another program does to a file that isn’t open', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail('no folder');
    // In a folder that was there before: systems may miss what happens in one that they don't watch yet.
    const added = join(folder, 'src/pier.js');
    await writeFile(added, falseDefault('pier'));
    await check();
    await eventually('the finding of the new file', () =>
      shownByFile()['src/pier.js'] === 1 ? true : undefined,
    );
    await writeFile(added, falseDefault('pier') + falseDefault('quay'));
    await eventually('both findings of the changed file', () =>
      shownByFile()['src/pier.js'] === 2 ? true : undefined,
    );
    await rm(added);
    await eventually('the end of the findings of a deleted file', () =>
      shownByFile()['src/pier.js'] === undefined ? true : undefined,
    );
  });

  it('stops where the user says so in its notification, and keeps what it found', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail('no folder');
    const many = join(folder, 'many');
    await mkdir(many);
    for (let file = 0; file < 600; file += 1) {
      const names = Array.from({ length: 120 }, (_, i) => `berth${file}_${i}`);
      await writeFile(join(many, `${file}.js`), names.map(falseDefault).join('\n'));
    }
    await vscode.commands.executeCommand('notifications.clearAll');
    let result: CheckWorkspaceResult | undefined;
    const checking = check().then((ended) => {
      result = ended;
    });
    const listed = () => Object.keys(shownByFile()).filter((name) => name.startsWith('many/')).length;
    await eventually('the first findings', () => (listed() > 0 ? true : undefined));
    // The button is there as soon as the notification is; until then these commands do nothing.
    while (result === undefined) {
      await vscode.commands.executeCommand('notifications.focusToasts');
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      await Promise.race([checking, wait(100)]);
    }
    const { isCancelled, done, total } = result;
    assert.ok(isCancelled, `it went on to the end, ${done} of ${total} files`);
    assert.ok(total >= 600 && done > 0 && done < total, `${done} of ${total} files`);
    await eventually('the findings of the files that were checked', () =>
      listed() >= done - 3 ? true : undefined,
    );
    await rm(many, { recursive: true });
    await eventually('the end of their findings', () => (listed() === 0 ? true : undefined));
  });

  it('says why changed files can’t be told without a repository', async () => {
    assert.equal(await vscode.commands.executeCommand('factprobe.checkChangedFiles'), undefined);
  });
});
