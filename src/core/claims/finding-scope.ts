import { isOnLines, type LineRange } from '../workspace/index.ts';
import type { Finding } from './finding.ts';

/**
 * Whether some lines have to do with a finding: the claim stands on one of them, or what decides it does, since a claim
 * also becomes false when only the code below it changes. `linesOf` gives the lines of a file by its path.
 */
export function isOnChangedLines(
  finding: Finding,
  path: string,
  linesOf: (path: string) => readonly LineRange[],
): boolean {
  return (
    isOnLines(finding.range, linesOf(path)) ||
    finding.evidence.some((evidence) => isOnLines(evidence.range, linesOf(evidence.path)))
  );
}
