import type { ListingWriter, SourceListing } from './listing.ts';

interface Holder {
  readonly indent: number;
  readonly path: string;
  readonly isClass: boolean;
}

const head = /(?:async[ \t]+)?(def|class)[ \t]+([A-Za-z_]\w*)/y;
const assigned = /([A-Za-z_]\w*)[ \t]*(?::[^=\n]*)?(?:=(?!=)|$)/my;
const annotated = /[A-Za-z_]\w*[ \t]*[:=]/y;

/**
 * Lists the classes, functions and assigned names of a Python source, what functions hold inside left out, by lines and
 * indentation alone: a hundred times faster than a parser, and right where the text is Python.
 */
export function listPython(text: string): SourceListing {
  const found: ListingWriter = { names: [], docs: [] };
  const lines = new PythonLines(text);
  const holders: Holder[] = [];
  let awaited: { readonly path: string; readonly from?: number } | undefined = { path: '' };
  while (lines.next()) {
    const { start, end, indent } = lines;
    const code = text.charCodeAt(start);
    if (start >= end || code === hash) continue;
    const isText = isQuote(code) || (isPrefix(code) && isQuote(text.charCodeAt(start + 1)));
    if (isText && !lines.isInside) {
      const span = { start: awaited?.from ?? start, end: lines.endOfText(start) };
      if (awaited !== undefined) found.docs.push({ path: awaited.path, span });
      awaited = undefined;
      continue;
    }
    const isHead = code === letterD || code === letterC || code === letterA;
    head.lastIndex = start;
    const match = isHead ? head.exec(text) : null;
    if (match !== null && indent === 0) lines.begin();
    if (match === null && awaited !== undefined && !lines.isInside) awaited = undefined;
    if (lines.isInside) continue;
    while ((holders.at(-1)?.indent ?? -1) >= indent) holders.pop();
    const holder = holders.at(-1);
    if (holder !== undefined && !holder.isClass) continue;
    const prefix = holder === undefined ? '' : `${holder.path}.`;
    if (match !== null) {
      const name = match[2] ?? '';
      const isClass = match[1] === 'class';
      const path = prefix + name;
      const kind = isClass ? 'class' : holder === undefined ? 'function' : 'member';
      found.names.push({ path, kind, start: start + match[0].length - name.length });
      holders.push({ indent, path, isClass });
      awaited = { path, from: start };
      continue;
    }
    const kind = holder === undefined ? 'variable' : 'member';
    const name = assignedName(text, start);
    if (name !== undefined) found.names.push({ path: prefix + name, kind, start });
  }
  return found;
}

const [hash, letterA, letterC, letterD] = [35, 97, 99, 100];

/** What a character means outside of texts and comments. */
const meaning = new Uint8Array(128);
const [nothing, lineEnd, comment, quote, open, close] = [0, 1, 2, 3, 4, 5];
meaning[10] = lineEnd;
meaning[hash] = comment;
for (const one of `"'`) meaning[one.charCodeAt(0)] = quote;
for (const one of '([{') meaning[one.charCodeAt(0)] = open;
for (const one of ')]}') meaning[one.charCodeAt(0)] = close;

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

function isPrefix(code: number): boolean {
  return code === 114 || code === 82 || code === 117 || code === 85;
}

function assignedName(text: string, start: number): string | undefined {
  annotated.lastIndex = start;
  if (!annotated.test(text)) return undefined;
  assigned.lastIndex = start;
  return assigned.exec(text)?.[1];
}

/** The lines outside of texts over several lines; `isInside` while brackets are open. */
class PythonLines {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #inside = false;
  /** Where the line begins behind its blanks, where it ends, and how many blanks there are. */
  start = 0;
  end = 0;
  indent = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the line given last goes on with what an earlier one began. */
  get isInside(): boolean {
    return this.#inside;
  }

  /** Says that a declaration begins with this line, whatever was left open before it. */
  begin(): void {
    if (this.#inside) this.#depth = 0;
    this.#inside = false;
  }

  /** Goes to the next line; false when there is none. */
  next(): boolean {
    const text = this.#text;
    const begin = this.#at;
    if (begin >= text.length) return false;
    let start = begin;
    while (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 9) start++;
    this.#inside = this.#depth > 0;
    this.start = start;
    this.indent = start - begin;
    this.end = this.#skipLine(start);
    return true;
  }

  /** The end of the text literal that begins at an offset, its quotes included. */
  endOfText(start: number): number {
    let at = start;
    while (!isQuote(this.#text.charCodeAt(at)) && at < start + 3) at++;
    return endOfLiteral(this.#text, at);
  }

  /** Goes to the beginning of the next line, texts over several lines passed over; gives where this one ends. */
  #skipLine(start: number): number {
    const text = this.#text;
    let at = start;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const kind = code < 128 ? meaning[code] : nothing;
      if (kind === nothing) at++;
      else if (kind === lineEnd) break;
      else if (kind === comment) {
        const end = text.indexOf('\n', at);
        at = end < 0 ? text.length : end;
        break;
      } else if (kind === quote) at = endOfLiteral(text, at);
      else {
        this.#depth = kind === open ? this.#depth + 1 : Math.max(0, this.#depth - 1);
        at++;
      }
    }
    this.#at = at + 1;
    return at;
  }
}

function endOfLiteral(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code) {
    const triple = code === 34 ? '"""' : "'''";
    let end = text.indexOf(triple, at + 3);
    while (end > 0 && text[end - 1] === '\\' && text[end - 2] !== '\\') end = text.indexOf(triple, end + 1);
    return end < 0 ? text.length : end + 3;
  }
  for (let i = at + 1; i < text.length; i++) {
    const one = text.charCodeAt(i);
    if (one === 92) i++;
    else if (one === code) return i + 1;
    else if (one === 10) return i;
  }
  return text.length;
}
