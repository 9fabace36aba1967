import { type Answer, type AskRequest, type AskTools, answerQuestion } from '../ask/index.ts';
import type { Verdict } from '../claims/index.ts';
import { message } from '../platform/index.ts';
import { type Language, languageById, languageOfFile, type SyntaxParser } from '../source/index.ts';
import { type Comparison, compareDefaults, compareNames, compareTypes } from './compared-values.ts';
import { type LibraryClaim, readLibraryClaim } from './library-claims.ts';
import { undecided, unreadableClaim, type VerifiedClaim } from './verified-claim.ts';

export interface LibraryClaimTools extends AskTools {
  readonly parser: SyntaxParser;
}

/** A claim about an installed library, and where it is made. */
export type LibraryClaimRequest = Omit<AskRequest, 'question'> & { readonly claim: string };

/**
 * Holds a claim about a library against the facts of its installed declarations. Unverified when the claim isn't
 * wholly understood, when nothing installed tells, and where both readings are honest. Throws a `CancelledError` when
 * cancelled meanwhile.
 */
export async function verifyOfLibrary(
  tools: LibraryClaimTools,
  { claim, ...around }: LibraryClaimRequest,
): Promise<VerifiedClaim> {
  const unreadable = unreadableClaim(claim);
  if (unreadable !== undefined) return unreadable;
  const read = readLibraryClaim(claim);
  if (read === undefined) return undecided(claim, message('verify.not-understood'));
  const answer = await answerQuestion(tools, { question: read.question, ...around });
  if (answer.answer === null) {
    return undecided(claim, answer.reason ?? message('verify.not-understood'), answer.evidence);
  }
  const verdict = verdictOf[await compare(read, answer, tools.parser)];
  if (verdict === 'unverified') return { ...undecided(claim, answer.answer, answer.evidence) };
  const { confidence, decidedBy, evidence } = answer;
  return { claim, verdict, confidence, reason: answer.answer, decidedBy, evidence };
}

const verdictOf: Readonly<Record<Comparison, Verdict>> = {
  same: 'supported',
  different: 'contradicted',
  undecided: 'unverified',
};

async function compare(
  { expected }: LibraryClaim,
  { answer, evidence }: Answer,
  parser: SyntaxParser,
): Promise<Comparison> {
  const id = answer?.id ?? '';
  const values = answer?.values ?? {};
  const value = typeof values.value === 'string' ? values.value : undefined;
  // A value that was cut for the sentence is not the whole one.
  const isWhole = value !== undefined && !value.endsWith('…');
  switch (expected.type) {
    case 'value': {
      if (id === 'ask.answer.required') return 'different';
      const language = languageOfEvidence(evidence[0]?.path);
      if (!isWhole || language === undefined || !isDefault.has(id)) return 'undecided';
      return compareDefaults(expected.text, value, { parser, language });
    }
    case 'type':
      return isWhole && isType.has(id) ? compareTypes(expected.text, value) : 'undecided';
    case 'name':
      return typeof values.parameter === 'string'
        ? compareNames(expected.text, values.parameter)
        : 'undecided';
    case 'yes':
    case 'no': {
      const said = yes.has(id) ? 'yes' : no.has(id) ? 'no' : undefined;
      if (said === undefined) return 'undecided';
      return said === expected.type ? 'same' : 'different';
    }
  }
}

const isDefault: ReadonlySet<string> = new Set([
  'ask.answer.default',
  'ask.answer.default-documented',
  'ask.answer.property-default',
]);
const isType: ReadonlySet<string> = new Set([
  'ask.answer.returns',
  'ask.answer.type',
  'ask.answer.parameter-type',
]);
const yes: ReadonlySet<string> = new Set([
  'ask.answer.deprecated',
  'ask.answer.deprecated-note',
  'ask.answer.is-parameter',
  'ask.answer.is-required',
  'ask.answer.is-optional',
]);
const no: ReadonlySet<string> = new Set([
  'ask.answer.not-deprecated',
  'ask.answer.no-parameter',
  'ask.answer.not-required',
  'ask.answer.not-optional',
]);

/** Declarations are written in the language of their file. */
function languageOfEvidence(path: string | undefined): Language | undefined {
  return path === undefined ? undefined : (languageOfFile(path) ?? languageById('typescript'));
}
