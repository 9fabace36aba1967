import * as vscode from 'vscode';
import type { LateExtension } from '../late-extension.ts';
import type { Manifest } from '../manifest.ts';

/** Offers the tools of the manifest to the editor's own agents; to an editor that has none, nothing. */
export function offerLanguageModelTools(
  { contributes }: Manifest,
  extension: LateExtension,
): vscode.Disposable {
  // Editors that are made of this one may lack the interface.
  if (typeof vscode.lm?.registerTool !== 'function') return new vscode.Disposable(() => undefined);
  return vscode.Disposable.from(
    ...contributes.languageModelTools.map(({ name }) =>
      vscode.lm.registerTool(name, lateTool(name, extension)),
    ),
  );
}

function lateTool(name: string, extension: LateExtension): vscode.LanguageModelTool<unknown> {
  const loaded = async () => {
    const tool = (await extension()).tools.get(name);
    if (tool === undefined) throw new Error(`nothing runs the tool ${name}`);
    return tool;
  };
  return {
    prepareInvocation: async (...asked) => (await loaded()).prepareInvocation?.(...asked),
    invoke: async (...asked) => (await loaded()).invoke(...asked),
  };
}
