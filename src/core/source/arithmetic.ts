/**
 * The value of a binary operation on two constants, or `undefined` for an operator that isn't arithmetic.
 * Shifts and bit operations work on 32-bit integers, `//` rounds down.
 */
export function foldNumbers(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '//':
      return Math.floor(left / right);
    case '%':
      return left % right;
    case '**':
      return left ** right;
    case '<<':
      return left * 2 ** right;
    case '|':
      return left | right;
    default:
      return undefined;
  }
}

/** The number that a numeric literal of JavaScript or Python stands for, or `undefined` (imaginary, bad digits). */
export function parseNumber(text: string): number | undefined {
  const plain = text.replaceAll('_', '').replace(/n$/i, '');
  const value = /^0[xob]/i.test(plain) ? Number(plain.toLowerCase()) : Number(plain);
  return Number.isNaN(value) || plain === '' ? undefined : value;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
};

/** A string literal's content with its escapes replaced, or `undefined` for an escape that we don't read. */
export function unescapeString(content: string): string | undefined {
  let known = true;
  const text = content.replace(
    /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g,
    (_all, braced: string, four: string, two: string, one: string) => {
      const code = braced ?? four ?? two;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '';
      }
      if (one === '\n' || one === '\r\n') return '';
      const simple = simpleEscapes[one];
      if (simple === undefined) known = false;
      return simple ?? '';
    },
  );
  return known ? text : undefined;
}
