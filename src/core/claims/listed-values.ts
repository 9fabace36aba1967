import { type DocText, type Literal, type Quote, unescapeString } from '../source/index.ts';
import { type Piece, splitOutside, unionMembers } from './type-members.ts';

/** One value of a list in a comment. */
export interface ListedValue {
  readonly quote: Quote;
  readonly literal: Literal;
  /** Other words for the same value: joined by a slash in a list whose values are joined otherwise. */
  readonly others?: readonly Literal[];
}

/** The values that a comment lists for something. */
export interface ListedValues {
  readonly claim: Quote;
  readonly values: readonly ListedValue[];
  /** Whether the list says that there are no others of its kind. */
  readonly isComplete: boolean;
}

const text = String.raw`"[^"\n]{0,60}"|'[^'\n]{0,60}'`;
const ticked = String.raw`\x60{1,2}(?:${text}|[\w.+*/-]{1,40})\x60{1,2}`;
const number = String.raw`[-+]?\d+(?:\.\d+)?(?![\w%]|\.\d)`;
const keyword = String.raw`(?:True|False|None|true|false|null|undefined)\b`;
const value = `(?:${ticked}|${text}|${number}|${keyword})`;
const between = String.raw`\s*(?:,\s*(?:or|and)\s|,|、|/|\||\bor\b|\band\b|或者?|和|及)\s*`;
const list = `(${value}(?:${between}${value})+)`;
const opening = String.raw`\s*:?\s*[\[({]?\s*`;

/** Ways to list values; group 1 is the list. */
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:one\s+of|any\s+of|either)(?:\s+the\s+(?:values|strings|following)(?:\s+values)?)?${opening}${list}`,
    'gid',
  ),
  new RegExp(String.raw`\b(?:must|can|may|should|has\s+to)\s+be(?:\s+set\s+to)?${opening}${list}`, 'gid'),
  new RegExp(
    String.raw`\b(?:allowed|possible|valid|accepted|supported|available|permitted)\s+(?:values?|options?|choices?|modes?|types?|strings?|formats?|arguments?)(?:\s+(?:are|is))?${opening}${list}`,
    'gid',
  ),
  new RegExp(String.raw`\b(?:options|choices)(?:\s+are\s*:?|\s*:)\s*[\[({]?\s*${list}`, 'gid'),
  new RegExp(
    String.raw`(?:可选值|可取值|取值|允许的值|可以是|必须是|可為|可为)(?:为|是|有|包括)?\s*[：:]?\s*${list}`,
    'gid',
  ),
  new RegExp(String.raw`(?<![\w\]$])\{\s*${list}\s*,?\s*\}`, 'gid'),
];

const more = /^\s*[\])}]?\s*(?:,|\/|\||…|\.\.\.|、|\betc\b|\bor\b|\band\b|\bplus\b|\bas well\b|或|和|等)/i;
const examples =
  /\b(?:e\.g\.?|for example|for instance|such as|like|include[sd]?|including|among|currently|typically|usually)\b|例如|比如|包括/i;
const denial =
  /\b(?:not|never|cannot|can't|except|unless|if|when|neither|deprecated|no longer|previously|formerly|legacy)\b|不|若|如果|当/i;

/** The lists of values in the description of something; empty where it has none. */
export function findListedValues(prose: DocText): readonly ListedValues[] {
  const found: ListedValues[] = [];
  for (const pattern of patterns) {
    for (const match of prose.text.matchAll(pattern)) {
      const place = match.indices?.[1];
      const before = sentenceBefore(prose.text.slice(0, match.index));
      if (place === undefined || denial.test(before) || isSeen(found, prose, match)) continue;
      const end = match.index + match[0].length;
      const after = prose.text.slice(end);
      found.push({
        claim: prose.quote(match.index, end),
        values: valuesIn(prose, place[0], place[1]),
        isComplete: !more.test(after) && !examples.test(before + match[0].slice(0, place[0] - match.index)),
      });
    }
  }
  return found;
}

function isSeen(found: readonly ListedValues[], prose: DocText, match: RegExpExecArray): boolean {
  const { start, end } = prose.spanOf(match.index, match.index + match[0].length);
  return found.some(({ claim: { span } }) => span.start < end && start < span.end);
}

function sentenceBefore(before: string): string {
  return before.split(/[.。;；]\s|\n\s*\n|\n\s*[-*•]\s/).at(-1) ?? '';
}

function valuesIn(prose: DocText, start: number, end: number): readonly ListedValue[] {
  const words = prose.text.slice(start, end);
  const matches = [...words.matchAll(new RegExp(value, 'g'))];
  const groups: RegExpExecArray[][] = [];
  for (const [index, match] of matches.entries()) {
    const before = matches[index - 1];
    const joint = before === undefined ? '' : words.slice(before.index + before[0].length, match.index);
    if (joint.trim() === '/') groups.at(-1)?.push(match);
    else groups.push([match]);
  }
  return matches.flatMap((match) => {
    const literal = literalOf(match[0]);
    const at = start + match.index;
    if (literal === undefined) return [];
    const one = { quote: prose.quote(at, at + match[0].length), literal };
    // A list of slashes alone lists values.
    const group = groups.length === 1 ? [] : groups.find((members) => members.includes(match));
    const others = (group ?? []).flatMap((other) => (other === match ? [] : (literalOf(other[0]) ?? [])));
    return [others.length === 0 ? one : { ...one, others }];
  });
}

/** Types that a text or a number can't be. */
const closed =
  /^(?:null|undefined|void|None|bool(?:ean)?|Boolean|Function|function|func|callable|Callable(?:\[.*\])?|dict|Dict|list|List|tuple|Tuple|Array|RegExp|Date|optional|default\b.*)$/;

/**
 * The values that a documented type lists: `'a'|'b'`, `{'a', 'b'}`, `Literal['a', 'b']`, also one of several types.
 * `undefined` where it lists fewer than two.
 */
export function listedInType(type: Quote): ListedValues | undefined {
  const values: ListedValue[] = [];
  let isComplete = true;
  for (const member of unionMembers(type.text)) {
    const inner = /^\{([^{}:]*)\}$|^(?:typing\.)?Literal\[(.*)\]$/s.exec(member.text);
    const items = inner === null ? [member] : itemsOf(member, inner[1] ?? inner[2] ?? '');
    const known = items.map((item) => ({ item, literal: literalOf(item.text) }));
    if (known.some(({ literal }) => literal === undefined)) {
      isComplete &&= inner === null && closed.test(member.text);
      continue;
    }
    for (const { item, literal } of known) {
      const start = type.span.start + item.at;
      const quote = { text: item.text, span: { start, end: start + item.text.length } };
      if (literal !== undefined) values.push({ quote, literal });
    }
  }
  return values.length < 2 ? undefined : { claim: type, values, isComplete };
}

function itemsOf(member: Piece, items: string): readonly Piece[] {
  return splitOutside(items, member.at + member.text.indexOf(items), /,/);
}

const keywords: Readonly<Record<string, Literal>> = {
  true: { type: 'boolean', value: true },
  True: { type: 'boolean', value: true },
  false: { type: 'boolean', value: false },
  False: { type: 'boolean', value: false },
  None: { type: 'nothing' },
  null: { type: 'nothing' },
  undefined: { type: 'nothing' },
};

/** A value as prose writes it; what stands in backticks alone is a text unless it is a number or a keyword. */
function literalOf(words: string): Literal | undefined {
  const inTicks = /^`{1,2}([^`]*)`{1,2}$/.exec(words)?.[1];
  const plain = inTicks ?? words;
  const quoted = /^(['"])(.*)\1$/s.exec(plain)?.[2];
  if (quoted !== undefined) {
    const value = unescapeString(quoted);
    return value === undefined ? undefined : { type: 'string', value };
  }
  if (/^[-+]?\d+(?:\.\d+)?$/.test(plain)) return { type: 'number', value: Number(plain) };
  return keywords[plain] ?? (inTicks === undefined ? undefined : { type: 'string', value: plain });
}
