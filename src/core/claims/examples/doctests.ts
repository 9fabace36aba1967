import type { Declaration } from '../../source/index.ts';
import type { Example, ExampleClaim } from './example.ts';

/** The doctests of a docstring as one example; `undefined` when it has none that states a value. */
export function doctestsOf(declaration: Declaration, ordinal: number, text: string): Example | undefined {
  const { doc } = declaration;
  if (doc === undefined) return undefined;
  const literal = text.slice(doc.span.start, doc.span.end);
  // Beside another string the interpreter joins, and a format runs.
  if (!literal.includes('>>>') || /^[A-Za-z]*[fFbB]/.test(literal)) return undefined;
  const claims = claimsIn(literal, doc.span.start);
  if (claims.length === 0) return undefined;
  const input = (expected: ReadonlyMap<number, string>) => ({
    literal: withExpected(literal, { claims, expected, offset: doc.span.start }),
  });
  return { declaration, ordinal, claims, input };
}

interface Line {
  readonly text: string;
  readonly offset: number;
}

function claimsIn(literal: string, offset: number): readonly ExampleClaim[] {
  const lines = linesOf(literal, offset);
  const claims: ExampleClaim[] = [];
  for (let i = 0; i < lines.length; i++) {
    const begin = /^(\s*|.*?["'])>>>\s+(.*)$/.exec(lines[i]?.text ?? '');
    if (begin === null) continue;
    const code = [begin[2] ?? ''];
    let end = i + 1;
    for (; /^\s*\.\.\.(?: |$)/.test(lines[end]?.text ?? ''); end++) {
      code.push((lines[end]?.text ?? '').trim().slice(4));
    }
    const expected: Line[] = [];
    for (let at = end; isExpected(lines[at]?.text); at++) expected.push(lines[at] ?? { text: '', offset: 0 });
    const quoted = quoteOf(expected, literal, offset);
    if (quoted !== undefined) {
      claims.push({
        key: i,
        code: code.join(' '),
        expected: expected.map((one) => one.text.trim()).join('\n'),
        quote: quoted,
      });
    }
    i = end - 1;
  }
  return claims;
}

function isExpected(text: string | undefined): boolean {
  return (
    text !== undefined && text.trim() !== '' && !/^\s*>>>/.test(text) && !/^\s*(?:"""|''')\s*$/.test(text)
  );
}

function linesOf(literal: string, offset: number): readonly Line[] {
  let at = offset;
  return literal.split('\n').map((text) => {
    const line = { text: text.replace(/\r$/, ''), offset: at };
    at += text.length + 1;
    return line;
  });
}

function quoteOf(lines: readonly Line[], literal: string, offset: number): ExampleClaim['quote'] | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const start = first.offset + (first.text.length - first.text.trimStart().length);
  const closing = /\s*(?:"""|''')\s*$/.exec(last.text)?.[0].length ?? 0;
  const end = last.offset + (closing > 0 ? last.text.length - closing : last.text.trimEnd().length);
  if (end <= start) return undefined;
  return { text: literal.slice(start - offset, end - offset), span: { start, end } };
}

function withExpected(
  literal: string,
  {
    claims,
    expected,
    offset,
  }: {
    readonly claims: readonly ExampleClaim[];
    readonly expected: ReadonlyMap<number, string>;
    readonly offset: number;
  },
): string {
  return claims.toReversed().reduce((text, { key, quote }) => {
    const value = expected.get(key);
    if (value === undefined) return text;
    return text.slice(0, quote.span.start - offset) + value + text.slice(quote.span.end - offset);
  }, literal);
}
