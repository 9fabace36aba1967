import type { Declaration } from '../../source/index.ts';
import type { Example, ExampleClaim } from './example.ts';

interface Line {
  /** Without the comment's decoration. */
  readonly text: string;
  /** Of its first character in the source. */
  readonly offset: number;
}

interface Step extends ExampleClaim {
  /** All the code since the step before. */
  readonly lines: string;
}

/** `// => value`, `//=> value` and `// → value` behind code or below it. */
const arrow = /^(.*?)\/\/[ \t]*(?:=>|→|⇒)[ \t]*(.*)$/;
const fence = /^\s*(?:```|~~~)/;

/** The examples of a JSDoc comment that state what their code gives: those of `@example`, and fenced ones. */
export function arrowExamplesOf(declaration: Declaration, ordinal: number, text: string): readonly Example[] {
  const { doc } = declaration;
  if (doc === undefined) return [];
  const comment = text.slice(doc.span.start, doc.span.end);
  if (!/\/\/[ \t]*(?:=>|→|⇒)/.test(comment)) return [];
  return blocksOf(linesOf(comment, doc.span.start)).flatMap((lines) => {
    const steps = stepsOf(lines);
    if (steps.length === 0) return [];
    const input = (expected: ReadonlyMap<number, string>) => ({
      steps: steps.map((step) => ({
        claim: step.key,
        code: step.lines,
        expected: expected.get(step.key) ?? step.expected,
      })),
    });
    return [{ declaration, ordinal, claims: steps, input }];
  });
}

function linesOf(comment: string, offset: number): readonly Line[] {
  let at = offset;
  return comment.split('\n').map((written) => {
    const decoration = /^[ \t]*(?:\/\*\*+|\*(?!\/))?[ \t]?/.exec(written)?.[0].length ?? 0;
    const text = written
      .slice(decoration)
      .replace(/\s*\*\/\s*$/, '')
      .trimEnd();
    const line = { text, offset: at + decoration };
    at += written.length + 1;
    return line;
  });
}

/** The pieces of code: a fenced block each, else all of an `@example`. */
function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  let open: Line[] | undefined;
  let isFenced = false;
  for (const line of lines) {
    if (fence.test(line.text)) {
      isFenced = !isFenced;
      open = isFenced ? [] : undefined;
      if (open !== undefined) blocks.push(open);
      continue;
    }
    const tag = isFenced ? undefined : /^\s*@(\w+)/.exec(line.text)?.[1];
    if (tag === undefined) {
      open?.push(line);
      continue;
    }
    open = tag.toLowerCase() === 'example' ? [] : undefined;
    if (open === undefined) continue;
    blocks.push(open);
    const skip = /^\s*@\w+\s*(?:<caption>.*<\/caption>)?/.exec(line.text)?.[0].length ?? 0;
    open.push({ text: line.text.slice(skip), offset: line.offset + skip });
  }
  return blocks;
}

function stepsOf(lines: readonly Line[]): readonly Step[] {
  const steps: Step[] = [];
  let code: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const match = line === undefined ? null : arrow.exec(line.text);
    if (line === undefined || match === null) {
      if (line !== undefined) code.push(line.text);
      continue;
    }
    const [, before = '', first = ''] = match;
    if (before.trim() !== '') code.push(before);
    const more = continuationOf(lines.slice(i + 1), first);
    i += more.length;
    const last = more.at(-1) ?? line;
    const start = line.offset + line.text.length - first.length;
    const end = last.offset + last.text.length;
    const expected = [first, ...more.map(({ text }) => text.replace(/^\s*\/\/\s?/, ''))].join('\n');
    const quote = { text: expected, span: { start, end } };
    const shown = code.filter((one) => one.trim() !== '').at(-1) ?? '';
    if (first !== '') {
      steps.push({ key: steps.length, code: shown.trim(), expected, quote, lines: code.join('\n') });
      code = [];
    }
  }
  return steps;
}

/** The comment lines that a value goes on in, as long as a bracket of it is open. */
function continuationOf(lines: readonly Line[], first: string): readonly Line[] {
  const more: Line[] = [];
  let text = first;
  while (opened(text) > 0) {
    const next = lines[more.length];
    if (next === undefined || more.length > 30 || !/^\s*\/\/(?!\s*(?:=>|→|⇒))/.test(next.text)) return [];
    more.push(next);
    text += next.text;
  }
  return more;
}

function opened(text: string): number {
  const plain = text.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '');
  return (plain.match(/[[{(]/g)?.length ?? 0) - (plain.match(/[\]})]/g)?.length ?? 0);
}
