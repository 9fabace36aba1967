import { message } from '../../platform/index.ts';
import { type Declaration, type DocComment, type DocText, findTag, type Quote } from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { habitsOf } from '../language-habits.ts';
import { type OwnBody, ownBodyOf } from '../own-body.ts';
import { undecided } from '../undecided.ts';

/** What a comment says of how the function works. */
type Promised = 'asynchronous' | 'awaitable' | 'async-generator';

interface AsyncClaim {
  readonly claim: Quote;
  readonly promised: Promised;
  readonly isConditional: boolean;
  /** What to delete so that the claim is gone, where nothing else goes with it. */
  readonly entry?: { readonly start: number; readonly end: number };
}

/**
 * Documented asynchrony against the signature: `@async`, “returns a promise”, “is a coroutine”, “async generator”. It is
 * false when the function is not async and certainly hands back something else. Types in `@returns` are `returns`'.
 */
export const asyncCheck: Check = {
  kind: 'async',
  decide: async (subject) =>
    habitsOf[subject.language.family].hasAsync
      ? claimsOf(subject.declaration).map((claim) => decideClaim(claim, subject))
      : [],
};

const generator = String.raw`async(?:hronous)?[\s-]+(?:generator|iterator|iterable)`;
const awaitable = String.raw`(?:promise|coroutine(?:\s+object)?|awaitable)`;

/** Ways to say it; the words of group 1 tell what is promised. */
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\breturn(?:s|ing)?\s+(?:back\s+)?an?\s+(?:new\s+|native\s+)?(${generator}|${awaitable})\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\bthis\s+(?:function|method)\s+is\s+(?:an?\s+)?(${generator}|coroutine|awaitable|async(?:hronous)?)(?=\s*[.,;\n]|$)`,
    'gi',
  ),
  /返回(?:一个|一個)?\s*(Promise|协程|異步生成器|异步生成器|协程对象)/gi,
];

/** A type, or the first words of a description, of what comes back. */
const returned = new RegExp(
  String.raw`^(?:an?\s+)?(${generator}|coroutine|awaitable|AsyncGenerator|AsyncIterator|Coroutine|Awaitable)\b`,
  'i',
);

const condition =
  /\b(?:if|when|unless|otherwise|or|either|whether|where|but|not|never|no\s+longer|instead|may|might|can|could|should|must)\b|如果|当|若|否则|除非|或|不/i;

function claimsOf({ doc, signature }: Declaration): readonly AsyncClaim[] {
  if (doc === undefined || signature === undefined) return [];
  return [...taggedIn(doc), ...saidIn(doc.summary), ...returnedIn(doc)];
}

function taggedIn(doc: DocComment): readonly AsyncClaim[] {
  const tag = findTag(doc, 'async');
  if (tag === undefined) return [];
  const isBare = tag.value.text.trim() === '';
  const claim = { claim: tag.claim, promised: 'asynchronous', isConditional: !isBare } as const;
  return [isBare ? { ...claim, entry: tag.entry } : claim];
}

function saidIn(prose: DocText): readonly AsyncClaim[] {
  return patterns.flatMap((pattern) =>
    [...prose.text.matchAll(pattern)].map((match) => ({
      claim: prose.quote(match.index, match.index + match[0].length),
      promised: promisedBy(match[1] ?? ''),
      isConditional: isConditional(prose.text, match.index, match.index + match[0].length),
    })),
  );
}

function returnedIn(doc: DocComment): readonly AsyncClaim[] {
  return doc.returns.flatMap(({ type, description, claim }) => {
    const match = returned.exec(type?.text ?? description.text);
    if (match === null) return [];
    const isOpen = type === undefined && isConditional(description.text, 0, match[0].length);
    const isUnion = /[|?]|\bor\b|Union|Optional/.test(type?.text ?? '');
    return [{ claim, promised: promisedBy(match[1] ?? ''), isConditional: isOpen || isUnion }];
  });
}

function promisedBy(words: string): Promised {
  if (/generator|iterator|iterable|生成器/i.test(words)) return 'async-generator';
  return /^async/i.test(words) ? 'asynchronous' : 'awaitable';
}

/** Whether the sentence around the words makes them depend on something. */
function isConditional(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(0, start)
      .split(/[.。]\s|\n\n/)
      .at(-1) ?? '';
  const after = text.slice(end).split(/[.。](?:\s|$)|\n\n/)[0] ?? '';
  return condition.test(before) || condition.test(after);
}

/** What lets a function go on later although it is not async: a callback, a timer, an event, a wrapped call. */
const laterInPython =
  /\b(?:await|promise|defer(?:red)?|Deferred|Future|ensure_future|create_task|run_in_executor|call_(?:soon|later)|submit|callback|asyncio|coroutine|types\.coroutine|thread\w*|Thread)\b/i;
const later =
  /\b(?:await|then|Promise|promisify|deferred?|defer|Future|ensure_future|create_task|callback|cb|done|resolve|set(?:Timeout|Immediate|Interval)|nextTick|queueMicrotask|requestAnimationFrame|emit|addEventListener|asyncio|coroutine|subscribe|postMessage)\b|\b(?:on|once|next)\(/i;

function decideClaim(claim: AsyncClaim, { declaration, text, language }: CheckSubject): Decision {
  const own = ownBodyOf(declaration);
  const facts = { declaration, isIncomparable: claim.isConditional || own === undefined };
  if (own === undefined || facts.isIncomparable) return unverified(claim, declaration);
  if (isKept(claim.promised, own)) return supported(claim, declaration);
  const { body } = own;
  const isPython = language.family === 'python';
  if (own.signature.isAsync) return unverified(claim, declaration);
  if (claim.promised === 'async-generator' && body.isGenerator) return contradicted(claim, declaration, own);
  const isPlain = body.returns.every(
    ({ shape, quote }) => shape === 'nothing' || (shape === 'plain' && !isItself(quote, isPython)),
  );
  const mayFinish = body.reachesEnd || body.returns.length > 0;
  const mayWork = (isPython ? laterInPython : later).test(withoutComments(codeOf(declaration, text)));
  const isOther = !body.isGenerator && mayFinish && isPlain;
  return isOther && !mayWork ? contradicted(claim, declaration, own) : unverified(claim, declaration);
}

/** A declaration's own words without those of its comment, which may stand inside it. */
function codeOf({ span, doc }: Declaration, text: string): string {
  if (doc === undefined || doc.span.start < span.start) return text.slice(span.start, span.end);
  return text.slice(span.start, doc.span.start) + text.slice(doc.span.end, span.end);
}

/** Words of a comment start nothing. */
function withoutComments(code: string): string {
  return code.replaceAll(/(?:^|\s)(?:#|\/\/)[^\n]*/g, ' ');
}

/** An object that hands itself back may be awaitable, as may a literal one with a `then`; Python's braces hold no such object. */
function isItself({ text }: Quote, isPython: boolean): boolean {
  return (isPython ? /\bself\b(?!\s*\.)/ : /\b(?:self|this)\b|\{/).test(text);
}

function isKept(promised: Promised, { signature, body }: OwnBody): boolean {
  if (promised === 'async-generator') return signature.isAsync && body.isGenerator;
  const isPromise = body.returns.some(({ shape }) => shape === 'promise');
  return promised === 'asynchronous'
    ? signature.isAsync || isPromise
    : (signature.isAsync && !body.isGenerator) || isPromise;
}

function supported(claim: AsyncClaim, declaration: Declaration): Decision {
  return {
    ...unverified(claim, declaration),
    verdict: 'supported',
    confidence: 0.99,
    message: message('check.async.supported', { symbol: declaration.name }),
    evidence: [declaration.head],
  };
}

function contradicted(claim: AsyncClaim, declaration: Declaration, { body }: OwnBody): Decision {
  const fix =
    claim.entry === undefined
      ? {}
      : {
          fix: {
            title: message('fix.async.delete'),
            edits: [{ span: claim.entry, newText: '' }],
          },
        };
  const returns = body.returns.slice(0, 2).map(({ quote }) => quote);
  return {
    ...unverified(claim, declaration),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.95,
    message: message(
      claim.promised === 'async-generator' ? 'check.async.not-async-generator' : 'check.async.not-async',
      { symbol: declaration.name },
    ),
    evidence: [declaration.head, ...returns],
    ...fix,
  };
}

function unverified({ claim }: AsyncClaim, declaration: Declaration): Decision {
  return undecided({
    kind: 'async',
    claim,
    proof: 'syntax',
    decidedBy: 'async/signature',
    message: message('check.async.unverified', { symbol: declaration.name }),
  });
}
