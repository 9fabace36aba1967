import type { Evidence } from '../../evidence/index.ts';
import { type ValueTest, ValueText } from './stated-values.ts';

const mostLines = 6;

/**
 * The fewest lines of a passage, up to six, that hold everything for which the passage as a whole is cited; the passage
 * as it is where no such lines are, or where it is short already.
 */
export function narrowedEvidence(passage: Evidence, tests: readonly ValueTest[]): Evidence {
  const lines = passage.quote.split('\n');
  const whole = new ValueText(passage.quote);
  const held = tests.filter((test) => test(whole));
  if (held.length === 0 || lines.length <= 2) return passage;
  for (let count = 1; count <= Math.min(mostLines, lines.length - 1); count++) {
    for (let first = 0; first + count <= lines.length; first++) {
      const text = new ValueText(lines.slice(first, first + count).join('\n'));
      if (held.every((test) => test(text))) return linesOf(passage, lines, { first, count });
    }
  }
  return passage;
}

function linesOf(
  passage: Evidence,
  lines: readonly string[],
  { first, count }: { readonly first: number; readonly count: number },
): Evidence {
  const { start } = passage.range;
  const column = (line: number) => (line === 0 ? start.character : 0);
  const last = first + count - 1;
  const blank = /^\s*/.exec(lines[first] ?? '')?.[0].length ?? 0;
  const length = (lines[last] ?? '').trimEnd().length;
  const quote = lines
    .slice(first, last + 1)
    .join('\n')
    .slice(blank)
    .trimEnd();
  return {
    ...passage,
    quote,
    range: {
      start: { line: start.line + first, character: column(first) + blank },
      end: { line: start.line + last, character: column(last) + length },
    },
  };
}
