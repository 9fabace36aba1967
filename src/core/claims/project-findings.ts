import type { Project } from '../workspace/index.ts';
import type { Finding } from './finding.ts';

/**
 * Findings as a project wants them: of the kinds that it checks, without the contradictions that somebody marked as
 * accurate, and none above the severity that it gives to its kind.
 */
export function projectFindings(
  findings: readonly Finding[],
  { configuration, accurate }: Project,
): readonly Finding[] {
  const { kinds, severities } = configuration;
  return findings
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .filter(({ verdict, fingerprint }) => verdict !== 'contradicted' || !accurate.has(fingerprint))
    .map((finding) =>
      severities[finding.kind] === 'information' ? { ...finding, severity: 'information' } : finding,
    );
}
