/** A value that was written out. */
export interface LiteralValue {
  readonly value: unknown;
}

const words: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: undefined,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
};

/** The value of a JavaScript literal; `undefined` where the text is anything else, or something stands behind it. */
export function literalValue(text: string): LiteralValue | undefined {
  const reader = new LiteralReader(text.trim().replace(/;$/, ''));
  try {
    const value = reader.value();
    return reader.isAtEnd() ? { value } : undefined;
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}

class NoLiteral extends Error {}

class LiteralReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#take(/\s*/y) !== undefined && this.#at === this.#text.length;
  }

  value(): unknown {
    if (++this.#depth > 100) throw new NoLiteral();
    this.#take(/\s*/y);
    const found = this.#list() ?? this.#record() ?? this.#string() ?? this.#number() ?? this.#word();
    if (found === undefined) throw new NoLiteral();
    this.#depth--;
    return found.value;
  }

  #list(): LiteralValue | undefined {
    if (this.#take(/\[/y) === undefined) return undefined;
    const value: unknown[] = [];
    while (this.#take(/\s*\]/y) === undefined) {
      value.push(this.value());
      this.#next(']');
    }
    return { value };
  }

  #record(): LiteralValue | undefined {
    if (this.#take(/\{/y) === undefined) return undefined;
    const value: Record<string, unknown> = {};
    while (this.#take(/\s*\}/y) === undefined) {
      this.#take(/\s*/y);
      const key = this.#take(/[\w$]+(?=\s*:)/y) ?? this.#string()?.value;
      if (typeof key !== 'string' || key === '__proto__' || this.#take(/\s*:/y) === undefined)
        throw new NoLiteral();
      value[key] = this.value();
      this.#next('}');
    }
    return { value };
  }

  /** Behind an item stands a comma or the end. */
  #next(end: string): void {
    if (this.#take(/\s*,/y) !== undefined) return;
    this.#take(/\s*/y);
    if (this.#text[this.#at] !== end) throw new NoLiteral();
  }

  #string(): LiteralValue | undefined {
    const written = this.#take(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.)*`/sy);
    if (written === undefined) return undefined;
    const inner = written
      .slice(1, -1)
      .replaceAll(/\\u\{([\da-f]+)\}|\\u([\da-f]{4})|\\x([\da-f]{2})|\\(.)/gis, unescaped);
    return { value: inner };
  }

  #number(): LiteralValue | undefined {
    const written = this.#take(
      /[-+]?\s*(?:0[xob][\da-f]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?n?|Infinity\b)/iy,
    );
    if (written === undefined || /^[\w$]/.test(this.#text.slice(this.#at))) return undefined;
    const digits = written.replaceAll(/[\s_]/g, '');
    if (digits.endsWith('n'))
      return /^[-+]?\d+n$/.test(digits) ? { value: BigInt(digits.slice(0, -1)) } : undefined;
    const sign = digits.startsWith('-') ? -1 : 1;
    return { value: sign * Number(digits.replace(/^[-+]/, '')) };
  }

  #word(): LiteralValue | undefined {
    const word = this.#take(/[A-Za-z]+(?![\w$.([])/y) ?? '';
    return Object.hasOwn(words, word) ? { value: words[word] } : undefined;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

function unescaped(_all: string, long?: string, four?: string, two?: string, one?: string): string {
  const code = long ?? four ?? two;
  if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
  return one === undefined ? '' : (escapes[one] ?? one);
}
