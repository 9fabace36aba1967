import type { Finding } from '../claims/index.ts';
import { message } from '../platform/index.ts';
import { type CheckReport, contradictedCount, type FileFindings } from './check-report.ts';
import { codeFrame } from './code-frame.ts';
import type { TextOptions } from './text-style.ts';

/** The report for a terminal: each finding with a frame of the claim and one of its proof, then the counts. */
export function checkText(report: CheckReport, options: TextOptions): string {
  const blocks = report.findings.flatMap((file) =>
    file.findings.map((finding) => block(file, finding, options)),
  );
  return [...blocks, summary(report, options)].join('\n\n').concat('\n');
}

function block(file: FileFindings, finding: Finding, options: TextOptions): string {
  const { render, style } = options;
  const { start } = finding.range;
  const verdict = render(message(`verdict.${finding.verdict}`));
  const colour = finding.verdict === 'contradicted' ? style.contradicted : style.supported;
  const place = style.strong(`${file.file}:${start.line + 1}:${start.character + 1}`);
  const head = `${place}  ${colour(verdict)}  ${render(finding.message)}  ${style.faint(finding.kind)}`;
  const frames = [codeFrame(file.path, finding.range, options), ...proofs(finding, options)];
  const fix =
    finding.fix === null
      ? []
      : [`  ${style.faint(render(message('report.fix')))} ${render(finding.fix.title)}`];
  return [head, ...frames, ...fix].join('\n');
}

function proofs(finding: Finding, options: TextOptions): readonly string[] {
  const { render, style, nameOf } = options;
  return finding.evidence.flatMap(({ path, range, package: owner, version }) => {
    const place = `${nameOf(path)}:${range.start.line + 1}`;
    const origin =
      owner === undefined
        ? place
        : `${place} (${owner} ${version ?? render(message('report.version-unknown'))})`;
    return [
      `  ${style.faint(`${render(message('report.proof'))} ${origin}`)}`,
      codeFrame(path, range, options),
    ];
  });
}

function summary(report: CheckReport, { render, style }: TextOptions): string {
  const contradicted = contradictedCount(report);
  const { files, claims } = report;
  const skipped = report.skipped.map(({ file, reason }) => style.faint(`${file}: ${render(reason)}`));
  const known =
    report.known === undefined ? [] : [style.faint(render(message('report.known', { count: report.known })))];
  const heading = skipped.length === 0 ? [] : [render(message('report.skipped', { count: skipped.length }))];
  return [
    ...heading,
    ...skipped,
    style.strong(render(message('report.summary', { files, claims, contradicted }))),
    ...known,
  ].join('\n');
}
