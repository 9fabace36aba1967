import { versionPattern } from '../asked-version.ts';
import type { SymbolPhrase } from '../question.ts';
import type { MaskedQuestion } from '../quoted-names.ts';
import { type NamedPart, symbolOfParts } from '../symbol-name.ts';
import { englishName, packageKind, skipArticles, symbolKind } from './english-words.ts';

/** A symbol that a phrase names, or the one under the cursor (“it”, “this function”). */
export type SymbolReading = { readonly symbol?: SymbolPhrase };

const pronoun =
  /^(?:it|its|this|that|here|(?:this|that|the) (?:function|method|class|symbol|call|one|api|property|constant|variable))$/i;
const nesting = /^(?:of|in|from|on|inside|within|for|by|at|under)$/i;
const version = new RegExp(`^${versionPattern}$`, 'i');

/**
 * Reads “the get method of the class Session in requests 2.31”; `undefined` when the phrase holds anything that
 * isn't understood, so that a half-read phrase is never answered.
 */
export function readSymbolPhrase(phrase: string, question: MaskedQuestion): SymbolReading | undefined {
  const text = phrase.trim().replace(/^,|,$/g, '').trim();
  if (pronoun.test(text)) return {};
  const words = text
    .replace(/[(),]/g, ' ')
    .split(' ')
    .filter((word) => word !== '');
  const parts: NamedPart[] = [];
  let at = 0;
  let isFrom = false;
  while (at < words.length) {
    const group = readPossessives(words, at, { question, isFrom });
    if (group === undefined) return undefined;
    parts.push(...group.parts);
    at = group.next;
    if (at === words.length) break;
    const link = words[at] ?? '';
    if (!nesting.test(link) || at + 1 === words.length) return undefined;
    isFrom = /^from$/i.test(link);
    at++;
  }
  const symbol = symbolOfParts(parts);
  return symbol === undefined ? undefined : { symbol };
}

interface Group {
  /** The innermost first. */
  readonly parts: readonly NamedPart[];
  readonly next: number;
}

interface Circumstances {
  readonly question: MaskedQuestion;
  readonly isFrom: boolean;
}

/** Reads “requests's Session's get”. */
function readPossessives(words: readonly string[], from: number, around: Circumstances): Group | undefined {
  const parts: NamedPart[] = [];
  let at = from;
  for (;;) {
    const isOwner = indexOfPossessive(words, at);
    const own = isOwner === undefined ? words : withoutPossessive(words, isOwner);
    const part = readPart(own, at, around);
    if (part === undefined) return undefined;
    parts.unshift(part.part);
    at = part.next;
    if (isOwner === undefined || at <= isOwner) return { parts, next: at };
  }
}

function indexOfPossessive(words: readonly string[], from: number): number | undefined {
  const end = words.findIndex((word, i) => i >= from && nesting.test(word));
  const index = words.findIndex((word, i) => i >= from && /.'s?$/.test(word));
  return index < 0 || (end >= 0 && index > end) ? undefined : index;
}

function withoutPossessive(words: readonly string[], index: number): readonly string[] {
  return words.map((word, i) => (i === index ? word.replace(/'s?$/, '') : word));
}

/** Reads “version 2.31 of the class Session”, “the requests library 2.31”. */
function readPart(
  words: readonly string[],
  from: number,
  { question, isFrom }: Circumstances,
): { readonly part: NamedPart; readonly next: number } | undefined {
  let at = skipArticles(words, from);
  const alone = readVersion(words, at);
  if (alone !== undefined && /^(?:version|release)$/i.test(words[at] ?? '') && words[alone.next] !== 'of') {
    return { part: { name: '', isPackage: false, version: alone.version }, next: alone.next };
  }
  let asked: string | undefined;
  if (
    /^(?:version|release)$/i.test(words[at] ?? '') &&
    version.test(words[at + 1] ?? '') &&
    words[at + 2] === 'of'
  ) {
    asked = words[at + 1];
    at = skipArticles(words, at + 3);
  } else if (/^(?:latest|newest)$/i.test(words[at] ?? '')) {
    asked = 'latest';
    at = skipArticles(words, at + 1);
    if (/^(?:version|release)$/i.test(words[at] ?? '') && words[at + 1] === 'of')
      at = skipArticles(words, at + 2);
  }
  let isPackage = isFrom;
  while (at + 1 < words.length && isKind(words[at]) && !nesting.test(words[at + 1] ?? '')) {
    isPackage ||= packageKind.test(words[at] ?? '');
    at++;
  }
  if (/^(?:called|named)$/i.test(words[at] ?? '')) at++;
  const word = words[at] ?? '';
  const pinned = /^([^@].*?)@([\dv].*)$/.exec(word);
  const name = englishName(pinned?.[1] ?? word, question);
  if (name === undefined) return undefined;
  asked = pinned?.[2] ?? asked;
  at++;
  while (isKind(words[at])) {
    isPackage ||= packageKind.test(words[at] ?? '');
    at++;
  }
  const after = readVersion(words, at);
  asked = after?.version ?? asked;
  const part = { name, isPackage, ...(asked === undefined ? {} : { version: asked }) };
  return { part, next: after?.next ?? at };
}

function readVersion(words: readonly string[], at: number): { version: string; next: number } | undefined {
  const isSaid = /^(?:version|release|v|ver|==?|@)$/i.test(words[at] ?? '');
  const word = words[isSaid ? at + 1 : at] ?? '';
  return version.test(word) ? { version: word.replace(/^v/i, ''), next: at + (isSaid ? 2 : 1) } : undefined;
}

function isKind(word: string | undefined): boolean {
  return word !== undefined && (symbolKind.test(word) || packageKind.test(word));
}
