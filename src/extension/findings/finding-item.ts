import * as vscode from 'vscode';
import { claimKinds } from '../../core/claims/index.ts';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { ShownFinding } from '../../protocol/findings.ts';
import { fileName } from './file-name.ts';
import { type FindingGroup, type LocatedFinding, verdicts } from './finding-groups.ts';

const icons = {
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  information: new vscode.ThemeIcon('info'),
  supported: new vscode.ThemeIcon('pass'),
  unverified: new vscode.ThemeIcon('question'),
};

/** A heading, with how many findings stand under it. */
export function groupItem({ by, key, findings }: FindingGroup, render: Renderer): vscode.TreeItem {
  const item = new vscode.TreeItem(headingOf(by, key, render), vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${by} ${key}`;
  item.contextValue = 'group';
  item.description = String(findings.length);
  if (by === 'file') {
    const uri = vscode.Uri.parse(key);
    item.resourceUri = uri;
    item.iconPath = vscode.ThemeIcon.File;
    item.tooltip = fileName(uri, render);
  } else if (by === 'verdict') {
    item.iconPath = key === 'supported' || key === 'unverified' ? icons[key] : icons.warning;
  } else {
    item.iconPath = new vscode.ThemeIcon('symbol-key');
  }
  const heading = headingOf(by, key, render);
  item.accessibilityInformation = {
    label: render(message('findings.group-label', { heading, count: findings.length })),
  };
  return item;
}

function headingOf(by: FindingGroup['by'], key: string, render: Renderer): string {
  const kind = by === 'kind' ? claimKinds.find((one) => one === key) : undefined;
  if (kind !== undefined) return render(message(`kind.${kind}`));
  const verdict = by === 'verdict' ? verdicts.find((one) => one === key) : undefined;
  if (verdict !== undefined) return render(message(`verdict.${verdict}`));
  return fileName(vscode.Uri.parse(key), render);
}

/** A finding: its sentence, then its verdict in words with the line, or the file and line under other headings. */
export function findingItem(
  located: LocatedFinding,
  by: FindingGroup['by'],
  render: Renderer,
): vscode.TreeItem {
  const { uri, finding } = located;
  const verdict = render(message(`verdict.${finding.verdict}`));
  const line = finding.range.start.line + 1;
  const file = fileName(vscode.Uri.parse(uri), render);
  const item = new vscode.TreeItem(finding.message, vscode.TreeItemCollapsibleState.None);
  item.id = [by, uri, finding.fingerprint, finding.range.start.line, finding.range.start.character].join(' ');
  item.contextValue = contextOf(finding);
  item.iconPath = iconOf(finding);
  const place = by === 'file' ? render(message('findings.line', { line })) : `${file}:${line}`;
  item.description = by === 'verdict' ? place : `${verdict} · ${place}`;
  item.tooltip = `${verdict} · ${finding.message}\n${finding.claim}\n${file}:${line}`;
  item.accessibilityInformation = {
    label: render(message('findings.item-label', { verdict, reason: finding.message, file, line })),
  };
  item.command = { command: 'factprobe.openFinding', title: finding.message, arguments: [located] };
  return item;
}

function contextOf({ verdict, fix }: ShownFinding): string {
  return [
    'finding',
    ...(verdict === 'contradicted' ? [verdict] : []),
    ...(fix === null ? [] : ['fixable']),
  ].join(' ');
}

function iconOf({ verdict, severity }: ShownFinding): vscode.ThemeIcon {
  return verdict === 'contradicted' ? icons[severity] : icons[verdict];
}
