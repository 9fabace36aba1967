import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSample } from './support/documents.ts';
import { underlined } from './support/findings.ts';

const extension = vscode.extensions.getExtension('factprobe.factprobe');

describe('the extension', () => {
  afterEach(closeAll);

  it('activates by itself when a file that it checks is opened', async () => {
    assert.ok(extension, 'it is not installed');
    await underlined(await openSample('src/upload.ts'), 'attempts=3', "unit='ft'");
    assert.ok(extension.isActive);
  });

  it('has a handler for every command that it offers', async () => {
    await extension?.activate();
    const offered: readonly { readonly command: string }[] = extension?.packageJSON.contributes.commands;
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      offered.map(({ command }) => command).filter((command) => !known.includes(command)),
      [],
    );
  });

  it('works in a workspace that nobody has trusted yet', () => {
    // One boot has workspace trust switched on and says so; everywhere else it is off.
    const isTrusted = process.env.FACTPROBE_TEST_TRUST !== 'restricted';
    assert.equal(vscode.workspace.isTrusted, isTrusted);
    assert.ok(extension?.packageJSON.capabilities.untrustedWorkspaces.supported);
  });
});
