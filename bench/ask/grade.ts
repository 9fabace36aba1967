import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import * as z from 'zod';
import type { Asked } from './asked.ts';
import type { Fact } from './fact.ts';

const placeSchema = z.object({ line: z.number(), character: z.number() });

/** One line of what `factprobe ask -` writes, as far as it is graded. */
export const replySchema = z.object({
  id: z.string(),
  answer: z.string().nullable(),
  attempted: z.boolean(),
  reason: z.string().nullable(),
  decidedBy: z.string(),
  milliseconds: z.number(),
  evidence: z.array(
    z.object({
      file: z.string(),
      range: z.object({ start: placeSchema, end: placeSchema }),
      quote: z.string(),
    }),
  ),
});
export type Reply = z.infer<typeof replySchema>;

/** `mistaken`: declined, as it should be, but for another reason. */
export type Grade = 'right' | 'wrong' | 'declined' | 'mistaken';

/** Compares a reply with what is true. */
export function gradeOf({ expected }: Asked, reply: Reply): Grade {
  if (expected.type === 'refusal') {
    if (reply.attempted) return 'wrong';
    const reason = reply.decidedBy.replace('ask.declined.', '');
    return expected.reasons.length === 0 || expected.reasons.includes(reason) ? 'right' : 'mistaken';
  }
  if (reply.answer === null) return 'declined';
  return states(reply.answer, expected.fact, reply.evidence.map(({ quote }) => quote).join('\n'))
    ? 'right'
    : 'wrong';
}

/** Whether an answer states what is true, and nothing else of its kind. */
function states(answer: string, fact: Fact, quotes: string): boolean {
  const first = answer.replace(/ ?[(（][^()（）]*[)）](?=[.。]|$|[^()（）]*$)/, ' ');
  if (fact.yes !== undefined) return fact.yes ? /^(?:Yes\b|是)/.test(answer) : /^(?:No\b|否|不)/.test(answer);
  const { names, some, value, aspect } = fact;
  if (names !== undefined || some !== undefined) {
    const stated = listIn(answer);
    if (some !== undefined) {
      if (fact.besides?.[0] === '*') return some.every((one) => stated.includes(one));
      const known = new Set([...some, ...(fact.besides ?? [])]);
      return stated.length > 0 && stated.every((one) => known.has(one.split('.').at(-1) ?? one));
    }
    const [a, b] =
      aspect === 'allowed'
        ? [[...stated].sort(), [...(names ?? [])].map(bare).sort()]
        : [stated, (names ?? []).map(bare)];
    return JSON.stringify(a) === JSON.stringify(b);
  }
  const rest = stripped(fact.aspect === 'version' ? answer : first, [fact.symbol, fact.parameter ?? '']);
  return (value ?? []).some((one) => holds(rest, one) || isCutOff(rest, one, quotes));
}

/** The names that an answer lists behind its last colon, or none. */
function listIn(answer: string): readonly string[] {
  const at = Math.max(answer.lastIndexOf(': '), answer.lastIndexOf('：'));
  if (at < 0) return [];
  const list = answer
    .slice(at + 1)
    .replace(/\s[(（][\s\S]*$/, '')
    .replace(/\s*[(（][^()（）]*[)）][.。]?$/, '')
    .replace(/[.。]$/, '');
  return list
    .split(/\s*[,，、|]\s*/)
    .map(bare)
    .filter((one) => one !== '');
}

function bare(name: string): string {
  return name
    .trim()
    .replace(/^(?:\*+|\.{3})/, '')
    .replace(/^["'`]+|["'`]+$/g, '');
}

/** An answer without the names that the question gave: they may look like the value. */
function stripped(answer: string, names: readonly string[]): string {
  let text = plain(answer);
  for (const name of names) if (name !== '') text = text.replace(plain(name), ' ');
  return text;
}

/** Whether a text holds a value as a whole: as it is written, or as the same number. */
export function holds(text: string, value: string): boolean {
  const [where, what] = [plain(text), plain(value)];
  const isText = /^'.*'$/.test(what) && what.length > 2;
  const sought = isText ? what.slice(1, -1) : what;
  for (let at = where.indexOf(sought); at >= 0; at = where.indexOf(sought, at + 1)) {
    const [before = '', after = ''] = [where[at - 1], where[at + sought.length]];
    const isWhole =
      !(/[\w$]/.test(before) && /^[\w$]/.test(sought)) && !(/[\w$]/.test(after) && /[\w$]$/.test(sought));
    const isNumberPart =
      /\d$/.test(sought) &&
      (/[.]/.test(before) || (after === '.' && /\d/.test(where[at + sought.length + 1] ?? '')));
    if (isWhole && !isNumberPart && !(before === '-' && /^\d/.test(sought))) return true;
  }
  const number = Number(what);
  if (what === '' || Number.isNaN(number)) return false;
  const numbers = where.match(/-?\b(?:0[xXob][\da-fA-F_]+|[\d_]*\.?[\d_]+(?:[eE][-+]?\d+)?)\b/g) ?? [];
  return numbers.some((one) => Number(one.replaceAll('_', '')) === number);
}

/** A value that was too long for the sentence: what stands of it is its beginning, and a quote has all of it. */
function isCutOff(answer: string, value: string, quotes: string): boolean {
  const cut = /(\S[^…]*)…/.exec(answer)?.[1]?.trim();
  if (cut === undefined) return false;
  const whole = plain(value);
  const length = [...whole].findIndex((_, i) => i >= 20 && cut.endsWith(whole.slice(0, i + 1)));
  return length >= 0 && plain(quotes).includes(whole);
}

/** One spelling of what the language lets be written in several: quotes, spaces, prefixes of modules, `Optional`. */
function plain(text: string): string {
  return text
    .replace(/["`]/g, "'")
    .replace(/\b(?:[a-z_]\w*\.)+(?=[A-Z])/g, '')
    .replace(/\bv(?=\d)/g, '')
    .replace(/\bOptional\[([^[\]]*(?:\[[^[\]]*\])?)\]/g, '$1 | None')
    .replace(/\bUnion\[([^[\]]*)\]/g, (_, inner: string) => inner.split(/,\s*/).join(' | '))
    .replace(/\s+/g, ' ')
    .replace(/ ?([|&,:;=<>()[\]{}]) ?/g, '$1')
    .replace(/;\}/g, '}')
    .trim();
}

/** A file's text, unpacked, also that of one inside an archive: `src.zip!/java.base/java/util/Date.java`. */
function textOf(path: string): string {
  const [archive = path, inner] = path.split('!/');
  if (inner === undefined) {
    return path.endsWith('.gz') ? strFromU8(gunzipSync(readFileSync(path))) : readFileSync(path, 'utf8');
  }
  const found = unzipSync(readFileSync(archive), { filter: ({ name }) => name === inner })[inner];
  if (found === undefined) throw new Error(`${archive} has no ${inner}`);
  return strFromU8(found);
}

/** How many places of a reply don't exist, or don't hold the words that are quoted. */
export function falsePlaces(folder: string, { evidence }: Reply): number {
  return evidence.filter(({ file, range: { start, end }, quote }) => {
    let text: string;
    try {
      text = textOf(resolve(folder, file));
    } catch {
      return true;
    }
    const lines = text.split('\n').slice(start.line, end.line + 1);
    const last = lines.length - 1;
    lines[last] = (lines[last] ?? '').slice(0, end.character);
    lines[0] = (lines[0] ?? '').slice(start.character);
    return quote === '' || lines.join('\n') !== quote;
  }).length;
}
