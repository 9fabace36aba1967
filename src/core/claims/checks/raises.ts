import { message } from '../../platform/index.ts';
import type { Declaration, Quote, Raising, Span } from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { builtInExceptions, isRelated } from '../exception-families.ts';
import { ownBodyOf } from '../own-body.ts';
import { type RaisingClosure, raisingClosure } from '../raising-closure.ts';
import { undecided } from '../undecided.ts';
import { isNearName, isSlip } from './near-name.ts';

interface RaiseClaim {
  readonly claim: Quote;
  /** As written. */
  readonly exception: Quote;
  readonly entry?: Span;
}

/**
 * Documented exceptions against what the function and all that it calls may raise. False where that is fully known and
 * the exception is not among it, or where no such exception exists and the name is a slip of one that does.
 */
export const raisesCheck: Check = {
  kind: 'raises',
  decide: async (subject) =>
    Promise.all(claimsOf(subject.declaration).map((claim) => decideClaim(claim, subject))),
};

const said =
  /\b(?:raises|throws|will raise|will throw)\s+(?:an?\s+)?(?::\w+:)?(`{0,2})~?([A-Z][\w.]*(?:Error|Exception|Warning|Interrupt|Exit|Iteration))\1(?=\s+(?:if|when|unless|for|in case|otherwise|on)\b|\s*[.,;]|\s*$)/dg;

function claimsOf({ doc, signature }: Declaration): readonly RaiseClaim[] {
  if (doc === undefined || signature === undefined) return [];
  const tagged = doc.raises.flatMap(({ exception, claim, entry }) =>
    exception === undefined ? [] : [{ claim, exception, entry }],
  );
  const inProse = [...doc.summary.text.matchAll(said)].flatMap((match) => {
    const place = match.indices?.[2];
    if (place === undefined || isDenied(doc.summary.text.slice(0, match.index))) return [];
    const claim = doc.summary.quote(match.index, match.index + match[0].length);
    return [{ claim, exception: doc.summary.quote(place[0], place[1]) }];
  });
  return [...tagged, ...inProse];
}

/** Whether the words before have a subject of their own or take the claim back: “read() will raise”, “it never raises”. */
function isDenied(before: string): boolean {
  const sentence = before.split(/[.;:]\s|\n\n/).at(-1) ?? '';
  const isOwn = /(?:^|\b(?:it|this|this\s+(?:function|method)|and|or|otherwise|then|also))[\s,]*$/i.test(
    sentence,
  );
  const isOther =
    /\(\)|`|\b(?:not|never|no longer|neither|nor|instead|unlike|like|that|which|who|whatever|callback|used to|previously|should|must|if|when|unless)\b/i;
  return !isOwn || isOther.test(sentence);
}

async function decideClaim(claim: RaiseClaim, subject: CheckSubject): Promise<Decision> {
  const { declaration, language } = subject;
  const { raising } = declaration;
  const written = claim.exception.text.replaceAll(/^[`~:!]+|`+$/g, '');
  const name = written.split('.').at(-1) ?? written;
  const exceptions = builtInExceptions(language.family);
  if (raising === undefined || exceptions === undefined || !/^[A-Za-z_$][\w$]*$/.test(name)) {
    const meant =
      exceptions === undefined && written === name ? await misspeltException(name, subject) : undefined;
    return meant === undefined ? unverified(claim, declaration) : unknown(claim, declaration, meant);
  }
  const context = { family: language.family, bases: raising.bases };
  const same = raising.raised.find((one) => isRelated(one.name, name, context));
  if (same !== undefined) return supported(claim, declaration, { evidence: [same.quote] });
  const closure = await raisingClosure(raising, subject);
  const wide = { family: language.family, bases: closure.bases };
  const called = closure.elsewhere.find((one) => isRelated(one.name, name, wide));
  if (called !== undefined) {
    return supported(claim, declaration, { evidence: [declaration.head], elsewhere: [called.place] });
  }
  const slip = slipOf(name, { exceptions, subject, raising });
  if (slip !== undefined && written === name) return unknown(claim, declaration, slip);
  if (
    // What decorators raise is in the closure.
    ownBodyOf({ ...declaration, decorators: [] }) === undefined ||
    isContract(declaration, raising) ||
    !isAbsent(name, closure, { ...wide, exceptions })
  ) {
    return unverified(claim, declaration);
  }
  return absent(claim, declaration, raising);
}

/** Whether a method is there for other classes to replace, so that its comment speaks of theirs too. */
function isContract({ kind, qualifiedName, modifiers }: Declaration, { bases }: Raising): boolean {
  const holder = qualifiedName.split('.').at(-2) ?? '';
  if (kind !== 'method') return false;
  const isBase = [...bases.values()].some((names) => names.includes(holder));
  return isBase || modifiers.has('may-override') || /Base|Abstract|Mixin|Interface|Protocol/.test(holder);
}

/** Whether everything is known that may be raised, and the exception isn't among it nor even named. */
function isAbsent(
  name: string,
  raising: RaisingClosure,
  context: Parameters<typeof isRelated>[2] & { readonly exceptions: ReadonlySet<string> },
): boolean {
  if (!raising.isWhole || raising.names.has(name)) return false;
  const raised = [...raising.raised, ...raising.elsewhere];
  // What isn't one of the language's and has no base in this file may be derived from what is raised.
  const isKnown = context.exceptions.has(name) || context.bases.has(name);
  const isOpen = raised.some((one) => !context.exceptions.has(one.name) && !context.bases.has(one.name));
  if (isOpen || (!isKnown && raised.length > 0)) return false;
  return ![...raising.builtIn].some((one) => isRelated(one, name, context));
}

interface Known {
  readonly exceptions: ReadonlySet<string>;
  readonly subject: CheckSubject;
  readonly raising: Raising;
}

/** The exception that a name must mean which exists nowhere: one letter away, and the code names no such thing. */
function slipOf(name: string, { exceptions, subject, raising }: Known): string | undefined {
  if (exceptions.has(name) || raising.bases.has(name) || raising.names.has(name)) return undefined;
  const { doc } = subject.declaration;
  const around =
    doc === undefined
      ? subject.text
      : subject.text.slice(0, doc.span.start) + subject.text.slice(doc.span.end);
  if (new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`).test(around)) return undefined;
  const near = [...new Set([...exceptions, ...raising.bases.keys()])].filter((one) => isNearName(one, name));
  const raised = near.filter((one) => raising.raised.some((other) => other.name === one));
  const [only] = raised.length > 0 ? raised : near;
  return (raised.length > 0 ? raised : near).length === 1 ? only : undefined;
}

/**
 * The exception that the file uses and a name must mean, in a language whose exceptions nobody here knows: the name itself
 * is nowhere, and one letter away from just one.
 */
async function misspeltException(name: string, { names, around }: CheckSubject): Promise<string | undefined> {
  const own = names();
  if (around === undefined || !/^[A-Za-z_]\w*$/.test(name) || !isException(name)) return undefined;
  if (own.words.has(name) || (await around.has(name))) return undefined;
  const near = [...own.words].filter((one) => isException(one) && isSlip(one, name));
  return near.length === 1 ? near[0] : undefined;
}

function isException(name: string): boolean {
  return /Exc|Err/.test(name);
}

function absent(claim: RaiseClaim, declaration: Declaration, raising: Raising): Decision {
  const others = raising.raised.slice(0, 2).map(({ quote }) => quote);
  return {
    ...unverified(claim, declaration),
    verdict: 'contradicted',
    // Another class may replace a method.
    severity: declaration.kind === 'method' ? 'information' : 'warning',
    confidence: 0.93,
    decidedBy: 'raises/closure',
    message: message('check.raises.absent', { symbol: declaration.name, exception: claim.exception.text }),
    evidence: [declaration.head, ...others],
    ...(claim.entry === undefined
      ? {}
      : { fix: { title: message('fix.raises.delete'), edits: [{ span: claim.entry, newText: '' }] } }),
  };
}

function unknown(claim: RaiseClaim, declaration: Declaration, actual: string): Decision {
  const at = claim.exception.text.lastIndexOf(claim.exception.text.split('.').at(-1) ?? '');
  const start = claim.exception.span.start + at;
  return {
    ...unverified(claim, declaration),
    verdict: 'contradicted',
    severity: 'warning',
    proof: 'names',
    confidence: 0.95,
    decidedBy: 'raises/name',
    message: message('check.raises.unknown', { exception: claim.exception.text, actual }),
    evidence: [declaration.head],
    fix: {
      title: message('fix.raises.replace', { actual }),
      edits: [{ span: { start, end: claim.exception.span.end }, newText: actual }],
    },
  };
}

function supported(
  claim: RaiseClaim,
  declaration: Declaration,
  proof: Pick<Decision, 'evidence' | 'elsewhere'>,
): Decision {
  return {
    ...unverified(claim, declaration),
    verdict: 'supported',
    confidence: 0.95,
    message: message('check.raises.supported', { symbol: declaration.name, exception: claim.exception.text }),
    ...proof,
  };
}

function unverified({ claim, exception }: RaiseClaim, declaration: Declaration): Decision {
  return undecided({
    kind: 'raises',
    claim,
    proof: 'syntax',
    decidedBy: 'raises/closure',
    message: message('check.raises.unverified', { symbol: declaration.name, exception: exception.text }),
  });
}
