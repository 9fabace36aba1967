import type { DocParameter, DocRaises, DocReturns } from '../doc-comment.ts';
import type { Quote, Span } from '../span.ts';
import { type DocLine, entriesOf, proseOf, wordsAt } from './docstring-lines.ts';
import type { Region } from './docstring-regions.ts';
import { readTypeSpecification } from './type-specification.ts';

type Entry = readonly [DocLine, ...DocLine[]];

const name = String.raw`(?:\\?\*){0,2}[A-Za-z_]\w*`;
const names = String.raw`${name}(?:\s*,\s*${name})*`;
const googleEntry = new RegExp(
  String.raw`^(?:[-•+*]\s+)?\x60{0,2}(${names})\x60{0,2}\s*(?:\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\))?\s*:(?!:)\s*`,
);
const numpyEntry = new RegExp(
  String.raw`^\x60{0,2}(${names})\x60{0,2}\s*(?:\(((?:[^()]|\([^()]*\))*)\)\s*)?(?::(?!:)\s*(.*))?$`,
);
/** A heading among the entries: one of a section that stands too deep. Parameters begin in lower case. */
const heading =
  /^(?:Args|Arguments|Parameters|Params|Returns?|Yields?|Raises|Attributes|Examples?|Notes?|Warnings?|Usage|See Also|Todo|TODO|References|Defaults?)\s*:/;

/** What a section of parameters or attributes documents. */
export function parametersOf({ style, lines }: Region): readonly DocParameter[] {
  if (style === 'numpy') return numpyEntries(lines).flatMap(numpyParameter);
  return googleEntries(lines, (line) => googleEntry.test(line.text)).flatMap(googleParameter);
}

/** An entry may slip to the left, or by one space to the right; it never goes on with the one before. */
function googleEntries(lines: readonly DocLine[], isEntry: (line: DocLine) => boolean): readonly Entry[] {
  const first = lines.find(({ text }) => text !== '');
  const indent = first?.indent ?? 0;
  // Items of a list among entries that are none are about the entry above them.
  const isList = first !== undefined && isItem(first);
  return beforeParts(
    entriesOf(
      lines,
      (line) =>
        (line.indent <= indent || (line.indent === indent + 1 && isEntry(line))) && (isList || !isItem(line)),
    ),
  );
}

function isItem({ text }: DocLine): boolean {
  return /^[-•+*]\s/.test(text);
}

function numpyEntries(lines: readonly DocLine[]): readonly Entry[] {
  const indent = lines.find(({ text }) => text !== '')?.indent ?? 0;
  const entries = entriesOf(lines, (line) => line.indent <= indent);
  // An underlined line is the heading of a section that is not known.
  const underline = entries.findIndex(([{ text }]) => /^(?:={4,}|-{4,})$/.test(text));
  return beforeParts(underline < 1 ? entries : entries.slice(0, underline - 1));
}

/** Entries behind one whose description ends with a colon are parts of what it describes. */
function beforeParts(entries: readonly Entry[]): readonly Entry[] {
  const last = entries.findIndex((entry) => entry.length > 1 && entry.at(-1)?.text.endsWith(':') === true);
  return last < 0 ? entries : entries.slice(0, last + 1);
}

function googleParameter([first, ...rest]: Entry): readonly DocParameter[] {
  const match = googleEntry.exec(first.text);
  if (match?.[1] === undefined || heading.test(first.text)) return [];
  const namesAt = first.text.indexOf(match[1]);
  const inside = match[2];
  const specification =
    inside === undefined
      ? { optional: false }
      : readTypeSpecification(wordsAt(first, first.text.indexOf(inside, namesAt + match[1].length), inside));
  const description = proseOf([first, ...rest], match[0].length);
  return named([first, ...rest], { text: match[1], index: namesAt }).map((one) => ({
    ...one,
    ...specification,
    description,
  }));
}

function numpyParameter([first, ...rest]: Entry): readonly DocParameter[] {
  const match = numpyEntry.exec(first.text);
  if (match?.[1] === undefined || heading.test(first.text)) return [];
  const [, list, inside, behind] = match;
  // A line that is one word, with nothing under it, may be anything.
  if (inside === undefined && behind === undefined && rest.length === 0) return [];
  const namesAt = first.text.indexOf(list);
  const behindAt = behind === undefined ? first.text.length : first.text.length - behind.length;
  const written = inside ?? behind ?? '';
  const isProse = inside === undefined && isSentence(written);
  const specification = isProse
    ? { optional: false }
    : readTypeSpecification(
        wordsAt(
          first,
          inside === undefined ? behindAt : first.text.indexOf(inside, namesAt + list.length),
          written,
        ),
      );
  const skip = isProse || inside !== undefined ? behindAt : first.text.length;
  const description = proseOf([first, ...rest], skip);
  return named([first, ...rest], { text: list, index: namesAt }).map((one) => ({
    ...one,
    ...specification,
    description,
  }));
}

/** Whether what stands where a type should is a sentence about the parameter. */
function isSentence(text: string): boolean {
  return /[.!?。]$/.test(text) || /\.\s+[A-Z]/.test(text) || text.length > 120;
}

/** Each name of an entry with what to delete: the whole entry, or the name alone among several. */
function named(
  [first, ...rest]: Entry,
  { text, index }: { readonly text: string; readonly index: number },
): readonly { readonly name: Quote; readonly entry: Span }[] {
  const whole = { start: first.start, end: (rest.at(-1) ?? first).next };
  const found = [...text.matchAll(/[A-Za-z_][\w.]*/g)];
  return found.map((one, i) => {
    const quote = wordsAt(first, index + one.index, one[0]);
    return { name: quote, entry: found.length === 1 ? whole : pieceOf(found, i, first.offset + index) };
  });
}

/** A name of a list with the comma behind it, or before it at the end. */
function pieceOf(found: readonly RegExpExecArray[], i: number, offset: number): Span {
  const end = (one: RegExpExecArray | undefined) => (one === undefined ? 0 : one.index + one[0].length);
  const [own, next] = [found[i], found[i + 1]];
  const start = next === undefined ? end(found[i - 1]) : (own?.index ?? 0);
  return { start: offset + start, end: offset + (next?.index ?? end(own)) };
}

/** What a section says comes back, or is yielded. */
export function returnsOf(region: Region): readonly DocReturns[] {
  return region.style === 'numpy' ? numpyReturns(region) : googleReturns(region);
}

const googleType = /^([\w.]+(?:\[[^\]]*\])*(?:\s*\|\s*[\w.]+(?:\[[^\]]*\])*)*)\s*:\s+/;

function googleReturns({ header, lines }: Region): readonly DocReturns[] {
  const first = lines.find(({ text }) => text !== '');
  if (first === undefined) return [];
  const typed = googleType.exec(first.text);
  return [
    {
      description: proseOf(lines.slice(lines.indexOf(first)), typed?.[0].length ?? 0),
      claim: wordsAt(first, 0, first.text),
      entry: { start: header.start, end: (lines.at(-1) ?? first).next },
      ...(typed?.[1] === undefined ? {} : { type: wordsAt(first, 0, typed[1]) }),
    },
  ];
}

function numpyReturns({ header, lines }: Region): readonly DocReturns[] {
  const entries = numpyEntries(lines);
  return entries.map((entry) => {
    const [first, ...rest] = entry;
    const last = rest.at(-1) ?? first;
    const whole = { start: entries.length === 1 ? header.start : first.start, end: last.next };
    const shared = { claim: wordsAt(first, 0, first.text), entry: whole };
    if (isProse(first.text, rest.length > 0)) return { ...shared, description: proseOf(entry) };
    const match = /^\x60{0,2}([A-Za-z_]\w*)\x60{0,2}\s*:(?!:)\s+(\S.*)$/.exec(first.text);
    const description = proseOf(entry, first.text.length);
    const [, label, type] = match ?? [];
    if (label === undefined || type === undefined) {
      return { ...shared, description, type: wordsAt(first, 0, first.text.replace(/[\s:]+$/, '')) };
    }
    return {
      ...shared,
      description,
      name: wordsAt(first, first.text.indexOf(label), label),
      type: wordsAt(first, first.text.length - type.length, type),
    };
  });
}

/** Whether the line of a value is a description instead of its type. */
function isProse(text: string, hasDescription: boolean): boolean {
  if (isSentence(text) || /^(?:An?|The|True if|False if|Whether|If|This|Returns?|Yields?)\s/.test(text))
    return true;
  return !hasDescription && text.split(/\s+/).length > 5;
}

const exception = String.raw`(?::\w+:)?\x60{0,2}[~!]?([A-Za-z_][\w.]*)\x60{0,2}`;
const exceptions = new RegExp(
  String.raw`^${exception}(?:\s*(?:,\s*(?:or|and)?|\bor\b|\band\b|\|)\s*${exception})*\s*(?:$|:(?!:)\s*)`,
);
const leading = /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt|Iteration)\b/;

/** What a section says is raised, each exception an entry; prose without a name is one, too. */
export function raisesOf({ style, lines }: Region): readonly DocRaises[] {
  const entries =
    style === 'numpy' ? numpyEntries(lines) : googleEntries(lines, ({ text }) => exceptions.test(text));
  return entries.flatMap((entry) => raisedBy(entry));
}

/** What the line that begins with exceptions says of them; `skip` is where it begins. */
export function raisedBy([first, ...rest]: Entry, skip = 0): readonly DocRaises[] {
  const text = first.text.slice(skip);
  const claim = wordsAt(first, 0, first.text);
  const entry = { start: first.start, end: (rest.at(-1) ?? first).next };
  const strict = exceptions.exec(text);
  const list = strict ?? leading.exec(text);
  if (list === null || /^(?:none|nothing|n\/a|note|notes|example|examples|todo)\b/i.test(text)) {
    return [{ description: proseOf([first, ...rest], skip), claim, entry }];
  }
  const description = proseOf([first, ...rest], skip + (strict?.[0].length ?? 0));
  const found = exceptionNames(list[0]);
  return found.map(({ name: one, index }) => ({
    exception: wordsAt(first, skip + index, one),
    description,
    claim,
    entry,
  }));
}

/** The names in a list of exceptions, without the words and roles around them. */
export function exceptionNames(list: string): readonly { readonly name: string; readonly index: number }[] {
  const bare = list.replace(/:\w+:(?=\x60)|\b(?:or|and)\b/g, (found) => ' '.repeat(found.length));
  return [...bare.matchAll(/[A-Za-z_](?:[\w.]*\w)?/g)].map((one) => ({ name: one[0], index: one.index }));
}
