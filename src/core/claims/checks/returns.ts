import { message } from '../../platform/index.ts';
import {
  type BodyFacts,
  type Declaration,
  type DocReturns,
  findTag,
  type Quote,
  type ReturnFact,
  returnsInProse,
  type Signature,
} from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { habitsOf, type LanguageHabits } from '../language-habits.ts';
import { shortened } from '../shortened.ts';

/** What a comment says comes back, as far as this check decides it. */
type Promised = 'value' | 'nothing' | 'promise' | 'undecided';

/** Decorators that hand back what the function returns. */
const transparent =
  /^(?:staticmethod|classmethod|(?:functools\.)?(?:lru_cache|cache)\b.*|(?:typing\.)?(?:override|final))$/s;

/** Documented return values against every return of the body. */
export const returnsCheck: Check = {
  kind: 'returns',
  decide: async (subject) => {
    const { doc, kind, name } = subject.declaration;
    if (doc === undefined) return [];
    if (doc.returns.length > 0) return doc.returns.map((returns) => decideReturns(returns, subject));
    // A test says what the code that it tests returns.
    const isOwn = (kind === 'function' || kind === 'method') && !/^test(?![a-z])/.test(name);
    return isOwn ? returnsInProse(doc).map((returns) => asReading(decideReturns(returns, subject))) : [];
  },
};

/** A sentence may mean something else, and there is no entry to delete. */
function asReading({ fix: _fix, ...decision }: Decision): Decision {
  return { ...decision, severity: 'information', confidence: decision.confidence * 0.85 };
}

function decideReturns(returns: DocReturns, { declaration, language }: CheckSubject): Decision {
  const { signature } = declaration;
  const habits = habitsOf[language.family];
  if (habits.isBinding || signature?.result !== undefined)
    return decideBinding(returns, declaration, promisedBy(returns, habits));
  const body = signature?.body;
  if (signature === undefined || body === undefined || isIncomparable(declaration, body))
    return unverified(returns);
  switch (promisedBy(returns, habits)) {
    case 'value':
      return decideValue(returns, declaration, { signature, body });
    case 'nothing':
      return decideNothing(returns, body, signature);
    case 'promise':
      return decidePromise(returns, declaration, { signature, body });
    case 'undecided':
      return unverified(returns);
  }
}

/** Where the body under the comment isn't what a caller meets. */
function isIncomparable(declaration: Declaration, body: BodyFacts): boolean {
  const { modifiers, doc, decorators } = declaration;
  const isSpecial = (['abstract', 'overload', 'accessor', 'constructor'] as const).some((one) =>
    modifiers.has(one),
  );
  const isElsewhere =
    doc !== undefined &&
    findTag(
      doc,
      'abstract',
      'virtual',
      'override',
      'inheritdoc',
      'class',
      'constructor',
      'overload',
      'generator',
      'interface',
    ) !== undefined;
  return (
    isSpecial ||
    isElsewhere ||
    declaration.hasError ||
    declaration.kind === 'class' ||
    body.isStub ||
    body.isGenerator ||
    (doc?.returns.length ?? 0) > 1 ||
    (doc?.yields.length ?? 0) > 0 ||
    decorators.some(({ text }) => !transparent.test(text))
  );
}

function promisedBy(
  returns: DocReturns,
  { nothingType, promiseType, openType, openWords }: LanguageHabits,
): Promised {
  const type = returns.type?.text.trim() ?? '';
  const prose = returns.description.text.trim();
  if (type === '') return promisedByProse(prose);
  if (nothingType.test(type)) return 'nothing';
  if (promiseType?.test(type) === true) return 'promise';
  return openType.test(type) || openWords?.test(prose) === true ? 'undecided' : 'value';
}

/** What a signature alone proves, in a language where a body can't do otherwise. */
function decideBinding(returns: DocReturns, declaration: Declaration, promised: Promised): Decision {
  const { signature, modifiers, hasError, doc } = declaration;
  const isSpecial =
    modifiers.has('constructor') || modifiers.has('overload') || (doc?.returns.length ?? 0) > 1;
  if (signature?.result === undefined || hasError || isSpecial) return unverified(returns);
  const { result, returnType, body } = signature;
  if (promised === 'nothing') {
    if (result === 'nothing') return supported(returns, declaration.head);
    return body === undefined ? unverified(returns) : decideNothing(returns, body, signature);
  }
  if (result === 'value') {
    return promised === 'value' ? supported(returns, returnType ?? declaration.head) : unverified(returns);
  }
  return promised === 'undecided' ? unverified(returns) : noValue(returns, declaration, body?.returns ?? []);
}

function promisedByProse(prose: string): Promised {
  if (/^(?:None|nothing|void|undefined|n\/a)\s*(?:[.:]|$)/i.test(prose)) return 'nothing';
  if (/^(?:a\s+)?promise\b/i.test(prose)) return 'promise';
  const mentionsNothing =
    /\(\)|\b(?:None|n\/a|nothing|void|undefined|null|never|no value|no return|not return|does not)\b|无|空|不返回/i.test(
      prose,
    );
  return prose === '' || mentionsNothing ? 'undecided' : 'value';
}

/** Says that a value comes back, and no return hands one. */
function decideValue(returns: DocReturns, declaration: Declaration, { signature, body }: Facts): Decision {
  const withValue = body.returns.find(({ shape }) => shape !== 'nothing');
  if (withValue !== undefined) return supported(returns, withValue.quote);
  const isOpen = (signature.isAsync && returns.type === undefined) || isRefusal(body);
  if (isOpen || body.returns.some(({ isNull }) => isNull) || !mayFinish(body)) return unverified(returns);
  return noValue(returns, declaration, body.returns);
}

/** A body that ends in a raise and hands back nothing on the way is there to be replaced. */
function isRefusal(body: BodyFacts): boolean {
  return !body.reachesEnd && body.returns.every(({ shape }) => shape === 'nothing');
}

interface Facts {
  readonly signature: Signature;
  readonly body: BodyFacts;
}

/** Whether the function can come back without an exception. */
function mayFinish(body: BodyFacts): boolean {
  return body.reachesEnd || body.returns.length > 0;
}

function noValue(returns: DocReturns, declaration: Declaration, facts: readonly ReturnFact[]): Decision {
  const bare = facts.map(({ quote }) => quote);
  return {
    ...unverified(returns),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.97,
    decidedBy: 'returns/no-value',
    message: message('check.returns.no-value', { symbol: declaration.name }),
    evidence: bare.length > 0 ? bare : [declaration.head],
    fix: {
      title: message('fix.returns.delete'),
      edits: [{ span: returns.entry, newText: '' }],
    },
  };
}

/** Says that nothing comes back, and a return certainly hands a value. */
function decideNothing(returns: DocReturns, body: BodyFacts, signature: Signature): Decision {
  const plain = body.returns.filter(
    ({ shape }) => shape === 'plain' || (shape === 'promise' && !signature.isAsync),
  );
  const [first] = plain;
  if (first !== undefined) {
    return {
      ...unverified(returns),
      verdict: 'contradicted',
      severity: 'warning',
      confidence: 0.97,
      decidedBy: 'returns/value',
      message: message('check.returns.value', { actual: shortened(first.quote.text) }),
      evidence: plain.slice(0, 3).map(({ quote }) => quote),
    };
  }
  const isSure = body.returns.every(({ shape, isNull }) => shape === 'nothing' && !isNull);
  return isSure ? supported(returns, ...body.returns.map(({ quote }) => quote)) : unverified(returns);
}

/** Says that a promise comes back, and every return certainly hands something else, or nothing. */
function decidePromise(returns: DocReturns, declaration: Declaration, { signature, body }: Facts): Decision {
  if (signature.isAsync) return supported(returns, declaration.head);
  const promise = body.returns.find(({ shape }) => shape === 'promise');
  if (promise !== undefined) return supported(returns, promise.quote);
  const isOther = (fact: ReturnFact) => fact.shape === 'plain' || fact.shape === 'nothing';
  if (!body.returns.every(isOther) || !mayFinish(body)) return unverified(returns);
  const plain = body.returns.filter(({ shape }) => shape === 'plain');
  if (plain.length === 0) return noValue(returns, declaration, body.returns);
  return {
    ...unverified(returns),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.95,
    decidedBy: 'returns/no-promise',
    message: message('check.returns.no-promise', { symbol: declaration.name }),
    evidence: plain.slice(0, 3).map(({ quote }) => quote),
  };
}

function supported(returns: DocReturns, ...evidence: readonly Quote[]): Decision {
  return {
    ...unverified(returns),
    verdict: 'supported',
    confidence: 0.9,
    message: message('check.returns.supported'),
    evidence: evidence.slice(0, 3),
  };
}

function unverified(returns: DocReturns): Decision {
  return {
    kind: 'returns',
    claim: returns.claim,
    verdict: 'unverified',
    severity: 'information',
    proof: 'syntax',
    confidence: 0,
    decidedBy: 'returns/body',
    message: message('check.returns.unverified'),
    evidence: [],
  };
}
