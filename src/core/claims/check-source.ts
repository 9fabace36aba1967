import { type Cancellation, type Sha256, throwIfCancelled } from '../platform/index.ts';
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
import type { Decision } from './check.ts';
import { checks } from './checks/index.ts';
import { ownNamesOf } from './code-names.ts';
import type { DocumentedSymbol, Finding } from './finding.ts';
import type { FixMemory } from './fix-memory.ts';
import { libraryDecisions } from './libraries/library-decisions.ts';
import {
  aboutDeclaration,
  contradictionsOf,
  findingsOf,
  type LocatedDecision,
  onlyOutside,
} from './located-decision.ts';
import type { NamesAround } from './names-around.ts';
import { raisingReader } from './raising-reader.ts';
import { type Located, verifiedFixes } from './verified-fixes.ts';

/** What checking a source needs. */
export interface CheckTools {
  readonly parser: SyntaxParser;
  readonly sha256: Sha256;
  /** Spares what is typed beside a false claim a second check; without it, every fix is tried each time. */
  readonly fixes?: FixMemory;
}

/** A source to check. */
export interface CheckRequest {
  readonly text: string;
  /** Absolute, with `/`; evidence names it. */
  readonly path: string;
  readonly language: Language;
  readonly cancellation: Cancellation;
  /** The sources around, for what one file alone doesn't tell. */
  readonly around?: NamesAround;
}

/** What came of checking a source. */
export interface CheckedSource {
  /** Decided claims in the order of the text, all verdicts. */
  readonly findings: readonly Finding[];
  /** How many declarations had a comment. */
  readonly documented: number;
  /** Those declarations, in the order of the text. */
  readonly symbols: readonly DocumentedSymbol[];
  readonly isUnparsable: boolean;
}

/** What is false in a source. */
export interface FalseInSource extends Pick<CheckedSource, 'documented' | 'isUnparsable'> {
  /** The contradicted claims alone, in the order of the text. */
  readonly findings: readonly Finding[];
  /** How many claims were decided, whatever the verdict. */
  readonly claims: number;
}

/** Decides every claim of a source as `checkSource` does, and tells of those that are false. */
export async function findFalse(tools: CheckTools, request: CheckRequest): Promise<FalseInSource> {
  const decided = await decide(tools, request);
  const { findings, claims } = await contradictionsOf(
    decided.decisions,
    await findingsRequest(tools, request, decided),
  );
  return { findings, claims, documented: decided.documented, isUnparsable: decided.isUnparsable };
}

/** Decides every claim of a source by rules, but for those that a mark in a comment keeps away. Throws a `CancelledError` when cancelled meanwhile. */
export async function checkSource(tools: CheckTools, request: CheckRequest): Promise<CheckedSource> {
  const decided = await decide(tools, request);
  const findings = await findingsOf(decided.decisions, await findingsRequest(tools, request, decided));
  const source = new SourceText(request.text);
  const symbols = decided.declarations.flatMap((declaration) => symbolOf(declaration, source));
  return { findings, symbols, documented: decided.documented, isUnparsable: decided.isUnparsable };
}

async function findingsRequest(tools: CheckTools, request: CheckRequest, decided: Decided) {
  const fixable = await fixesThatHold(tools, request, decided);
  const { parser, sha256 } = tools;
  return { ...request, parser, sha256, declarations: decided.declarations, fixable };
}

function symbolOf({ name, nameSpan, doc }: Declaration, source: SourceText): readonly DocumentedSymbol[] {
  if (doc === undefined) return [];
  return [{ name, nameRange: source.rangeOf(nameSpan), commentRange: source.rangeOf(doc.span) }];
}

/** Fixes that were tried before in the same comment, with the same proof, need no second trial. */
async function fixesThatHold(
  tools: CheckTools,
  request: CheckRequest,
  decided: Decided,
): Promise<ReadonlySet<Located>> {
  const candidates = decided.decisions.filter(mayBeFixed);
  const keys = new Map(candidates.map((one) => [one, keyOfFix(one, request.text)]));
  const known = (one: LocatedDecision) => tools.fixes?.get(keys.get(one) ?? '');
  const untried = candidates.filter((one) => known(one) === undefined);
  const verified = await verifiedFixes(untried, {
    text: request.text,
    before: decided,
    decide: (text) => decide(tools, { ...request, text }),
  });
  for (const one of untried) tools.fixes?.set(keys.get(one) ?? '', verified.has(one));
  return new Set([...verified, ...candidates.filter((one) => known(one) === true)]);
}

/** The comment that is changed, the change, and all that proves that it is wanted. */
function keyOfFix({ about, comment, decision }: LocatedDecision, text: string): string {
  const start = comment?.start ?? 0;
  const edits = decision.fix?.edits.map(({ span, newText }) => [
    span.start - start,
    span.end - start,
    newText,
  ]);
  const proofs = decision.evidence.map((one) => one.text);
  const words = text.slice(start, comment?.end ?? start);
  return JSON.stringify([decision.kind, about, words, decision.message, proofs, edits]);
}

type Decided = Awaited<ReturnType<typeof decide>>;

async function decide(
  tools: CheckTools,
  { text, language, cancellation, around }: Omit<CheckRequest, 'path'>,
) {
  const scanned = await scanSource(tools.parser, {
    text,
    language,
    cancellation,
    which: 'documented',
    bodies: true,
    statements: true,
  });
  const values = (expression: string) => readLiteral(tools.parser, language, expression);
  const raising = raisingReader(tools, { language, cancellation });
  const names = ownNamesOf(text, language.family);
  const decisions: LocatedDecision[] = [];
  for (const [ordinal, declaration] of scanned.declarations.entries()) {
    throwIfCancelled(cancellation);
    const { about, comment, begins } = aboutDeclaration(declaration);
    const known = around === undefined ? {} : { around };
    const subject = {
      declaration,
      language,
      text,
      readLiteral: values,
      readRaising: raising,
      names,
      ...known,
    };
    for (const check of checks) {
      for (const decision of await check.decide(subject)) {
        decisions.push({ about, comment, begins, ordinal, decision: onlyOutside(decision, comment) });
      }
    }
  }
  for (const [i, statement] of scanned.statements.entries()) {
    throwIfCancelled(cancellation);
    const about = statement.statement.text;
    const comment = statement.span;
    const begins = [statement.statement.span.start, comment.start];
    const ordinal = scanned.declarations.length + i;
    for (const check of checks) {
      for (const decision of check.decideStatement?.({ statement, language }) ?? []) {
        decisions.push({ about, comment, begins, ordinal, decision: onlyOutside(decision, comment) });
      }
    }
  }
  const { declarations, statements, isUnparsable } = scanned;
  const ordinal = declarations.length + statements.length;
  const ofLibraries =
    around === undefined
      ? []
      : await libraryDecisions({
          parser: tools.parser,
          text,
          language,
          cancellation,
          around,
          declarations,
          ordinal,
        });
  const all = withLibraries(decisions, ofLibraries);
  all.sort((a, b) => inOrder(a.decision.claim.span, b.decision.claim.span));
  return { decisions: all, declarations, documented: declarations.length, isUnparsable };
}

/** Decisions with those about libraries: what is installed decides what the sources around a file leave open. */
function withLibraries(
  decisions: readonly LocatedDecision[],
  ofLibraries: readonly LocatedDecision[],
): LocatedDecision[] {
  const isSame = (a: Decision, b: Decision) => a.kind === b.kind && overlaps(a.claim.span, b.claim.span);
  const isOpen = ({ decision: { verdict } }: LocatedDecision) => verdict === 'unverified';
  const added = ofLibraries.filter(({ decision }) =>
    decisions.every((one) => isOpen(one) || !isSame(one.decision, decision)),
  );
  const kept = decisions.filter(({ decision }) => added.every((one) => !isSame(one.decision, decision)));
  return [...kept, ...added];
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** A fix is made in the claim's own comment only. */
function mayBeFixed({ comment, decision: { fix, verdict } }: LocatedDecision): boolean {
  if (fix === undefined || verdict !== 'contradicted' || comment === undefined) return false;
  return fix.edits.every(({ span }) => span.start >= comment.start && span.end <= comment.end);
}
