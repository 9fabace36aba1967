import type { DocComment, Span } from '../../source/index.ts';
import type { ClaimKind } from '../check.ts';
import { holds, type SubjectOfClaim } from './subject-of-claim.ts';

/** A claim to cut out of its comment. */
export interface CutRequest {
  readonly text: string;
  readonly claim: Span;
  readonly kind: ClaimKind;
  readonly subject: SubjectOfClaim;
}

/**
 * What may be cut so that a comment no longer makes a claim, the least first: the value in `[name=value]`, the words in
 * their parentheses or behind their comma, the sentence, and the whole entry where the entry is the claim. Each has to be
 * tried; empty when nothing can be cut without taking more along than the claim.
 */
export function claimCuts(request: CutRequest): readonly Span[] {
  const cuts = [optionalValue(request), inBrackets(request), behindComma(request), sentence(request)];
  return [...cuts.filter((cut) => cut !== undefined), ...entries(request)];
}

/** `[attempts=3]` to `[attempts]`. */
function optionalValue({ text, claim }: CutRequest): Span | undefined {
  const [, name] = /^([\w$.[\]]+\s*)=/.exec(text.slice(claim.start, claim.end)) ?? [];
  if (name === undefined || text[claim.start - 1] !== '[') return undefined;
  return { start: claim.start + name.trimEnd().length, end: claim.end };
}

/** `(default 3)` or `{string}` with the space before or behind it. */
function inBrackets({ text, claim }: CutRequest): Span | undefined {
  const before = /([ \t]*)([({])[ \t]*$/.exec(text.slice(0, claim.start));
  const after = /^[ \t]*\.?[ \t]*([)}])([ \t]*)/.exec(text.slice(claim.end));
  if (before === null || after === null) return undefined;
  const [opening = '', space = '', bracket = ''] = before;
  const [closing = '', other = '', trailing = ''] = after;
  if (`${bracket}${other}` !== '()' && `${bracket}${other}` !== '{}') return undefined;
  // One of the two spaces goes; the one before a sentence's full stop too.
  const isBraced = bracket === '{';
  return {
    start: claim.start - opening.length + (isBraced ? space.length : 0),
    end: claim.end + closing.length - (isBraced ? 0 : trailing.length),
  };
}

/** `int, default 3` to `int`. */
function behindComma({ text, claim }: CutRequest): Span | undefined {
  const before = /[ \t]*[,;，；][ \t]*$/.exec(text.slice(0, claim.start));
  if (before === null || !/^[ \t]*(?:[).。]|\r?\n|$)/.test(text.slice(claim.end))) return undefined;
  return { start: claim.start - before[0].length, end: claim.end };
}

/** “Defaults to 3.” behind another sentence, or alone on its line. */
function sentence({ text, claim }: CutRequest): Span | undefined {
  const after = /^[ \t]*[.。]?/.exec(text.slice(claim.end))?.[0] ?? '';
  const end = claim.end + after.length;
  const rest = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? '';
  const before = text.slice(0, claim.start);
  const space = /(?<=[.。:!?：！？])[ \t]*$/.exec(before)?.[0];
  const isEnded = /[.。]$/.test(after) || /^\s*(?:\*\/|"""|'''|$)/.test(rest);
  if (space !== undefined && isEnded) return { start: claim.start - space.length, end };
  const lead = /(?:^|\n)([ \t]*(?:\*|\/\/+[!/]?|#)?[ \t]*)$/.exec(before)?.[1];
  if (lead === undefined || !isEnded || rest.trim() !== '') return undefined;
  const breaks = /^[^\r\n]*\r?\n/.exec(text.slice(end))?.[0] ?? rest;
  return { start: claim.start - lead.length, end: end + breaks.length };
}

/** An entry goes as a whole where its claim is that there is something to document. */
function entries({ claim, kind, subject: { doc } }: CutRequest): readonly Span[] {
  if (doc === undefined) return [];
  return partsFor(kind, doc)
    .filter((entry) => holds(entry, claim))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
}

function partsFor(kind: ClaimKind, doc: DocComment): readonly Span[] {
  const entryOf = ({ entry }: { readonly entry: Span }) => entry;
  const tags = doc.tags.map(entryOf);
  switch (kind) {
    case 'parameter-name':
      return [...doc.parameters, ...doc.attributes].map(entryOf);
    case 'returns':
      return [...doc.returns.map(entryOf), ...tags];
    case 'yields':
      return [...doc.yields.map(entryOf), ...tags];
    case 'raises':
      return [...doc.raises.map(entryOf), ...tags];
    default:
      return tags;
  }
}
