import type { DocText, Quote } from '../source/index.ts';
import { amountOf } from './quantity.ts';

export type BoundOperator = '<' | '<=' | '>' | '>=';

/** A bound that prose states: `more than 10`, `at least 3`, `不超过 5`. */
export interface Bound {
  readonly operator: BoundOperator;
  readonly value: number;
  readonly words: Quote;
}

const amount = String.raw`(\d+(?:[,_]\d{3})*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)(?![\w%]|[.,]\d)`;
const more = '(?:greater|more|larger|bigger|higher|longer|older|later)';
const less = '(?:less|fewer|smaller|shorter|lower|younger|earlier)';

interface Pattern {
  readonly operator: BoundOperator;
  readonly expression: RegExp;
}

function pattern(operator: BoundOperator, words: string): Pattern {
  return { operator, expression: new RegExp(words.replace('N', amount), 'gi') };
}

/** The longer ones first: what they matched is not read again. */
const patterns: readonly Pattern[] = [
  pattern('<=', String.raw`\b(?:not?|isn't|never)\s+${more}\s+than\s+N`),
  pattern('>=', String.raw`\b(?:not?|isn't|never)\s+${less}\s+than\s+N`),
  pattern('>=', String.raw`\b${more}\s+than\s+or\s+equals?\s+(?:to\s+)?N`),
  pattern('<=', String.raw`\b${less}\s+than\s+or\s+equals?\s+(?:to\s+)?N`),
  pattern('>=', String.raw`\b(?:at\s+least|a\s+minimum\s+of)\s+N`),
  pattern('<=', String.raw`\b(?:at\s+most|a\s+maximum\s+of|up\s+to)\s+N`),
  pattern('>=', String.raw`(?<![\w.])N\s+(?:\w+\s+)?or\s+(?:more|greater|higher|larger|above|longer|over)\b`),
  pattern('<=', String.raw`(?<![\w.])N\s+(?:\w+\s+)?or\s+(?:less|fewer|lower|smaller|below|shorter|under)\b`),
  pattern('>', String.raw`\b(?:${more}\s+than|exceed(?:s|ing|ed)?|above|beyond)\s+N`),
  pattern('<', String.raw`\b(?:${less}\s+than|below)\s+N`),
  pattern('>=', '(?:大于等于|大于或等于|不小于|不少于|不低于|至少|≥|>=)\\s*N'),
  pattern('<=', '(?:小于等于|小于或等于|不大于|不超过|不多于|不高于|至多|最多|≤|<=)\\s*N'),
  pattern('>', '(?:大于|超过|多于|高于|(?<![-=<>])>)\\s*N'),
  pattern('<', '(?:小于|少于|低于|(?<![-=<>])<)\\s*N'),
];

/** The bounds that prose states, in its order. */
export function boundsIn(prose: DocText): readonly Bound[] {
  const found: (Bound & { readonly start: number; readonly end: number })[] = [];
  for (const { operator, expression } of patterns) {
    for (const match of prose.text.matchAll(expression)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[1] === undefined || found.some((one) => one.start < end && start < one.end)) continue;
      found.push({ operator, value: amountOf(match[1]), words: prose.quote(start, end), start, end });
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ operator, value, words }) => ({ operator, value, words }));
}
