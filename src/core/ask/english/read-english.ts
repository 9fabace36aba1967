import type { Question } from '../question.ts';
import { readByPatterns, type Subject } from '../question-pattern.ts';
import type { MaskedQuestion } from '../quoted-names.ts';
import { englishPatterns } from './english-patterns.ts';
import { ordinalOf, readParameterPhrase } from './parameter-phrase.ts';
import { readSymbolPhrase } from './symbol-phrase.ts';

const politeness = [
  /^(?:hi|hello|hey|please|so|ok|okay|well|um|and|now|quick question|question|q)\b[,:!]?\s+/i,
  /^(?:can|could|would|will) (?:you|someone|anyone) (?:please )?(?:tell|show|give|remind) (?:me|us)\s+/i,
  /^(?:please )?(?:tell|remind|show) (?:me|us)\s+(?:about\s+)?/i,
  /^(?:do you know|does anyone know|i (?:want|need|would like) to know|i wonder|i am wondering|let me know)[,:]?\s+/i,
  /^(?:if|whether)\s+/i,
  /^is it (?:true|correct|right|the case) that\s+/i,
];
const endings = [
  /[\s?.!]+$/,
  /,?\s+(?:please|exactly|actually|thanks|thank you|anyway|again)$/i,
  /,?\s+(?:if|when) (?:(?:it|they|one|i|you) (?:is|are|do|does) )?(?:not (?:given|passed|specified|set|provided|pass it|set it)|omitted|left out|unset)$/i,
];
const contractions: readonly (readonly [RegExp, string])[] = [
  [/[‘’]/g, "'"],
  [/\b(what|which|who|there|it|that)'s\b/gi, '$1 is'],
  [/\b(what|which)'re\b/gi, '$1 are'],
  [/\bi'd like\b/gi, 'I would like'],
  [/\b(is|are|was|were|does|do|has|have)n't\b/gi, '$1 not'],
];
const context = /^(?:in|for|with|using|as of|under|given|regarding|about|inside) ([^,:]{1,120})[,:] (.+)$/i;
/** Takes an English question apart; `undefined` when it isn't wholly understood. */
export function readEnglish(question: MaskedQuestion): Question | undefined {
  const text = plainWording(question.text);
  const found = read(text, question);
  if (found !== undefined) return found;
  for (const [place, rest] of placesNamedApart(text)) {
    const inside = readInside(rest, place, question);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** A place and the rest: “In requests 2.31, what does get return”, “what does get return in requests 2.31”. */
function placesNamedApart(text: string): readonly (readonly [string, string])[] {
  const [, before, after] = context.exec(text) ?? [];
  const inFront = before === undefined || after === undefined ? [] : [[before, after] as const];
  const behind = [...text.matchAll(/ (?:in|of|from|with|as of|for) /g)]
    .reverse()
    .map((match) => [text.slice(match.index + match[0].length), text.slice(0, match.index)] as const);
  return [...inFront, ...behind];
}

/** Reads a question as asked about what is inside a place. */
function readInside(rest: string, place: string, question: MaskedQuestion): Question | undefined {
  const outer = readSymbolPhrase(place, question);
  if (outer?.symbol === undefined) return undefined;
  const inside = readByPatterns(plainWording(rest), englishPatterns, readers(question, ` in ${place}`));
  if (inside === undefined) return undefined;
  return inside.symbol === undefined ? { ...inside, symbol: outer.symbol } : inside;
}

function read(text: string, question: MaskedQuestion): Question | undefined {
  return readByPatterns(text, englishPatterns, readers(question, ''));
}

function readers(question: MaskedQuestion, suffix: string) {
  const whole = (phrase: string) => readSymbolPhrase(phrase, question);
  const symbol = (phrase: string) => whole(`${phrase}${suffix}`);
  const parameter = (phrase: string) => readParameterPhrase(phrase, question);
  return {
    symbol,
    parameter,
    subject: (phrase: string) =>
      suffix !== '' && !/[ .]/.test(phrase.trim())
        ? // “In retry, what is the default of attempts”: a plain word is the parameter.
          readSubject(`${phrase}${suffix}`, { symbol: whole, parameter })
        : readSubject(phrase, { symbol, parameter }),
    ordinal: ordinalOf,
    necessity: necessityOf,
  };
}

function plainWording(text: string): string {
  let plain = text.replace(/\s+/g, ' ').trim();
  for (const [from, to] of contractions) plain = plain.replace(from, to);
  for (let before = ''; before !== plain; ) {
    before = plain;
    for (const expression of [...endings, ...politeness]) plain = plain.replace(expression, '').trim();
  }
  // “what the default of x is” is “what is the default of x” in an indirect question.
  return plain.replace(/^(what|which) (the .+) (is|are)$/i, '$1 $3 $2');
}

interface Readers {
  readonly symbol: (phrase: string) => Subject | undefined;
  readonly parameter: (phrase: string) => Subject['parameter'] | undefined;
}

const link =
  / (?:when calling|taken by|accepted by|passed to|given to|used by|of|in|for|on|to|from|with|inside|within|by) /gi;

/** Reads “timeout in requests.get”, “get's timeout”, “the timeout parameter”, “requests.get timeout”, or a symbol. */
function readSubject(phrase: string, { symbol, parameter }: Readers): Subject | undefined {
  for (const match of phrase.matchAll(link)) {
    const [left, right] = [phrase.slice(0, match.index), phrase.slice(match.index + match[0].length)];
    const [, owner, owned] = /^(.+)'s (.+)$/.exec(left) ?? [];
    const inside = owner === undefined ? right : `${owner} in ${right}`;
    const [p, s] = [parameter(owned ?? left), symbol(inside)];
    if (p !== undefined && s !== undefined) return { ...s, parameter: p };
  }
  const [, owner, owned] =
    /^(.+)'s (.+)$/.exec(phrase) ?? /^(\S*[.\uE000]\S*) (\S+(?: \S+)?)$/.exec(phrase) ?? [];
  if (owner !== undefined && owned !== undefined) {
    const [p, s] = [parameter(owned), symbol(owner)];
    if (p !== undefined && s !== undefined) return { ...s, parameter: p };
  }
  const alone = parameter(phrase);
  const isParameter = alone !== undefined && ('ordinal' in alone || alone.isSaidToBe);
  return isParameter ? { parameter: alone } : symbol(phrase);
}

function necessityOf(word: string): 'required' | 'optional' | 'keyword-only' {
  const lower = word.toLowerCase();
  return lower === 'optional' || lower === 'keyword-only' ? lower : 'required';
}
