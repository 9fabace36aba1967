import type { Span } from '../../source/index.ts';
import type { Stated, SymbolRecord } from '../module-record.ts';
import type { Header } from './header-text.ts';
import { closingOf, recordOf } from './header-text.ts';
import { integerValue } from './integer-value.ts';

interface Member {
  readonly name: string;
  readonly span: Span;
  /** The expression behind `=`. */
  readonly value?: string;
}

interface Enumeration {
  /** From `enum` to the opening brace. */
  readonly head: Span;
  readonly names: readonly string[];
  readonly body: Span;
  /** In their order; `undefined` where a macro writes one of them, or where conditions choose among them. */
  readonly members: readonly Member[] | undefined;
}

/** An enumeration by its tag or by what `typedef` calls it, with its members behind it; empty where none is called so. */
export function enumerationsIn(header: Header, name: string): readonly SymbolRecord[] {
  const found = all(header).filter(({ names }) => names.includes(name));
  return found.flatMap(({ head, members = [] }) => [
    recordOf(name, { head, kind: 'enum' }),
    ...members.map((one) => recordOf(`${name}.${one.name}`, { head: one.span, kind: 'property' })),
  ]);
}

/** A member of an enumeration with its value: its own, or counted from the last one in front that states its own. */
export function enumeratorsIn(header: Header, name: string): readonly SymbolRecord[] {
  if (!header.code.includes(name)) return [];
  return all(header).flatMap((one) => {
    const at = one.members?.findIndex((member) => member.name === name) ?? -1;
    const member = one.members?.[at];
    if (member === undefined || one.members === undefined) return loose(header, one, name);
    const value = memberValue(one, one.members, at);
    return [recordOf(name, { head: member.span, ...(value === undefined ? {} : { initial: value }) })];
  });
}

/** A member of an enumeration that could not be read as a whole: its own value alone counts. */
function loose({ code, plain }: Header, { body }: Enumeration, name: string): readonly SymbolRecord[] {
  const inside = code.slice(body.start, body.end);
  const written = new RegExp(`(?<=(?:^|,)\\s*)\\b${name}\\b\\s*(?:=\\s*([^,]+?))?\\s*(?=,|$)`, 'dg');
  return [...inside.matchAll(written)].map((match) => {
    const start = body.start + match.index;
    const head: Span = { start, end: start + match[0].trimEnd().length };
    const place = match.indices?.[1]?.map((at) => body.start + at);
    const value = place && stated(plain.slice(place[0], place[1]), [head]);
    return recordOf(name, { head, ...(value === undefined ? {} : { initial: value }) });
  });
}

function stated(expression: string, spans: Stated['spans']): Stated {
  const plain = expression.replaceAll(/\s+/g, ' ').trim();
  const value = /^[\da-fA-FxXuUlL]+$/.test(plain) ? undefined : integerValue(plain);
  return { value: value === undefined ? plain : String(value), spans };
}

/** So many members in front are still read by somebody who wants to know. */
const farthest = 400;

function memberValue({ head }: Enumeration, members: readonly Member[], at: number): Stated | undefined {
  const member = members[at];
  if (member === undefined) return undefined;
  if (member.value !== undefined) return stated(member.value, [member.span]);
  let from = at;
  while (from > 0 && members[from]?.value === undefined) from--;
  const base = members[from];
  const start = base?.value === undefined ? 0 : integerValue(base.value);
  if (base === undefined || start === undefined || at - from > farthest) return undefined;
  const place = base.value === undefined ? head.start : base.span.start;
  return { value: String(start + at - from), spans: [{ start: place, end: member.span.end }] };
}

const known = new WeakMap<Header, readonly Enumeration[]>();

function all(header: Header): readonly Enumeration[] {
  const found = known.get(header) ?? read(header);
  known.set(header, found);
  return found;
}

function read({ code, plain }: Header): readonly Enumeration[] {
  const found: Enumeration[] = [];
  for (const match of code.matchAll(
    /\b(typedef\s+)?enum\b(?:\s+(?:class|struct))?(?:\s+\w+)*?(?:\s+(\w+))?\s*(?::\s*[\w\s]+)?\{/g,
  )) {
    const start = match.index + match[0].length;
    const end = closingOf(code, start, '{}');
    if (end === undefined) continue;
    const behind = match[1] === undefined ? undefined : /^[^;{}]*?(\w+)\s*;/.exec(code.slice(end + 1))?.[1];
    const body: Span = { start, end };
    // Conditions decide which of them there are.
    const isChosen = /^[ \t]*#[ \t]*(?:if|el|endif)/m.test(plain.slice(start, end));
    found.push({
      head: {
        start: match.index,
        end: start - 1 - (/\s*$/.exec(code.slice(match.index, start - 1))?.[0].length ?? 0),
      },
      names: [match[2], behind].filter((one) => one !== undefined),
      body,
      members: isChosen ? undefined : membersIn(code, plain, body),
    });
  }
  return found;
}

/** The members between two braces; macros behind a name are marks: `OLD DEPRECATED = 3`. */
function membersIn(code: string, plain: string, { start, end }: Span): readonly Member[] | undefined {
  const members: Member[] = [];
  let from = start;
  let depth = 0;
  for (let i = start; i <= end; i++) {
    if (code[i] === '(') depth++;
    if (code[i] === ')') depth--;
    if (i !== end && (code[i] !== ',' || depth !== 0)) continue;
    const text = code.slice(from, i);
    const found = /^\s*(\w+)((?:\s+[A-Z_]\w*(?:\s*\([^()]*\))?)*)\s*(?:=\s*([\s\S]+?))?\s*$/d.exec(text);
    if (found === null && text.trim() !== '') return undefined;
    if (found?.[1] !== undefined) {
      const lead = text.length - text.trimStart().length;
      const place = found.indices?.[3];
      const value = place && plain.slice(from + place[0], from + place[1]);
      members.push({
        name: found[1],
        span: { start: from + lead, end: from + text.trimEnd().length },
        ...(value === undefined ? {} : { value }),
      });
    }
    from = i + 1;
  }
  return members;
}
