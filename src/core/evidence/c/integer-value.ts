const token = /\s*(0[xX][\da-fA-F]+|\d+|<<|>>|[-+*|&~()])/y;
const binary: readonly (readonly string[])[] = [['|'], ['&'], ['<<', '>>'], ['+', '-'], ['*']];

/**
 * The value of a constant expression of integer literals in C: `(1 << 3) | 1`. `undefined` for anything else, and for
 * what doesn't fit into 31 bits, whose value would depend on its type. Not `foldNumbers`, which folds what a tree holds:
 * headers are read without one, and in C a zero in front means base 8, a suffix names a type, and a type has an end.
 */
export function integerValue(text: string): number | undefined {
  const plain = text.replaceAll(/\b(0[xX][\da-fA-F]+|\d+)[uUlL]+\b/g, '$1');
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let found = token.exec(plain); found !== null; found = token.exec(plain)) tokens.push(found[1] ?? '');
  const length = tokens.join('').length;
  if (tokens.length === 0 || length !== plain.replaceAll(/\s/g, '').length) return undefined;
  const reading = new Reading(tokens);
  const value = reading.sum(0);
  return value !== undefined && reading.isOver && Math.abs(value) < 2 ** 31 ? value : undefined;
}

class Reading {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isOver(): boolean {
    return this.#at === this.#tokens.length;
  }

  sum(level: number): number | undefined {
    const operators = binary[level];
    if (operators === undefined) return this.#single();
    let left = this.sum(level + 1);
    while (left !== undefined && operators.includes(this.#tokens[this.#at] ?? '')) {
      const operator = this.#tokens[this.#at++] ?? '';
      const right = this.sum(level + 1);
      left = right === undefined ? undefined : applied(operator, left, right);
    }
    return left;
  }

  #single(): number | undefined {
    const text = this.#tokens[this.#at++] ?? '';
    if (text === '(') {
      const inside = this.sum(0);
      return this.#tokens[this.#at++] === ')' ? inside : undefined;
    }
    const inner = text === '-' || text === '~' || text === '+' ? this.#single() : undefined;
    if (inner !== undefined) return text === '-' ? -inner : text === '~' ? -inner - 1 : inner;
    if (!/^\d/.test(text)) return undefined;
    // A zero in front means base 8.
    return /^0\d/.test(text) ? (/^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined) : Number(text);
  }
}

function applied(operator: string, left: number, right: number): number | undefined {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (operator === '<<') return right >= 0 && right < 31 ? left * 2 ** right : undefined;
  if (Math.abs(left) >= 2 ** 31 || Math.abs(right) >= 2 ** 31) return undefined;
  if (operator === '>>') return right >= 0 && right < 31 && left >= 0 ? left >> right : undefined;
  return operator === '|' ? left | right : left & right;
}
