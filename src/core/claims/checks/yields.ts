import { message } from '../../platform/index.ts';
import { type BodyFacts, type Declaration, findTag, type Quote } from '../../source/index.ts';
import type { Check, Decision } from '../check.ts';

/** Documented yields against the body: a claim is false when nothing is yielded and nothing handed back. */
export const yieldsCheck: Check = {
  kind: 'yields',
  decide: async ({ declaration }) => {
    const { doc } = declaration;
    const claim = doc === undefined ? undefined : (doc.yields[0] ?? findTag(doc, 'generator'))?.claim;
    return claim === undefined ? [] : [decideYields(claim, declaration)];
  },
};

function decideYields(claim: Quote, declaration: Declaration): Decision {
  const body = declaration.signature?.body;
  if (body === undefined || isIncomparable(declaration, body)) return unverified(claim, declaration);
  if (body.isGenerator) return supported(claim, declaration);
  // What is handed back may be another generator.
  // A number or a flag can't be iterated either.
  return body.returns.every(
    ({ shape, type }) => shape === 'nothing' || type === 'number' || type === 'boolean',
  )
    ? contradicted(claim, declaration)
    : unverified(claim, declaration);
}

/** Where the body under the comment isn't what a caller meets. */
function isIncomparable(
  { modifiers, decorators, kind, hasError, doc }: Declaration,
  body: BodyFacts,
): boolean {
  const isElsewhere =
    doc !== undefined && findTag(doc, 'abstract', 'virtual', 'override', 'inheritdoc') !== undefined;
  return (
    isElsewhere ||
    hasError ||
    kind === 'class' ||
    body.isStub ||
    modifiers.has('abstract') ||
    modifiers.has('overload') ||
    (decorators.length > 0 && !body.isGenerator)
  );
}

function contradicted(claim: Quote, declaration: Declaration): Decision {
  return {
    ...unverified(claim, declaration),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.95,
    message: message('check.yields.contradicted', { symbol: declaration.name }),
    evidence: [declaration.head],
  };
}

function supported(claim: Quote, declaration: Declaration): Decision {
  return {
    ...unverified(claim, declaration),
    verdict: 'supported',
    confidence: 0.99,
    message: message('check.yields.supported', { symbol: declaration.name }),
    evidence: [declaration.head],
  };
}

function unverified(claim: Quote, declaration: Declaration): Decision {
  return {
    kind: 'yields',
    claim,
    verdict: 'unverified',
    severity: 'information',
    proof: 'syntax',
    confidence: 0,
    decidedBy: 'yields/body',
    message: message('check.yields.unverified', { symbol: declaration.name }),
    evidence: [],
  };
}
