import type { BraceSyntax } from './brace-syntax.ts';
import type { ListedKind, ListedName, ListingWriter, SourceListing } from './listing.ts';

interface Holder {
  /** How many brackets are open around its members. */
  readonly depth: number;
  readonly path: string;
  readonly kind: ListedKind;
}

/**
 * Lists the declarations of a source in a language with braces by its brackets and first words alone: a hundred times
 * faster than a parser, and right where the text is code of that language. What functions hold inside is left out.
 */
export function listBraces(text: string, syntax: BraceSyntax): SourceListing {
  return new BraceLister(text, syntax).list();
}

/** What a character means outside of texts and comments. */
const meaning = new Uint8Array(128);
const [blank, lineEnd, quote, slash, open, close, separator, continuing, hash] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const assign = (characters: string, value: number) => {
  for (const one of characters) meaning[one.charCodeAt(0)] = value;
};
assign(' \t\r', blank);
assign('\n', lineEnd);
assign('"\'`', quote);
assign('/', slash);
assign('([{', open);
assign(')]}', close);
assign(';', separator);
assign(',:=|&<+-*?.~^%!', continuing);
assign('#', hash);

class BraceLister {
  readonly #text: string;
  readonly #syntax: BraceSyntax;
  readonly #found: ListingWriter = { names: [], docs: [] };
  readonly #holders: Holder[] = [];
  #at = 0;
  #depth = 0;
  /** Whether a statement or a member may begin here. */
  #isFresh = true;
  /** The last character that is neither blank nor comment. */
  #last = 59;
  /** A comment that documents what comes next. */
  #doc: { readonly start: number; readonly end: number } | undefined;
  /** A declaration whose braces are to come. */
  #opening: (Omit<Holder, 'depth'> & { readonly bracket: number }) | undefined;

  constructor(text: string, syntax: BraceSyntax) {
    this.#text = text;
    this.#syntax = syntax;
  }

  list(): SourceListing {
    const text = this.#text;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      const kind = code < 128 ? (meaning[code] ?? 0) : 0;
      if (kind === blank) this.#at++;
      else if (kind === lineEnd) {
        this.#at++;
        this.#isFresh ||= !isContinuing(this.#last);
      } else if (!this.#comment(kind)) this.#code(code, kind);
    }
    return this.#found;
  }

  #code(code: number, kind: number): void {
    if (this.#isFresh && kind !== close && kind !== separator && this.#head()) return;
    if (kind !== close) this.#isFresh = false;
    switch (kind) {
      case open:
        this.#openBracket(code);
        break;
      case close:
        this.#closeBracket(code);
        break;
      case separator:
        this.#opening = undefined;
        this.#isFresh = true;
        break;
      case quote:
        this.#textLiteral(code);
        this.#last = code;
        return;
      case slash:
        if (this.#syntax.regularExpressions && mayBeExpression(this.#last)) {
          this.#at = endOfExpression(this.#text, this.#at);
          this.#last = 41;
          return;
        }
        break;
      case 0:
        this.#word();
        return;
    }
    if (code === 44) this.#isFresh = true;
    this.#last = code;
    this.#at++;
  }

  /** Passes a word over in one step. */
  #word(): void {
    const text = this.#text;
    let at = this.#at + 1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128 && meaning[code] !== 0) break;
    }
    this.#last = text.charCodeAt(at - 1);
    this.#at = at;
  }

  #openBracket(code: number): void {
    this.#depth++;
    if (code !== this.#opening?.bracket) {
      this.#isFresh = code === 123;
      return;
    }
    const { path, kind } = this.#opening;
    this.#holders.push({ path, kind, depth: this.#depth });
    this.#opening = undefined;
    this.#doc = undefined;
    this.#isFresh = true;
  }

  #closeBracket(code: number): void {
    if (this.#holders.at(-1)?.depth === this.#depth) this.#holders.pop();
    this.#depth = Math.max(0, this.#depth - 1);
    if (code === 125) this.#isFresh = true;
  }

  /** Whether a comment stands here; it is passed over then. */
  #comment(kind: number): boolean {
    const text = this.#text;
    const start = this.#at;
    if (kind === hash) {
      if (!this.#syntax.hashComments) return false;
      this.#skipLine();
      return true;
    }
    if (kind !== slash) return false;
    const next = text.charCodeAt(start + 1);
    if (next === 47) this.#skipLine();
    else if (next === 42) {
      const end = text.indexOf('*/', start + 2);
      this.#at = end < 0 ? text.length : end + 2;
    } else return false;
    this.#syntax.documents.lastIndex = start;
    if (!this.#syntax.documents.test(text)) return true;
    const isNext = next === 47 && this.#doc !== undefined && isBlank(text, this.#doc.end, start);
    this.#doc = { start: isNext ? (this.#doc?.start ?? start) : start, end: this.#at };
    return true;
  }

  #skipLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  /** Whether a declaration begins here; what leads to its name is passed over then. */
  #head(): boolean {
    const holder = this.#holders.at(-1);
    if (this.#depth !== (holder?.depth ?? 0)) return false;
    const head = this.#syntax.head(this.#text, this.#at, holder?.kind);
    if (head === undefined) {
      // Attributes and annotations stand between a comment and what it documents.
      if (!/[#@[]/.test(this.#text[this.#at] ?? '')) this.#doc = undefined;
      return false;
    }
    const { name, kind, start, owner, end, holds, bracket = '{' } = head;
    const above = [holder?.path ?? '', owner ?? ''].filter((one) => one !== '');
    const path = [...above, name].join('.');
    if (name !== '') this.#found.names.push({ path, kind, start } satisfies ListedName);
    if (name !== '' && this.#doc !== undefined) {
      const line = this.#text.indexOf('\n', start);
      const span = { start: this.#doc.start, end: line < 0 ? this.#text.length : line };
      this.#found.docs.push({ path, span });
    }
    this.#doc = undefined;
    const inside = name === '' ? above.join('.') : path;
    this.#opening = holds ? { path: inside, kind, bracket: bracket.charCodeAt(0) } : undefined;
    this.#isFresh = false;
    this.#last = 97;
    this.#at = end;
    return true;
  }

  #textLiteral(code: number): void {
    const text = this.#text;
    const { templates, singleQuotes } = this.#syntax;
    if (code === 96 && templates) this.#at = endOfTemplate(text, this.#at);
    else if (code === 96) {
      const end = text.indexOf('`', this.#at + 1);
      this.#at = end < 0 ? text.length : end + 1;
    } else if (code === 39 && !singleQuotes) this.#at = endOfCharacter(text, this.#at);
    else this.#at = endOfLine(text, this.#at, code);
  }
}

function isContinuing(code: number): boolean {
  return code < 128 && meaning[code] === continuing;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!/\s/.test(text[i] ?? '')) return false;
  return true;
}

/** A slash behind a value divides; else it begins a regular expression. */
function mayBeExpression(last: number): boolean {
  return !(last > 127 || /[\w$)\]}"'`]/.test(String.fromCharCode(last)));
}

function endOfExpression(text: string, at: number): number {
  let inClass = false;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return at + 1;
    if (code === 92) i++;
    else if (code === 91) inClass = true;
    else if (code === 93) inClass = false;
    else if (code === 47 && !inClass) return i + 1;
  }
  return text.length;
}

/** Behind a text that ends with its quote, at the end of its line at the latest. */
function endOfLine(text: string, at: number, quoted: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === quoted) return i + 1;
    else if (code === 10) return i;
  }
  return text.length;
}

/** Behind `'x'`; behind the mark alone where it begins a lifetime or a label. */
function endOfCharacter(text: string, at: number): number {
  const match = /^'(?:\\[^\n]{1,10}?|[^'\\\n]{1,2})'/.exec(text.slice(at, at + 14));
  return at + (match?.[0].length ?? 1);
}

function endOfTemplate(text: string, at: number): number {
  let braces = 0;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (braces === 0 && code === 96) return i + 1;
    else if (braces === 0 && code === 36 && text.charCodeAt(i + 1) === 123) {
      braces = 1;
      i++;
    } else if (braces > 0) {
      if (code === 123) braces++;
      else if (code === 125) braces--;
      else if (code === 96) i = endOfTemplate(text, i) - 1;
    }
  }
  return text.length;
}
