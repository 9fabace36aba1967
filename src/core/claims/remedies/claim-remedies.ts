import {
  commentSpans,
  type Range,
  type ScannedSource,
  SourceText,
  type Span,
  scanSource,
} from '../../source/index.ts';
import type { Edit } from '../check.ts';
import { type CheckRequest, type CheckTools, checkSource } from '../check-source.ts';
import type { Finding } from '../finding.ts';
import { applyEdits } from '../verified-fixes.ts';
import { claimCuts } from './claim-cuts.ts';
import { type IgnoreRequest, ignoringClaim, ignoringFile, ignoringLine } from './ignore-marks.ts';
import { holds, subjectOfClaim } from './subject-of-claim.ts';

/** What a remedy does: takes the claim out of its comment, or writes a mark that keeps findings away. */
type RemedyKind = 'delete-claim' | 'ignore-claim' | 'ignore-line' | 'ignore-file';

/** A way to be rid of a finding that was tried on a copy, other than correcting the claim. */
export interface Remedy {
  readonly kind: RemedyKind;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** A finding and the text that it is in. */
export interface RemedyRequest extends CheckRequest {
  readonly fingerprint: string;
}

/**
 * The remedies for a contradicted claim, deletion first; empty when the text has no such claim any more,
 * and without those that don't hold when a copy is checked: a deletion leaves every other claim as it is, a mark for one
 * claim hides no other one, and none brings up anything new. Throws a `CancelledError` when cancelled meanwhile.
 */
export async function claimRemedies(tools: CheckTools, request: RemedyRequest): Promise<readonly Remedy[]> {
  const source = new SourceText(request.text);
  const before = await findingsOf(tools, request);
  const finding = before.find(
    ({ fingerprint, verdict }) => fingerprint === request.fingerprint && verdict === 'contradicted',
  );
  if (finding === undefined) return [];
  const claim = source.spanOf(finding.range);
  const scanned = await scan(tools, request);
  const subject = subjectOfClaim(scanned, claim);
  if (subject === undefined) return [];
  const { kind, fingerprint } = finding;
  const comments = await commentsOf(tools, request, scanned);
  const marking: IgnoreRequest = {
    source,
    language: request.language,
    claim,
    kind,
    fingerprint,
    subject,
    comments,
  };
  const cuts = claimCuts({ text: request.text, claim, kind, subject });
  const candidates: readonly Candidate[] = [
    ...cuts.map((span) => ({ kind: 'delete-claim', edit: { span, newText: '' } }) as const),
    ...ignoringClaim(marking).map((edit) => ({ kind: 'ignore-claim', edit }) as const),
    { kind: 'ignore-line', edit: ignoringLine(marking) },
    { kind: 'ignore-file', edit: ignoringFile(marking) },
  ];
  return firstThatHold(candidates, { tools, request, source, before, finding });
}

interface Candidate {
  readonly kind: RemedyKind;
  readonly edit: Edit;
}

interface Trial {
  readonly tools: CheckTools;
  readonly request: CheckRequest;
  readonly source: SourceText;
  readonly before: readonly Finding[];
  readonly finding: Finding;
}

async function firstThatHold(candidates: readonly Candidate[], trial: Trial): Promise<readonly Remedy[]> {
  const found = new Map<RemedyKind, Remedy>();
  for (const { kind, edit } of candidates) {
    if (found.has(kind) || isTheCorrection(edit, trial) || !(await isRemedy(kind, edit, trial))) continue;
    const { span, newText } = edit;
    found.set(kind, { kind, edits: [{ range: trial.source.rangeOf(span), newText }] });
  }
  return [...found.values()];
}

/** What the correction of the claim does already needs no second offer. */
function isTheCorrection({ span, newText }: Edit, { finding, source }: Trial): boolean {
  const [own, ...others] = finding.fix?.edits ?? [];
  if (own === undefined || others.length > 0) return false;
  const { start, end } = source.spanOf(own.range);
  return own.newText === newText && start === span.start && end === span.end;
}

async function isRemedy(kind: RemedyKind, edit: Edit, trial: Trial): Promise<boolean> {
  const { before, finding, source } = trial;
  const changed = applyEdits(trial.request.text, [edit]);
  if (changed === undefined) return false;
  const after = await findingsOf(trial.tools, { ...trial.request, text: changed });
  const had = countOf(before, isContradicted);
  const left = countOf(after, isContradicted);
  const isNew = [...left].some(([key, count]) => count > (had.get(key) ?? 0));
  const isLeft = (left.get(keyOf(finding)) ?? 0) >= (had.get(keyOf(finding)) ?? 0);
  if (isNew || isLeft) return false;
  switch (kind) {
    case 'delete-claim': {
      const outside = before.filter((one) => !holds(edit.span, source.spanOf(one.range)) && one !== finding);
      const kept = countOf(after, () => true);
      return [...countOf(outside, () => true)].every(([key, count]) => (kept.get(key) ?? 0) >= count);
    }
    case 'ignore-claim':
      return after.filter(isContradicted).length === before.filter(isContradicted).length - 1;
    case 'ignore-line':
      return true;
    case 'ignore-file':
      return left.size === 0;
  }
}

const isContradicted = ({ verdict }: Finding) => verdict === 'contradicted';

function keyOf({ kind, verdict, claim }: Finding): string {
  return `${kind} ${verdict} ${claim}`;
}

function countOf(findings: readonly Finding[], isCounted: (finding: Finding) => boolean) {
  const counts = new Map<string, number>();
  for (const one of findings.filter(isCounted)) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

async function findingsOf(tools: CheckTools, request: CheckRequest): Promise<readonly Finding[]> {
  return (await checkSource(tools, request)).findings;
}

function scan(
  { parser }: CheckTools,
  { text, language, cancellation }: CheckRequest,
): Promise<ScannedSource> {
  return scanSource(parser, {
    text,
    language,
    cancellation,
    which: 'documented',
    bodies: false,
    statements: true,
  });
}

async function commentsOf(
  { parser }: CheckTools,
  request: CheckRequest,
  { declarations }: ScannedSource,
): Promise<readonly Span[]> {
  const docs = declarations.flatMap(({ doc }) => (doc === undefined ? [] : [doc.span]));
  const all = [...(await commentSpans(parser, request)), ...docs];
  return all.toSorted((a, b) => a.start - b.start || b.end - a.end);
}
