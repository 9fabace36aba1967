import type * as vscode from 'vscode';

/** What runs behind everything that the manifest declares. */
export interface LoadedExtension {
  /** Runs a command by its full name, with what it was given. */
  readonly runCommand: (name: string, given: readonly unknown[]) => unknown;
  /** The tools for agents by their names. */
  readonly tools: ReadonlyMap<string, vscode.LanguageModelTool<unknown>>;
  /** Answers in the chat. */
  readonly chat: vscode.ChatRequestHandler;
}

/** Gives the extension once it is connected. The first call loads it, and every call waits for that one load. */
export type LateExtension = () => Promise<LoadedExtension>;

export function lateExtension(load: () => Promise<LoadedExtension>): LateExtension {
  let loading: Promise<LoadedExtension> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}
