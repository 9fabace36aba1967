import { type Cancellation, neverCancelled, type Sha256, throwIfCancelled } from '../platform/index.ts';
import {
  type Declaration,
  type Language,
  overlaps,
  readLiteral,
  SourceText,
  type Span,
  type SyntaxParser,
  scanSource,
} from '../source/index.ts';
import type { Decision, Edit } from './check.ts';
import { checks } from './checks/index.ts';
import type { Finding, Fix } from './finding.ts';

/** What checking a source needs. */
export interface CheckTools {
  readonly parser: SyntaxParser;
  readonly sha256: Sha256;
}

/** A source to check. */
export interface CheckRequest {
  readonly text: string;
  /** Absolute, with `/`; evidence names it. */
  readonly path: string;
  readonly language: Language;
  readonly cancellation: Cancellation;
}

/** What came of checking a source. */
export interface CheckedSource {
  /** Decided claims in the order of the text, all verdicts. */
  readonly findings: readonly Finding[];
  /** How many declarations had a comment. */
  readonly documented: number;
  readonly isUnparsable: boolean;
}

interface Located {
  readonly declaration: Declaration;
  readonly decision: Decision;
}

/** Decides every claim of a source by rules. Throws a `CancelledError` when cancelled meanwhile. */
export async function checkSource(tools: CheckTools, request: CheckRequest): Promise<CheckedSource> {
  const { decisions, documented, isUnparsable } = await decide(tools, request);
  const source = new SourceText(request.text);
  const fingerprint = fingerprinter(tools.sha256);
  const findings: Finding[] = [];
  for (const located of decisions) {
    const fix = await verifiedFix(tools, request, { located, decisions, source });
    findings.push(findingOf(located, { source, path: request.path, fix, fingerprint: fingerprint(located) }));
  }
  return { findings, documented, isUnparsable };
}

async function decide(tools: CheckTools, { text, language, cancellation }: Omit<CheckRequest, 'path'>) {
  const scanned = await scanSource(tools.parser, {
    text,
    language,
    cancellation,
    which: 'documented',
    bodies: true,
  });
  const values = (expression: string) => readLiteral(tools.parser, language, expression);
  const decisions: Located[] = [];
  for (const declaration of scanned.declarations) {
    throwIfCancelled(cancellation);
    for (const check of checks) {
      for (const decision of await check.decide({ declaration, language, text, readLiteral: values })) {
        decisions.push({ declaration, decision: onlyOutside(decision, declaration) });
      }
    }
  }
  decisions.sort((a, b) => inOrder(a.decision.claim.span, b.decision.claim.span));
  return { decisions, documented: scanned.declarations.length, isUnparsable: scanned.isUnparsable };
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Evidence in the claim's own comment proves nothing; a contradiction without any other is none. */
function onlyOutside(decision: Decision, { doc }: Declaration): Decision {
  if (doc === undefined) return decision;
  const evidence = decision.evidence.filter(
    ({ span }) => !overlaps(span, doc.span) || span.start < doc.span.start,
  );
  if (evidence.length > 0 || decision.verdict !== 'contradicted') return { ...decision, evidence };
  return { ...decision, verdict: 'unverified', severity: 'information', confidence: 0, evidence };
}

function findingOf(
  { decision }: Located,
  {
    source,
    path,
    fix,
    fingerprint,
  }: { source: SourceText; path: string; fix: Fix | null; fingerprint: string },
): Finding {
  const { claim, evidence, ...rest } = decision;
  return {
    range: source.rangeOf(claim.span),
    claim: claim.text,
    kind: rest.kind,
    verdict: rest.verdict,
    severity: rest.severity,
    proof: rest.proof,
    confidence: rest.confidence,
    decidedBy: rest.decidedBy,
    fingerprint,
    message: rest.message,
    evidence: evidence.map((quote) => ({ path, range: source.rangeOf(quote.span), quote: quote.text })),
    fix,
  };
}

/** Fingerprints by what is claimed of what, numbered where the same claim is made twice. */
function fingerprinter(sha256: Sha256): (located: Located) => string {
  const seen = new Map<string, number>();
  return ({ declaration, decision }) => {
    const about = [
      decision.kind,
      declaration.qualifiedName,
      decision.claim.text,
      ...decision.evidence.map(({ text }) => text),
    ];
    const key = about.join('\0').replace(/\s+/g, ' ');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return sha256(`${key}\0${count}`).slice(0, 16);
  };
}

interface FixSubject {
  readonly located: Located;
  readonly decisions: readonly Located[];
  readonly source: SourceText;
}

/**
 * The proposed fix if it holds: it touches the claim's own comment only and, applied to a copy, leaves one
 * contradiction of its kind less. A claim of another kind that it uncovers (the default of a parameter that had
 * the wrong name) is no fault of it. `null` when there is no fix or it does not hold.
 */
async function verifiedFix(
  tools: CheckTools,
  request: CheckRequest,
  { located, decisions, source }: FixSubject,
) {
  const { fix, verdict, kind } = located.decision;
  const comment = located.declaration.doc?.span;
  if (fix === undefined || verdict !== 'contradicted' || comment === undefined) return null;
  if (fix.edits.some(({ span }) => span.start < comment.start || span.end > comment.end)) return null;
  throwIfCancelled(request.cancellation);
  const text = applyEdits(request.text, fix.edits);
  if (text === undefined) return null;
  const after = await decide(tools, { text, language: request.language, cancellation: neverCancelled });
  const count = (all: readonly Located[]) =>
    all.filter(({ decision }) => decision.kind === kind && decision.verdict === 'contradicted').length;
  if (count(after.decisions) >= count(decisions) || after.isUnparsable) return null;
  const edits = fix.edits.map(({ span, newText }) => ({ range: source.rangeOf(span), newText }));
  return { title: fix.title, edits };
}

/** The text with the edits made, or `undefined` when two of them overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string | undefined {
  const ordered = edits.toSorted((a, b) => b.span.start - a.span.start);
  let result = text;
  let limit = Number.POSITIVE_INFINITY;
  for (const { span, newText } of ordered) {
    if (span.end > limit) return undefined;
    limit = span.start;
    result = result.slice(0, span.start) + newText + result.slice(span.end);
  }
  return result;
}
