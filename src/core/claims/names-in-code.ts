/** The names in a text, each once, in the order in which they first come. */
export interface NamesInCode {
  /** Every word; of documentation, which is blanked before, those that it declares. */
  readonly words: ReadonlySet<string>;
  /** Those behind a word that declares, behind a dot, behind an at sign and space, and before an equals sign, a colon or an opening bracket. */
  readonly declared: ReadonlySet<string>;
}

const declaring = new Set(
  'def class function interface type enum struct trait fn func const let var'.split(' '),
);

const isStart = 1;
const isPart = 2;
const isSpace = 4;
const kinds = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): number {
  if (/[\p{ID_Start}$_]/u.test(character)) return isStart | isPart;
  if (/[\p{ID_Continue}$]/u.test(character)) return isPart;
  return /\s/.test(character) ? isSpace : 0;
}

/** The kind of the character at an offset; a pair of surrogates is one character. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return kinds[code] ?? 0;
  return Number.isNaN(code) ? 0 : kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Reads the names of a text. Large projects are read whole, so that it makes a string of each name only once. */
export function namesInCode(text: string): NamesInCode {
  const table = new NameTable(text);
  /** Where a name begins that the word before it declares. */
  let declaredAt = -1;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (kinds[code] ?? 0) : kindAt(text, at);
    if ((kind & isStart) === 0) {
      const follows = code === 0x40 ? behindSpace(text, at + 1) : 0;
      if (follows > at + 1) declaredAt = follows;
      at += code < 0xd800 ? 1 : lengthAt(text, at);
      continue;
    }
    const end = table.read(at);
    const next = behindSpace(text, end);
    const isBehindDot = text.charCodeAt(at - 1) === 0x2e;
    const isDeclared = isBehindDot || at === declaredAt || mayAssign(text.charCodeAt(next));
    const name = table.add(at, end, isDeclared);
    const star = text.charCodeAt(end) === 0x2a && name === 'function' ? 1 : 0;
    const follows = star === 0 ? next : behindSpace(text, end + 1);
    declaredAt = !isDeclared && follows > end + star && declaring.has(name) ? follows : -1;
    at = end;
  }
  return table;
}

function behindSpace(text: string, start: number): number {
  let at = start;
  while ((kindAt(text, at) & isSpace) !== 0) at++;
  return at;
}

/** `=`, `:` and `(`. */
function mayAssign(code: number): boolean {
  return code === 0x3d || code === 0x3a || code === 0x28;
}

/** The names of one text by a hash of their characters, so that a name that comes again is no new string. */
class NameTable implements NamesInCode {
  readonly words = new Set<string>();
  readonly declared = new Set<string>();
  readonly #text: string;
  readonly #byHash = new Map<number, string>();
  #hash = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the name ends that begins at an offset. */
  read(start: number): number {
    const text = this.#text;
    let hash = 0;
    let end = start;
    for (let code = text.charCodeAt(end); ; code = text.charCodeAt(end)) {
      const kind = code < 128 ? (kinds[code] ?? 0) : kindAt(text, end);
      if ((kind & isPart) === 0) break;
      hash = (Math.imul(hash, 31) + code) | 0;
      end += code < 0xd800 ? 1 : lengthAt(text, end);
    }
    this.#hash = hash;
    return end;
  }

  /** The name that was just read. */
  add(start: number, end: number, isDeclared: boolean): string {
    const known = this.#byHash.get(this.#hash);
    const isKnown = known?.length === end - start && this.#text.startsWith(known, start);
    const name = isKnown ? known : this.#text.slice(start, end);
    if (known === undefined) this.#byHash.set(this.#hash, name);
    if (!isKnown) this.words.add(name);
    if (isDeclared) this.declared.add(name);
    return name;
  }
}
