import type { Span } from '../../source/index.ts';
import type { ParameterRecord, SignatureRecord, Stated, SymbolRecord } from '../module-record.ts';

/** What an XML file of documentation says of one member. */
export interface XmlMember {
  /** With its namespace, type parameters left out: `Newtonsoft.Json.JsonConvert.SerializeObject`. */
  readonly path: readonly string[];
  readonly record: SymbolRecord;
}

const kinds: Readonly<Record<string, SymbolRecord['kind']>> = {
  M: 'method',
  T: 'class',
  P: 'property',
  F: 'property',
  E: 'property',
};

/** The members that end with some names; a constructor is called like its class. */
export function xmlMembers(text: string, names: readonly string[]): readonly XmlMember[] {
  const found: XmlMember[] = [];
  const last = names.at(-1) ?? '';
  for (const match of text.matchAll(/<member name="([MTPFE]):([^"]+)"\s*(?:\/>|>)/g)) {
    const [opening, kind = '', id = ''] = match;
    if (!id.includes(last)) continue;
    const path = pathOf(id);
    if (!names.every((name, i) => path.at(i - names.length) === name)) continue;
    const end = opening.endsWith('/>') ? -1 : text.indexOf('</member>', match.index);
    const inside = end < 0 ? '' : text.slice(match.index + opening.length, end);
    const head: Span = { start: match.index, end: match.index + opening.length };
    const place = { id, head, inside, offset: match.index + opening.length };
    found.push({ path, record: recordOf(kinds[kind] ?? 'property', path, place) });
  }
  return found;
}

/** The names of `A.B.C.M``1(System.Int32)`, the type's own for `#ctor`. */
function pathOf(id: string): readonly string[] {
  const plain = (id.split('(')[0] ?? id).replace(/`+\d+/g, '');
  const parts = plain.split('.');
  return parts.map((part, i) => (part === '#ctor' ? (parts[i - 1] ?? part) : part));
}

interface MemberPlace {
  readonly id: string;
  readonly head: Span;
  readonly inside: string;
  /** Where what is inside begins. */
  readonly offset: number;
}

function recordOf(kind: SymbolRecord['kind'], path: readonly string[], place: MemberPlace): SymbolRecord {
  const signature = kind === 'method' ? signatureOf(place) : undefined;
  return {
    path: path.join('.'),
    scope: '',
    kind,
    head: place.head,
    signatures: signature === undefined ? [] : [signature],
    isOverload: false,
    isAccessor: false,
    isOptional: false,
    raises: raisesOf(place),
    types: [],
    aliases: [],
    bases: [],
  };
}

/** Names from the comment, types from the member's id; `undefined` where their numbers differ. */
function signatureOf({ id, head, inside, offset }: MemberPlace): SignatureRecord | undefined {
  const written = /\(([\s\S]*)\)/.exec(id)?.[1];
  const types = written === undefined ? [] : split(written);
  const named = [...inside.matchAll(/<param name="([^"]+)"\s*\/?>/g)];
  if (named.length !== types.length) return undefined;
  const parameters = named.map((match, i): ParameterRecord => {
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    const type: Stated = { value: types[i] ?? '', spans: [head] };
    return { name: match[1] ?? '', kind: 'plain', optional: false, span, type, properties: [] };
  });
  const returns = returnsOf(inside, offset);
  return { parameters, ...(returns === undefined ? {} : { returns }), isAsync: false };
}

/** The first sentence of `<returns>`, where no markup stands in it. */
function returnsOf(inside: string, offset: number): Stated | undefined {
  const found = /<returns>\s*([^<.]+)\.?\s*(?:<\/returns>|(?=[^<]))/.exec(inside);
  const value = found?.[1]?.trim();
  if (found === null || value === undefined || value === '') return undefined;
  const start = offset + found.index + found[0].indexOf(value);
  return { value: value.replaceAll(/\s+/g, ' '), spans: [{ start, end: start + value.length }] };
}

function raisesOf({ inside, offset }: MemberPlace): readonly Stated[] {
  const found = new Map<string, Stated>();
  for (const match of inside.matchAll(/<exception cref="[A-Z]:([^"]+)"\s*\/?>/g)) {
    const [whole, value = ''] = match;
    const start = offset + match.index;
    if (!found.has(value)) found.set(value, { value, spans: [{ start, end: start + whole.length }] });
  }
  return [...found.values()];
}

function split(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if ('{[('.includes(character)) depth++;
    if ('}])'.includes(character)) depth--;
    if (character === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  return [...parts, part.trim()].filter((one) => one !== '');
}
