import { type CheckTools, checkSource, type Finding } from '../claims/index.ts';
import type { Evidence } from '../evidence/index.ts';
import { type Cancellation, message } from '../platform/index.ts';
import {
  type Declaration,
  type Language,
  overlaps,
  SourceText,
  type Span,
  scanSource,
} from '../source/index.ts';
import { type ClaimCopy, claimCopies } from './claim-copies.ts';
import { undecided, unreadableClaim, type VerifiedClaim } from './verified-claim.ts';

/** A claim about the code of one source. */
export interface CodeClaimRequest {
  readonly claim: string;
  readonly text: string;
  /** Absolute, with `/`; evidence names it. */
  readonly path: string;
  readonly language: Language;
  /** Zero-based; without it the one declaration is meant that the claim names. */
  readonly line?: number;
  readonly cancellation: Cancellation;
}

/**
 * Holds a claim against the code that it is about: it is written into copies of the source as a comment of the
 * declaration, and above the statement on the line, and checked there. Unverified when no check reads it. Throws a
 * `CancelledError` when cancelled meanwhile.
 */
export async function verifyInCode(tools: CheckTools, request: CodeClaimRequest): Promise<VerifiedClaim> {
  const { claim, text, language, line, cancellation } = request;
  const unreadable = unreadableClaim(claim);
  if (unreadable !== undefined) return unreadable;
  const scanned = await scanSource(tools.parser, {
    text,
    language,
    cancellation,
    which: 'all',
    bodies: false,
  });
  const declaration = declarationOf(scanned.declarations, request);
  if (declaration === undefined && line === undefined)
    return undecided(claim, message('verify.no-declaration'));
  const outcomes: VerifiedClaim[] = [];
  for (const copy of claimCopies({ claim, text, language, declaration, line })) {
    for (const finding of await findingsIn(copy, tools, request)) {
      outcomes.push(outcomeOf(finding, copy, claim));
    }
  }
  const [first] = outcomes.toSorted((a, b) => rank(a) - rank(b) || b.confidence - a.confidence);
  return first ?? undecided(claim, message('verify.no-check'));
}

/** One false part makes a claim false; what a check leaves open speaks neither for nor against it. */
function rank({ verdict, evidence }: VerifiedClaim): number {
  return ['contradicted', 'supported', 'unverified'].indexOf(verdict) - (evidence.length > 0 ? 0.5 : 0);
}

/** What a check supports supports the claim only where nothing else is claimed. */
function outcomeOf(finding: Finding, { decides }: ClaimCopy, claim: string): VerifiedClaim {
  const { kind, verdict, confidence, message: reason, decidedBy, evidence } = finding;
  const isAll =
    decides === 'words'
      ? !existence.has(kind) && wordsBeside(claim, finding.claim) <= mostWordsBeside
      : decides.includes(kind);
  if (verdict === 'contradicted' || (verdict === 'supported' && isAll)) {
    return { claim, verdict, confidence, reason, decidedBy, evidence };
  }
  return undecided(claim, verdict === 'supported' ? message('verify.in-part') : reason, evidence);
}

/** Kinds that decide whether something comes back or is raised at all, whatever is said of it. */
const existence: ReadonlySet<string> = new Set(['returns', 'yields', 'raises']);

/** Words that only say what a claim is about: “the function retry is”. */
const mostWordsBeside = 3;

/** How many words a sentence has beside those that a check read. */
function wordsBeside(sentence: string, read: string): number {
  const words = (text: string) => text.match(/[\p{L}\p{N}_$]+/gu) ?? [];
  return words(sentence).length - words(read).length;
}

/** The innermost declaration on the line, its comment included; else the only one that the claim names. */
function declarationOf(
  declarations: readonly Declaration[],
  { claim, text, line }: CodeClaimRequest,
): Declaration | undefined {
  if (line === undefined) {
    const named = declarations.filter(({ name }) => name !== '' && holdsWord(claim, name));
    return named.length === 1 ? named[0] : undefined;
  }
  const source = new SourceText(text);
  const holds = ({ start, end }: Span) =>
    source.positionAt(start).line <= line && line <= source.positionAt(end).line;
  const around = declarations.filter(
    ({ span, doc }) => holds(span) || (doc !== undefined && holds(doc.span)),
  );
  const length = ({ span }: Declaration) => span.end - span.start;
  return around.toSorted((a, b) => length(a) - length(b))[0];
}

function holdsWord(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_$])${escaped}(?![\\p{L}\\p{N}_$])`, 'u').test(text);
}

/** Nobody corrects a copy, and trying each correction would check it once more. */
const noFixes = { get: () => false, set: () => undefined };

/** What the checks find in the claim's comment, with evidence where it stands in the text itself. */
async function findingsIn(
  copy: ClaimCopy,
  tools: CheckTools,
  { path, language, cancellation, text }: CodeClaimRequest,
): Promise<readonly Finding[]> {
  const checked = await checkSource(
    { ...tools, fixes: noFixes },
    { text: copy.text, path, language, cancellation },
  );
  const inCopy = new SourceText(copy.text);
  const original = new SourceText(text);
  return checked.findings.flatMap((finding) => {
    // The name of a parameter in the copy was taken from the code: the claim says nothing of its being there.
    const isOurs = finding.kind === 'parameter-name';
    if (isOurs || !overlaps(inCopy.spanOf(finding.range), copy.comment)) return [];
    const evidence = finding.evidence.flatMap((one) => {
      const placed = one.path === path ? placedAgain(one, { copy, inCopy, original }) : one;
      return placed === undefined ? [] : [placed];
    });
    // Without its proof a contradiction is none.
    return finding.verdict === 'contradicted' && evidence.length === 0 ? [] : [{ ...finding, evidence }];
  });
}

function placedAgain(
  evidence: Evidence,
  { copy, inCopy, original }: { copy: ClaimCopy; inCopy: SourceText; original: SourceText },
): Evidence | undefined {
  const { start, end } = inCopy.spanOf(evidence.range);
  const { replaced } = copy;
  const added = copy.text.length - original.text.length;
  const behind = replaced.end + added;
  const back = (offset: number) => (offset >= behind ? offset - added : offset);
  if (start < behind && end > replaced.start) return undefined;
  const span = { start: back(start), end: back(end) };
  if (original.quote(span).text !== evidence.quote) return undefined;
  return { ...evidence, range: original.rangeOf(span) };
}
