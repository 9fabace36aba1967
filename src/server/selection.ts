import type { CheckedFile, Finding } from '../core/claims/index.ts';
import type { Settings } from '../protocol/settings.ts';

/** The findings that the settings let an editor show: contradicted ones of the chosen kinds, so many at most. */
export function shownFindings(checked: CheckedFile | undefined, { check }: Settings): readonly Finding[] {
  if (checked === undefined || !check.enabled) return [];
  return checked.findings
    .filter(({ verdict, kind }) => verdict === 'contradicted' && check.kinds.includes(kind))
    .slice(0, check.maximumPerFile);
}
