import type { Finding } from '../claims/index.ts';
import type { CheckReport, ReportOptions } from './check-report.ts';

/** The JSON of `factprobe check`, version 1: two spaces of indentation and a line feed at the end. */
export function checkJson(report: CheckReport, options: ReportOptions): string {
  const findings = report.findings.flatMap(({ file, findings: own }) =>
    own.map((finding) => findingJson(file, finding, options)),
  );
  const skipped = report.skipped.map(({ file, reason }) => ({ file, reason: options.render(reason) }));
  const whole = {
    version: 1,
    files: report.files,
    claims: report.claims,
    documented: report.documented,
    ...(report.known === undefined ? {} : { known: report.known }),
    findings,
    skipped,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function findingJson(file: string, finding: Finding, { render, nameOf }: ReportOptions) {
  return {
    file,
    range: finding.range,
    claim: finding.claim,
    kind: finding.kind,
    verdict: finding.verdict,
    severity: finding.severity,
    proof: finding.proof,
    confidence: finding.confidence,
    decidedBy: finding.decidedBy,
    fingerprint: finding.fingerprint,
    message: render(finding.message),
    evidence: finding.evidence.map((one) => ({
      file: nameOf(one.path),
      range: one.range,
      quote: one.quote,
      package: one.package ?? null,
      version: one.version ?? null,
    })),
    fix: finding.fix === null ? null : { title: render(finding.fix.title), edits: finding.fix.edits },
  };
}
