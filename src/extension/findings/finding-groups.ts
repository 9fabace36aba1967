import * as z from 'zod';
import { claimKinds } from '../../core/claims/index.ts';
import type { FileFindings, ShownFinding } from '../../protocol/findings.ts';

/** What findings are grouped by. */
export const groupings = ['file', 'verdict', 'kind'] as const;
export const groupingSchema = z.enum(groupings).catch('file');
export type Grouping = z.infer<typeof groupingSchema>;

/** Verdicts, the one that asks for something first. */
export const verdicts = ['contradicted', 'supported', 'unverified'] as const;
export const severities = ['warning', 'information'] as const;

/** What a list of findings is narrowed to. */
export const findingFilterSchema = z.object({
  verdicts: z.array(z.enum(verdicts)).catch(['contradicted']).default(['contradicted']),
  /** The kinds that are left out, so that kinds to come are listed. */
  hiddenKinds: z.array(z.enum(claimKinds)).catch([]).default([]),
  severities: z
    .array(z.enum(severities))
    .catch([...severities])
    .default([...severities]),
});

export type FindingFilter = z.infer<typeof findingFilterSchema>;

/** False claims of every kind and severity. */
export const plainFilter: FindingFilter = findingFilterSchema.parse({});

/** Whether a filter differs from the plain one. */
export function isNarrowed(filter: FindingFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(plainFilter);
}

/** A finding with its file. */
export interface LocatedFinding {
  readonly uri: string;
  readonly finding: ShownFinding;
}

/** Findings under one heading: the URI of a file, a verdict or a kind. */
export interface FindingGroup {
  readonly by: Grouping;
  readonly key: string;
  readonly findings: readonly LocatedFinding[];
}

/** The findings that pass a filter, by file, then by text. Severity counts for false claims alone. */
export function filteredFindings(
  files: readonly FileFindings[],
  filter: FindingFilter,
): readonly LocatedFinding[] {
  const passes = ({ verdict, kind, severity }: ShownFinding) =>
    filter.verdicts.includes(verdict) &&
    !filter.hiddenKinds.includes(kind) &&
    (verdict !== 'contradicted' || filter.severities.includes(severity));
  return files.flatMap(({ uri, findings }) => findings.filter(passes).map((finding) => ({ uri, finding })));
}

/** Puts findings under headings: files as they come, verdicts and kinds in their fixed order. */
export function groupFindings(findings: readonly LocatedFinding[], by: Grouping): readonly FindingGroup[] {
  const keyOf = ({ uri, finding }: LocatedFinding) => (by === 'file' ? uri : finding[by]);
  const groups = new Map<string, LocatedFinding[]>();
  for (const key of by === 'verdict' ? verdicts : by === 'kind' ? claimKinds : []) groups.set(key, []);
  for (const located of findings) {
    const group = groups.get(keyOf(located));
    if (group === undefined) groups.set(keyOf(located), [located]);
    else group.push(located);
  }
  return [...groups].filter(([, own]) => own.length > 0).map(([key, own]) => ({ by, key, findings: own }));
}
