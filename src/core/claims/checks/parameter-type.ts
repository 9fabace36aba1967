import { message } from '../../platform/index.ts';
import { type DocParameter, isFalsyLiteral, type Quote } from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { initialValueOf, type KnownValue, locate, parameterDefaultOf } from '../code-default.ts';
import { documentedTypeOf } from '../documented-type.ts';
import { isExplainedDefault } from '../explained-default.ts';
import { shortened } from '../shortened.ts';
import { compareHeads, headsOf, headsOfLiteral } from '../type-comparison.ts';
import { type TypeVocabulary, typeVocabularies } from '../type-vocabulary.ts';
import { undecided } from '../undecided.ts';

interface TypeClaim {
  readonly name: string;
  readonly type: Quote;
  readonly annotation?: Quote;
  readonly initial?: KnownValue;
  /** What else the comment says of it. */
  readonly description: string;
}

/**
 * Documented types of parameters, variables and properties against the annotation and the default: false when no member
 * of the one may stand for any member of the other.
 */
export const parameterTypeCheck: Check = {
  kind: 'parameter-type',
  decide: async (subject) => {
    const vocabulary = typeVocabularies[subject.language.family];
    if (vocabulary === undefined || subject.declaration.hasError) return [];
    return claimsOf(subject).map((claim) => decideClaim(claim, vocabulary));
  },
};

function claimsOf({ declaration, text }: CheckSubject): readonly TypeClaim[] {
  const { doc, signature, modifiers } = declaration;
  if (doc === undefined) return [];
  if (signature === undefined) {
    const type = documentedTypeOf(doc, text);
    return type === undefined ? [] : [variableClaim(type, declaration)];
  }
  const isOverload = modifiers.has('overload');
  return doc.parameters.flatMap((entry) => {
    if (entry.type === undefined || entry.type.text.trim() === '') return [];
    return isOverload
      ? [{ name: entry.name.text, type: entry.type, description: '' }]
      : [parameterClaim(entry, entry.type, declaration)];
  });
}

function variableClaim(type: Quote, declaration: CheckSubject['declaration']): TypeClaim {
  const { effective } = initialValueOf(declaration);
  return {
    name: declaration.name,
    type,
    description: declaration.doc?.summary.text ?? '',
    ...(declaration.type === undefined ? {} : { annotation: declaration.type }),
    ...(effective === undefined ? {} : { initial: effective }),
  };
}

function parameterClaim(
  entry: DocParameter,
  type: Quote,
  declaration: CheckSubject['declaration'],
): TypeClaim {
  // What stands as the value is the default again, and explains nothing.
  const written = entry.initial?.value.text ?? '';
  const description = `${/^false$/i.test(written) ? '' : written} ${entry.description.text}`;
  const shared = { name: entry.name.text, type, description };
  const place = locate(entry, declaration);
  const kind = place?.parameter.kind;
  // Each of the rest may be documented, or all of them together.
  if (place === undefined || kind === 'rest' || kind === 'keyword-rest') return shared;
  const annotation = place.parameter.name === entry.name.text ? place.parameter.type : undefined;
  // What a body falls back to may be the result for nothing instead of a value of the parameter.
  const known = parameterDefaultOf(entry, declaration).effective;
  const effective = known?.value.quote === place.declared?.quote ? known : undefined;
  return {
    ...shared,
    ...(annotation === undefined ? {} : { annotation }),
    ...(effective === undefined ? {} : { initial: effective }),
  };
}

function decideClaim(claim: TypeClaim, vocabulary: TypeVocabulary): Decision {
  const documented = headsOf(claim.type.text, vocabulary, 'prose');
  const { annotation, initial } = claim;
  if (annotation !== undefined) {
    if (isSameText(claim.type, annotation)) return supported(claim, annotation);
    const compared = compareHeads(documented, headsOf(annotation.text, vocabulary, 'annotation'), vocabulary);
    if (compared === 'different') return otherAnnotation(claim, annotation);
    if (compared === 'same') return supported(claim, annotation);
    // An annotation that wasn't understood may explain the default.
    return unverified(claim);
  }
  if (initial === undefined || isExplained(initial, claim)) return unverified(claim);
  if (vocabulary.hasFalseForNothing === true && isFalse(initial)) return unverified(claim);
  const compared = compareHeads(documented, headsOfLiteral(initial.value.literal), vocabulary);
  if (compared === 'different') return otherDefault(claim, initial);
  return compared === 'same' ? supported(claim, ...initial.evidence) : unverified(claim);
}

function isExplained({ value: { literal } }: KnownValue, { name, type, description }: TypeClaim): boolean {
  return isExplainedDefault({ name, type: type.text, description, literal });
}

function isFalse({ value: { literal } }: KnownValue): boolean {
  return literal.type === 'boolean' && !literal.value;
}

function isSameText(a: Quote, b: Quote): boolean {
  const bare = (one: Quote) => one.text.replaceAll(/[\s'"`?!;]|\btyping\./g, '');
  return bare(a) === bare(b);
}

function otherAnnotation(claim: TypeClaim, annotation: Quote): Decision {
  const actual = shortened(annotation.text);
  const isShort = annotation.text.length <= 80 && !annotation.text.includes('\n');
  return {
    ...unverified(claim),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.97,
    decidedBy: 'parameter-type/annotation',
    message: message('check.parameter-type.annotation', {
      name: claim.name,
      actual,
      documented: shortened(claim.type.text),
    }),
    evidence: [annotation],
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

function otherDefault(claim: TypeClaim, initial: KnownValue): Decision {
  return {
    ...unverified(claim),
    verdict: 'contradicted',
    // `false` or zero may stand for “not given”.
    severity: isFalsyLiteral(initial.value.literal) ? 'information' : 'warning',
    confidence: 0.9,
    decidedBy: 'parameter-type/default',
    message: message('check.parameter-type.default', {
      name: claim.name,
      actual: shortened(initial.value.quote.text),
      documented: shortened(claim.type.text),
    }),
    evidence: initial.evidence,
  };
}

function supported(claim: TypeClaim, ...evidence: readonly Quote[]): Decision {
  return {
    ...unverified(claim),
    verdict: 'supported',
    confidence: 0.95,
    message: message('check.parameter-type.supported', { name: claim.name }),
    evidence,
  };
}

function unverified({ name, type }: TypeClaim): Decision {
  return undecided({
    kind: 'parameter-type',
    claim: type,
    proof: 'types',
    decidedBy: 'parameter-type/comparison',
    message: message('check.parameter-type.unverified', { name }),
  });
}
