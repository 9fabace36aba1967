import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { groupings } from '../findings/finding-groups.ts';
import type { FindingsView } from '../findings/findings-view.ts';
import type { RegisterCommand } from './register-command.ts';

/** Group Findings…: asks for the headings of the tree; a key binding may name them. */
export function registerGroupFindings(
  register: RegisterCommand,
  view: FindingsView,
  render: Renderer,
): vscode.Disposable {
  return register('groupFindings', async (given) => {
    const named = groupings.find((grouping) => grouping === given);
    const chosen = named ?? (await choose(view, render));
    if (chosen !== undefined) await view.group(chosen);
  });
}

async function choose(view: FindingsView, render: Renderer) {
  const items = groupings.map((grouping) => ({
    label: render(message(`findings.by.${grouping}`)),
    ...(grouping === view.grouping ? { description: render(message('findings.now')) } : {}),
    grouping,
  }));
  const placeHolder = render(message('findings.group-by'));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.grouping;
}
