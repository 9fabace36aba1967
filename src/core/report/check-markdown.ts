import type { Finding } from '../claims/index.ts';
import { escapeMarkdown, message } from '../platform/index.ts';
import {
  type CheckReport,
  contradictedCount,
  type FileFindings,
  type ReportOptions,
} from './check-report.ts';

/** Forges refuse comments of more than 65,536 characters; this leaves room for what a workflow adds. */
const longest = 60_000;

/**
 * The findings for a comment of a pull request: the counts, then each file with its findings, the verdict first, the
 * claim and its proof quoted. Words of the sources can't become markup, mentions or references. What would be longer
 * than such a comment may be is left out, and how many findings that were is said.
 */
export function checkMarkdown(report: CheckReport, options: ReportOptions): string {
  const { render } = options;
  const { files, claims, known } = report;
  const contradicted = contradictedCount(report);
  const summary = render(message('report.summary', { files, claims, contradicted }));
  const blocks = report.findings.flatMap((file) =>
    file.findings.map((finding, index) =>
      (index === 0 ? [`### ${code(file.file)}`, ''] : [])
        .concat(findingLines(file, finding, options))
        .join('\n'),
    ),
  );
  const shown = fitting(blocks);
  const old = known === undefined ? [] : [sentence(render(message('report.known', { count: known })))];
  const left = blocks.length - shown.length;
  const rest = left === 0 ? [] : [render(message('report.markdown.left-out', { count: left }))];
  return [`## ${sentence(summary)}`, ...old, ...shown, ...rest, ...skippedLines(report, options), '']
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function fitting(blocks: readonly string[]): readonly string[] {
  let length = 0;
  const end = blocks.findIndex((block) => {
    length += block.length + 2;
    return length > longest;
  });
  return end < 0 ? blocks : blocks.slice(0, end);
}

function findingLines(file: FileFindings, finding: Finding, options: ReportOptions): readonly string[] {
  const { render } = options;
  const verdict = render(message(`verdict.${finding.verdict}`));
  const place = render(message('report.markdown.line', { line: finding.range.start.line + 1 }));
  const head = `**${verdict}** (${place}, ${finding.kind}): ${sentence(render(finding.message))}`;
  const proofs = finding.evidence.flatMap((evidence) => [
    '',
    `${render(message('report.proof'))} ${originOf(evidence, options)}`,
    '',
    ...fenced(evidence.quote, evidence.path),
  ]);
  const fix =
    finding.fix === null
      ? []
      : ['', `${render(message('report.fix'))} ${sentence(render(finding.fix.title))}`];
  return [head, '', ...fenced(finding.claim, file.path), ...proofs, ...fix];
}

function originOf(evidence: Finding['evidence'][number], { render, nameOf }: ReportOptions): string {
  const line = render(message('report.markdown.line', { line: evidence.range.start.line + 1 }));
  const place = `${code(nameOf(evidence.path))}, ${line}`;
  if (evidence.package === undefined) return place;
  const version = evidence.version ?? render(message('report.version-unknown'));
  return `${place} (${sentence(`${evidence.package} ${version}`)})`;
}

function skippedLines({ skipped }: CheckReport, { render }: ReportOptions): readonly string[] {
  if (skipped.length === 0) return [];
  const title = render(message('report.skipped', { count: skipped.length }));
  const shown = skipped
    .slice(0, 20)
    .map(({ file, reason }) => `- ${code(file)}: ${sentence(render(reason))}`);
  const left = skipped.length - shown.length;
  const rest = left === 0 ? [] : [`- ${render(message('report.markdown.more-skipped', { count: left }))}`];
  return [`<details><summary>${sentence(title)}</summary>`, [...shown, ...rest].join('\n'), '</details>'];
}

/** Words as words. A backslash alone keeps forges neither from mentioning someone nor from linking a number. */
function sentence(text: string): string {
  return escapeMarkdown(text).replace(/\\([@#])/g, '\\$1<!-- -->');
}

/** A code span whose marks are longer than any in the text. */
function code(text: string): string {
  const marks = '`'.repeat(longestRun(text) + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${marks}${pad}${text.replace(/\s+/g, ' ')}${pad}${marks}`;
}

function fenced(text: string, path: string): readonly string[] {
  const marks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const ending = /\.([a-z]{1,4})$/i.exec(path)?.[1] ?? '';
  return [`${marks}${ending}`, ...text.split(/\r?\n/), marks];
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
