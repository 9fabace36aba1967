import * as vscode from 'vscode';
import * as z from 'zod';
import { message } from '../../core/platform/index.ts';
import { type CheckScopeName, checkScopeSchema, checkScopes } from '../../protocol/check-scope.ts';
import { checkWorkspace, type WorkspaceCheckTools } from '../findings/workspace-check.ts';
import { changedAgainst, checkScope } from '../settings.ts';
import type { RegisterCommand } from './register-command.ts';

const givenSchema = z.object({ scope: checkScopeSchema });

/** Check Workspace…: asks what to check, with the scope of the settings first; a key binding may name it. */
export function registerCheckWorkspace(
  register: RegisterCommand,
  tools: WorkspaceCheckTools,
): vscode.Disposable {
  return register('checkWorkspace', async (given) => {
    const scope = givenSchema.safeParse(given).data?.scope ?? (await choose(tools));
    if (scope === undefined) return undefined;
    return checkWorkspace({ scope, changedAgainst: changedAgainst() }, tools);
  });
}

async function choose({ render }: WorkspaceCheckTools): Promise<CheckScopeName | undefined> {
  const own = checkScope();
  const first = own === 'openFiles' ? 'workspace' : own;
  const items = checkScopes
    .toSorted((a, b) => Number(b === first) - Number(a === first))
    .map((scope) => ({
      label: render(message(`extension.scope.${scope}`)),
      ...(scope === 'changed' ? { description: changedAgainst() } : {}),
      detail: render(message(`extension.scope-detail.${scope}`)),
      scope,
    }));
  const placeHolder = render(message('extension.choose-scope'));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.scope;
}
