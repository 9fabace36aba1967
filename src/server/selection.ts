import ignore from 'ignore';
import { relative } from 'pathe';
import { type CheckedFile, type Finding, isOnChangedLines } from '../core/claims/index.ts';
import type { LineRange } from '../core/workspace/index.ts';
import type { Settings } from '../protocol/settings.ts';

/** Which findings of a file the settings want. */
export interface Selection {
  /** Whether the file is checked at all. */
  readonly isOn: boolean;
  /** The lines that count; absent when all of them do. */
  readonly lines?: readonly LineRange[] | undefined;
  readonly path: string;
  readonly check: Settings['check'];
}

/** A file, as far as settings tell it from others. */
export interface SelectedFile {
  readonly path: string;
  /** Where it lies on the disk: for a notebook's cell, the notebook. */
  readonly diskPath: string;
  readonly languageId: string;
  /** The open folder that it is in; `undefined` where there is none. */
  readonly folder: string | undefined;
}

/** What settings want of a file. */
export function selectionOf({ check }: Settings, file: SelectedFile): Selection {
  const isOn =
    check.enabled && check.languages[file.languageId] !== false && !isExcluded(check.excludes, file);
  return { isOn, path: file.path, check };
}

function isExcluded(patterns: readonly string[], { diskPath, folder }: SelectedFile): boolean {
  if (patterns.length === 0 || folder === undefined) return false;
  return ignore()
    .add([...patterns])
    .ignores(relative(folder, diskPath));
}

/** Findings of every verdict that the settings want, none above the severity that they give to its kind. */
export function selectedFindings(
  checked: CheckedFile | undefined,
  { isOn, path, lines, check }: Selection,
): readonly Finding[] {
  if (checked === undefined || !isOn) return [];
  return checked.findings.flatMap((finding) => {
    const severity = check.severities[finding.kind];
    const isWanted = check.kinds.includes(finding.kind) && check.proofKinds.includes(finding.proof);
    if (!isWanted || severity === 'off' || !isOnLinesOf(finding, path, lines)) return [];
    return [severity === 'information' ? { ...finding, severity } : finding];
  });
}

function isOnLinesOf(finding: Finding, path: string, lines: readonly LineRange[] | undefined): boolean {
  return lines === undefined || isOnChangedLines(finding, path, (other) => (other === path ? lines : []));
}

/** What an editor underlines: contradicted claims that the settings want, so many at most. */
export function shownFindings(checked: CheckedFile | undefined, selection: Selection): readonly Finding[] {
  return selectedFindings(checked, selection)
    .filter(({ verdict }) => verdict === 'contradicted')
    .slice(0, selection.check.maximumPerFile);
}
