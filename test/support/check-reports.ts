import type { CheckReport, ReportOptions } from '../../src/core/report/index.ts';
import { languageOfFile } from '../../src/core/source/index.ts';
import { createRenderer } from '../../src/node/catalogue.ts';
import { findingsOf } from './claims.ts';

/** What a report is rendered with: in English, names relative to /harbour. */
export const reportOptions: ReportOptions = {
  render: createRenderer('en'),
  nameOf: (path) => (path.startsWith('/harbour/') ? path.slice('/harbour/'.length) : path),
};

/** The report on files by their names below /harbour, every verdict included. */
export async function reportOn(files: Readonly<Record<string, string>>): Promise<CheckReport> {
  const findings = await Promise.all(
    Object.entries(files).map(async ([file, text]) => {
      const path = `/harbour/${file}`;
      const own = await findingsOf(languageOfFile(file)?.id ?? 'javascript', text);
      const placed = own.map((finding) => ({
        ...finding,
        evidence: finding.evidence.map((evidence) => ({ ...evidence, path })),
      }));
      return { file, path, findings: placed };
    }),
  );
  const claims = findings.reduce((count, one) => count + one.findings.length, 0);
  return { files: findings.length, claims, documented: findings.length, findings, skipped: [] };
}
