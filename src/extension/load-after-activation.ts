import * as vscode from 'vscode';
import type { LateExtension } from './late-extension.ts';

/** Loads the extension as soon as the editor counts it as active; tells why where that fails. */
export function loadAfterActivation(extension: LateExtension): vscode.Disposable {
  const soon = setImmediate(async () => {
    try {
      await extension();
    } catch (error) {
      const { tellLoadFailure } = await import('./load-failure.ts');
      tellLoadFailure(error);
    }
  });
  return new vscode.Disposable(() => clearImmediate(soon));
}
