import * as vscode from 'vscode';
import type { LateExtension } from '../late-extension.ts';
import type { Manifest } from '../manifest.ts';

/** Offers every command of the manifest; each waits for the extension. */
export function offerCommands({ contributes }: Manifest, extension: LateExtension): vscode.Disposable {
  return vscode.Disposable.from(
    ...contributes.commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...given: readonly unknown[]) => {
        const { runCommand } = await extension();
        return runCommand(command, given);
      }),
    ),
  );
}
