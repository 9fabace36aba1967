import { message } from '../../platform/index.ts';
import type { Declaration, Quote, ReturnFact } from '../../source/index.ts';
import type { Check, Decision } from '../check.ts';
import { ownBodyOf } from '../own-body.ts';
import { shortened } from '../shortened.ts';
import { compareHeads, headsOf } from '../type-comparison.ts';
import { type TypeVocabulary, typeVocabularies } from '../type-vocabulary.ts';
import { undecided } from '../undecided.ts';

/** A documented type of what comes back. */
interface TypeClaim {
  readonly type: Quote;
  readonly declaration: Declaration;
}

/**
 * The documented type of what comes back against the annotation, or against every value that the body hands back.
 * Whether anything comes back at all is `returns`'.
 */
export const returnTypeCheck: Check = {
  kind: 'return-type',
  decide: async ({ declaration, language }) => {
    const vocabulary = typeVocabularies[language.family];
    const returns = declaration.doc?.returns ?? [];
    const [only] = returns;
    if (vocabulary === undefined || only?.type === undefined || only.type.text.trim() === '') return [];
    const claim = { type: only.type, declaration };
    // One of several values is a part of what comes back.
    return [returns.length > 1 ? unverified(claim) : decideClaim(claim, vocabulary)];
  },
};

function decideClaim(claim: TypeClaim, vocabulary: TypeVocabulary): Decision {
  const { declaration, type } = claim;
  const { signature, modifiers, hasError, kind } = declaration;
  const isOpen = hasError || kind === 'class' || modifiers.has('overload') || modifiers.has('constructor');
  if (signature === undefined || isOpen) return unverified(claim);
  const documented = headsOf(awaited(type.text), vocabulary, 'prose');
  const { returnType } = signature;
  if (returnType !== undefined) {
    const annotated = headsOf(awaited(returnType.text), vocabulary, 'annotation');
    if (signature.body?.isGenerator === true || /\bis\b|^asserts\b/.test(returnType.text))
      return unverified(claim);
    const compared = compareHeads(documented, annotated, vocabulary);
    if (compared === 'different') return otherAnnotation(claim, returnType);
    return compared === 'same' ? supported(claim, returnType) : unverified(claim);
  }
  const own = ownBodyOf(declaration);
  if (own === undefined || own.body.isGenerator) return unverified(claim);
  const valued = own.body.returns.filter(({ shape }) => shape !== 'nothing');
  const compared = valued.map((fact) => compareReturn(fact));
  function compareReturn(fact: ReturnFact) {
    return fact.type === undefined || fact.type === 'promise'
      ? 'undecided'
      : compareHeads(documented, new Set([fact.type]), vocabulary);
  }
  if (valued.length > 0 && compared.every((one) => one === 'different')) return otherValues(claim, valued);
  return valued.length > 0 && compared.every((one) => one === 'same')
    ? supported(claim, ...valued.slice(0, 3).map(({ quote }) => quote))
    : unverified(claim);
}

/** What a promise is for: comments leave it out as often as they name it. */
function awaited(type: string): string {
  return /^(?:Promise|PromiseLike|Awaitable)\s*\.?[<[](.*)[>\]]$/s.exec(type.trim())?.[1] ?? type;
}

function otherAnnotation(claim: TypeClaim, annotation: Quote): Decision {
  const actual = shortened(annotation.text);
  const isShort = annotation.text.length <= 80 && !annotation.text.includes('\n');
  return {
    ...contradicted(claim, actual, [annotation]),
    decidedBy: 'return-type/annotation',
    confidence: 0.97,
    ...(isShort
      ? {
          fix: {
            title: message('fix.type.replace', { actual }),
            edits: [{ span: claim.type.span, newText: annotation.text }],
          },
        }
      : {}),
  };
}

function otherValues(claim: TypeClaim, facts: readonly ReturnFact[]): Decision {
  const quotes = facts.map(({ quote }) => quote).slice(0, 3);
  return {
    ...contradicted(claim, shortened(quotes[0]?.text ?? ''), quotes),
    decidedBy: 'return-type/values',
  };
}

function contradicted(claim: TypeClaim, actual: string, evidence: readonly Quote[]): Decision {
  return {
    ...unverified(claim),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.93,
    message: message('check.return-type.contradicted', {
      symbol: claim.declaration.name,
      actual,
      documented: shortened(claim.type.text),
    }),
    evidence,
  };
}

function supported(claim: TypeClaim, ...evidence: readonly Quote[]): Decision {
  return {
    ...unverified(claim),
    verdict: 'supported',
    confidence: 0.95,
    message: message('check.return-type.supported', { symbol: claim.declaration.name }),
    evidence,
  };
}

function unverified({ type, declaration }: TypeClaim): Decision {
  return undecided({
    kind: 'return-type',
    claim: type,
    proof: 'types',
    decidedBy: 'return-type/comparison',
    message: message('check.return-type.unverified', { symbol: declaration.name }),
  });
}
