import type { Finding } from '../claims/index.ts';
import { message } from '../platform/index.ts';
import type { Range } from '../source/index.ts';
import type { CheckReport, FileFindings, ReportOptions } from './check-report.ts';

/** How words stand out on a terminal; plain text passes them through. */
export interface TextStyle {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly contradicted: (text: string) => string;
  readonly supported: (text: string) => string;
}

/** No decoration at all. */
export const plainStyle: TextStyle = {
  strong: (text) => text,
  faint: (text) => text,
  contradicted: (text) => text,
  supported: (text) => text,
};

export interface TextOptions extends ReportOptions {
  readonly style: TextStyle;
  /** One line of a file by its absolute path, without its line break; `undefined` when it can't be read. */
  readonly lineOf: (path: string, line: number) => string | undefined;
}

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
  const frames = [frame(file.path, finding.range, options), ...proofs(finding, options)];
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
    return [`  ${style.faint(`${render(message('report.proof'))} ${origin}`)}`, frame(path, range, options)];
  });
}

/** The first lines of a range with a line of marks under each. */
function frame(path: string, range: Range, { lineOf, style }: TextOptions): string {
  const last = Math.min(range.end.line, range.start.line + 2);
  const width = String(last + 1).length;
  const rows: string[] = [];
  for (let line = range.start.line; line <= last; line++) {
    const text = lineOf(path, line);
    if (text === undefined) continue;
    const from = line === range.start.line ? range.start.character : text.length - text.trimStart().length;
    const to = line === range.end.line ? range.end.character : text.length;
    const lead = text.slice(0, from).replace(/[^\t]/gu, ' ');
    rows.push(`  ${style.faint(`${String(line + 1).padStart(width)} |`)} ${text}`);
    rows.push(
      `  ${style.faint(`${' '.repeat(width)} |`)} ${lead}${style.strong('^'.repeat(Math.max(1, to - from)))}`,
    );
  }
  return rows.join('\n');
}

function summary(report: CheckReport, { render, style }: TextOptions): string {
  const all = report.findings.flatMap(({ findings }) => findings);
  const contradicted = all.filter(({ verdict }) => verdict === 'contradicted').length;
  const { files, claims } = report;
  const skipped = report.skipped.map(({ file, reason }) => style.faint(`${file}: ${render(reason)}`));
  const heading = skipped.length === 0 ? [] : [render(message('report.skipped', { count: skipped.length }))];
  return [
    ...heading,
    ...skipped,
    style.strong(render(message('report.summary', { files, claims, contradicted }))),
  ].join('\n');
}
