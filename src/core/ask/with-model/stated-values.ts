/** What a sentence states as code, number, quotation or name; whitespace inside is one space. */
export interface StatedValues {
  /** Code between backticks, and texts between quotation marks. */
  readonly quoted: readonly string[];
  /** As written: `30`, `0x1F`, `1_000`. */
  readonly numbers: readonly string[];
  /** Names that are written as code is: `json.dumps`, `max_tokens`, `maxTokens`, `retry()`. */
  readonly names: readonly string[];
}

const quotation = /`+([^`\n]+?)`+|"([^"\n]{1,200})"|“([^”\n]{1,200})”|「([^」\n]{1,200})」/gu;
const number = /(?<![\p{L}\p{N}_.$])[-−]?(?:0[xob][\da-f_]+|\d[\d_,]*(?:\.\d+)*(?:e[+-]?\d+)?)/giu;
const name =
  /[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)+|[A-Za-z_$][\w$]*(?=\()|_*[A-Za-z][A-Za-z0-9]*_\w+|[a-z][a-z0-9]*[A-Z]\w*|[A-Z][a-z0-9]+[A-Z]\w*/gu;
const notNames = /^(?:e\.g|i\.e|vs|etc|Node\.js|JavaScript|TypeScript|GitHub)$/i;

/** Takes out of a sentence what a passage must hold to prove it. */
export function statedValues(sentence: string): StatedValues {
  const quoted: string[] = [];
  const prose = sentence.replace(quotation, (_whole, ...groups: unknown[]) => {
    const inner = groups.find((group, i) => i < 4 && typeof group === 'string');
    if (typeof inner === 'string') quoted.push(inner.replace(/\s+/g, ' ').trim());
    return ' \u0000 ';
  });
  // The number of a list's item is none that anything states.
  const unnumbered = prose.replace(/^\s*\d+[.)]\s/gm, ' ');
  const names = [...unnumbered.matchAll(name)].map(([found]) => found).filter((one) => !notNames.test(one));
  const withoutNames = unnumbered.replace(name, ' ');
  return {
    quoted: quoted.filter((one) => one !== ''),
    numbers: [...withoutNames.matchAll(number)].map(([found]) => found.replace(/[,_]+$/, '')),
    names,
  };
}

/** Whether a text holds one thing that a sentence states. */
export type ValueTest = (text: ValueText) => boolean;

/** A text that values are looked for in: a passage with its origin, or a question. */
export class ValueText {
  readonly #text: string;
  readonly #numbers: ReadonlySet<number | string>;
  readonly #words: ReadonlySet<string>;
  readonly #lower: ReadonlySet<string>;

  constructor(text: string) {
    this.#text = text.replace(/\s+/g, ' ');
    this.#numbers = new Set([...text.matchAll(number)].map(([found]) => numberOf(found)));
    const words = text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
    this.#words = new Set(words);
    this.#lower = new Set(words.map((word) => word.toLowerCase()));
  }

  /** Whether it holds that number, however it is written: `1_000` is `1000`, `20.0` is `20`; `1.4.2` is itself. */
  holdsNumber(written: string): boolean {
    return this.#numbers.has(numberOf(written));
  }

  /** Whether it holds the last part of a dotted name as a word: a declaration doesn't repeat what it stands in. */
  holdsName(dotted: string): boolean {
    const last = dotted.split('.').at(-1) ?? dotted;
    return this.#words.has(last) || this.#holdsWhole(dotted);
  }

  /** Whether it holds a word of prose, in whatever case. */
  holdsWord(word: string): boolean {
    return this.#lower.has(word.toLowerCase());
  }

  /** Whether it holds a text as it is, or each name, number and string of it where it is put together. */
  holdsQuoted(text: string): boolean {
    if (this.#holdsWhole(text)) return true;
    const strings = text.match(/"[^"]*"|'[^']*'/g) ?? [];
    const rest = text.replace(/"[^"]*"|'[^']*'/g, ' ');
    const numbers = rest.match(number) ?? [];
    const words = rest.replace(number, ' ').match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
    if (strings.length + numbers.length + words.length === 0) return false;
    return (
      strings.every((one) => this.#holdsWhole(one.slice(1, -1))) &&
      numbers.every((one) => this.holdsNumber(one)) &&
      words.every((one) => this.#words.has(one))
    );
  }

  /** Whether it holds a text that no letter or digit goes on at its ends. */
  #holdsWhole(written: string): boolean {
    if (written === '') return true;
    for (let at = this.#text.indexOf(written); at >= 0; at = this.#text.indexOf(written, at + 1)) {
      const before = this.#text[at - 1] ?? ' ';
      const after = this.#text[at + written.length] ?? ' ';
      const goesOn = (a: string, b: string) => /[\p{L}\p{N}_]/u.test(a) && /[\p{L}\p{N}_]/u.test(b);
      if (!goesOn(before, written[0] ?? '') && !goesOn(written.at(-1) ?? '', after)) return true;
    }
    return false;
  }
}

function numberOf(written: string): number | string {
  const plain = written.replace(/[_,]/g, '').replace('−', '-');
  const value = Number(plain);
  return Number.isNaN(value) ? written : value;
}
