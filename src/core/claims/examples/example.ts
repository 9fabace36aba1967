import type { Declaration, Quote } from '../../source/index.ts';

/** One value that an example claims comes back. */
export interface ExampleClaim {
  /** What the runner calls it: the line of a doctest counted from its docstring's first, else its number. */
  readonly key: number;
  /** The code that gives the value, on one line. */
  readonly code: string;
  /** The value as the comment states it, without decoration. */
  readonly expected: string;
  /** Its words in the comment. */
  readonly quote: Quote;
}

/** Code in a comment that is run from its first line on, with the values that it claims. */
export interface Example {
  readonly declaration: Declaration;
  /** Where its declaration stands among the documented ones. */
  readonly ordinal: number;
  readonly claims: readonly ExampleClaim[];
  /** What the runner is given to run it; a function of the values that are claimed, so that corrected ones can be tried. */
  readonly input: (expected: ReadonlyMap<number, string>) => Readonly<Record<string, unknown>>;
}
