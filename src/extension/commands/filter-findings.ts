import * as vscode from 'vscode';
import { claimKinds } from '../../core/claims/index.ts';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { type FindingFilter, findingFilterSchema, severities, verdicts } from '../findings/finding-groups.ts';
import type { FindingsView } from '../findings/findings-view.ts';
import type { RegisterCommand } from './register-command.ts';

/** Filter Findings…: asks for verdicts, severities and kinds; a key binding may name a whole filter. */
export function registerFilterFindings(
  register: RegisterCommand,
  view: FindingsView,
  render: Renderer,
): vscode.Disposable {
  return register('filterFindings', async (given) => {
    const filter = given === undefined ? await choose(view.filter, render) : findingFilterSchema.parse(given);
    if (filter !== undefined) await view.narrow(filter);
  });
}

interface Choice extends vscode.QuickPickItem {
  readonly add?: (chosen: Chosen) => void;
}

interface Chosen {
  readonly verdicts: FindingFilter['verdicts'];
  readonly severities: FindingFilter['severities'];
  readonly kinds: Set<string>;
}

async function choose(filter: FindingFilter, render: Renderer): Promise<FindingFilter | undefined> {
  const heading = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: readonly Choice[] = [
    heading(render(message('findings.by.verdict'))),
    ...verdicts.map((verdict) => ({
      label: render(message(`verdict.${verdict}`)),
      picked: filter.verdicts.includes(verdict),
      add: (chosen: Chosen) => chosen.verdicts.push(verdict),
    })),
    heading(render(message('findings.severity'))),
    ...severities.map((severity) => ({
      label: render(message(`findings.severity.${severity}`)),
      picked: filter.severities.includes(severity),
      add: (chosen: Chosen) => chosen.severities.push(severity),
    })),
    heading(render(message('findings.by.kind'))),
    ...claimKinds.map((kind) => ({
      label: render(message(`kind.${kind}`)),
      picked: !filter.hiddenKinds.includes(kind),
      add: (chosen: Chosen) => chosen.kinds.add(kind),
    })),
  ];
  const placeHolder = render(message('findings.show-only'));
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, placeHolder });
  if (picked === undefined) return undefined;
  const chosen: Chosen = { verdicts: [], severities: [], kinds: new Set() };
  for (const { add } of picked) add?.(chosen);
  const hiddenKinds = claimKinds.filter((kind) => !chosen.kinds.has(kind));
  return { verdicts: chosen.verdicts, severities: chosen.severities, hiddenKinds };
}
