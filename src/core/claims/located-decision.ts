import type { Sha256 } from '../platform/index.ts';
import { type Declaration, overlaps, SourceText, type Span } from '../source/index.ts';
import type { Decision } from './check.ts';
import { type MarksRequest, mayHoldMarks, readCommentMarks } from './comment-marks.ts';
import type { Finding, Fix } from './finding.ts';
import type { Located } from './verified-fixes.ts';

/** A decision with what it is about. */
export interface LocatedDecision extends Located {
  /** What the claim is about: a declaration's name with those around it, or a statement's words. */
  readonly about: string;
  /** The claim's own comment. */
  readonly comment: Span | undefined;
  /** Offsets at which what it is about begins, its comment among them. */
  readonly begins: readonly number[];
}

/** What findings are made for. */
export interface FindingsRequest extends MarksRequest {
  /** Absolute, with `/`; evidence names it. */
  readonly path: string;
  readonly sha256: Sha256;
  /** Those whose fix was tried and holds. */
  readonly fixable: ReadonlySet<Located>;
}

/** Findings out of decisions, but for those that a mark in a comment keeps away. */
export async function findingsOf(
  decisions: readonly LocatedDecision[],
  request: FindingsRequest,
): Promise<readonly Finding[]> {
  const source = new SourceText(request.text);
  const fingerprint = fingerprinter(request.sha256);
  const isMarked = await readCommentMarks(request);
  return decisions.flatMap((located) => {
    const finding = findingOf(located, { ...request, source, fingerprint: fingerprint(located) });
    const { span } = located.decision.claim;
    return isMarked({ ...finding, span, begins: located.begins }) ? [] : [finding];
  });
}

/** The findings that contradict alone, and how many there are with the others: most claims are true, and nothing is made of them. */
export async function contradictionsOf(
  decisions: readonly LocatedDecision[],
  request: FindingsRequest,
): Promise<{ readonly findings: readonly Finding[]; readonly claims: number }> {
  if (mayHoldMarks(request.text)) {
    const all = await findingsOf(decisions, request);
    return { findings: all.filter(({ verdict }) => verdict === 'contradicted'), claims: all.length };
  }
  const isFalse = ({ decision }: LocatedDecision) => decision.verdict === 'contradicted';
  if (!decisions.some(isFalse)) return { findings: [], claims: decisions.length };
  const source = new SourceText(request.text);
  const fingerprint = fingerprinter(request.sha256);
  const findings = decisions.flatMap((located) => {
    // The true ones are numbered with them.
    const own = fingerprint(located);
    return isFalse(located) ? [findingOf(located, { ...request, source, fingerprint: own })] : [];
  });
  return { findings, claims: decisions.length };
}

/** Where a declaration with a comment stands, for what is decided about it. */
export function aboutDeclaration({ qualifiedName, doc, span }: Declaration) {
  return { about: qualifiedName, comment: doc?.span, begins: [span.start, doc?.span.start ?? span.start] };
}

/** Evidence in the claim's own comment proves nothing; a contradiction without any other is none. */
export function onlyOutside(decision: Decision, comment: Span | undefined): Decision {
  if (comment === undefined) return decision;
  const evidence = decision.evidence.filter(
    ({ span }) => !overlaps(span, comment) || span.start < comment.start,
  );
  const isProven = evidence.length > 0 || (decision.elsewhere?.length ?? 0) > 0;
  if (isProven || decision.verdict !== 'contradicted') return { ...decision, evidence };
  return { ...decision, verdict: 'unverified', severity: 'information', confidence: 0, evidence };
}

function findingOf(
  located: LocatedDecision,
  {
    source,
    path,
    fixable,
    fingerprint,
  }: Pick<FindingsRequest, 'path' | 'fixable'> & {
    readonly source: SourceText;
    readonly fingerprint: string;
  },
): Finding {
  const { claim, evidence, ...rest } = located.decision;
  return {
    range: source.rangeOf(claim.span),
    claim: source.quote(claim.span).text,
    kind: rest.kind,
    verdict: rest.verdict,
    severity: rest.severity,
    proof: rest.proof,
    confidence: rest.confidence,
    decidedBy: rest.decidedBy,
    fingerprint,
    message: rest.message,
    evidence: [
      ...evidence.map((quote) => ({ path, range: source.rangeOf(quote.span), quote: quote.text })),
      ...(rest.elsewhere ?? []),
    ],
    fix: fixable.has(located) ? fixOf(located, source) : null,
  };
}

/** Fingerprints by what is claimed of what, numbered where the same claim is made twice. */
function fingerprinter(sha256: Sha256): (located: LocatedDecision) => string {
  const seen = new Map<string, number>();
  return ({ about, decision }) => {
    const parts = [decision.kind, about, decision.claim.text, ...decision.evidence.map(({ text }) => text)];
    const key = parts.join('\0').replace(/\s+/g, ' ');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return sha256(`${key}\0${count}`).slice(0, 16);
  };
}

function fixOf({ decision: { fix } }: LocatedDecision, source: SourceText): Fix | null {
  if (fix === undefined) return null;
  const edits = fix.edits.map(({ span, newText }) => ({ range: source.rangeOf(span), newText }));
  return { title: fix.title, edits };
}
