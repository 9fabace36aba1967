import type { Literal } from './literal.ts';
import type { Quote } from './span.ts';

/** The values that a function's body lets pass: with any other one it certainly raises. */
export interface Validation {
  /** What is validated, as the body names it: `mode`, `options.mode`. */
  readonly path: string;
  readonly values: readonly Literal[];
  /** The test, and the constant that lists the values where there is one. */
  readonly evidence: readonly Quote[];
}

/** A condition that holds for these values of a path alone or, negated, for all others. */
export interface ValueTest extends Validation {
  readonly isNegated: boolean;
}

/** Members of a collection and the place that lists them. */
export interface Members {
  readonly values: readonly Literal[];
  readonly evidence: readonly Quote[];
}

const nothing: Literal = { type: 'nothing' };

/** The test for one value. */
export function equals(path: string, value: Literal, isNegated: boolean): ValueTest {
  return { path, values: [value], evidence: [], isNegated };
}

/** The test whether something was given at all. */
export function isGiven(path: string): ValueTest {
  return equals(path, nothing, true);
}

/** Both, or either, of two tests of one path; `undefined` where together they are no list of values. */
export function combined(
  operator: 'and' | 'or',
  left: ValueTest | undefined,
  right: ValueTest | undefined,
): ValueTest | undefined {
  if (left === undefined || right === undefined || left.path !== right.path) return undefined;
  const isList = left.isNegated === right.isNegated && left.isNegated === (operator === 'and');
  return isList ? united([left, right]) : undefined;
}

/** The opposite of a test. */
export function negated(test: ValueTest | undefined): ValueTest | undefined {
  return test === undefined ? undefined : { ...test, isNegated: !test.isNegated };
}

/**
 * What a chain of tests lets pass whose end raises; `undefined` when they test different paths, or one of them isn't
 * a list of values.
 */
export function passing(tests: readonly (ValueTest | undefined)[], whole: Quote): Validation | undefined {
  const positive = tests.filter((test) => test?.isNegated === false);
  const [first] = positive;
  if (first === undefined || positive.length < tests.length) return undefined;
  if (positive.some((test) => test?.path !== first.path)) return undefined;
  const { path, values, evidence } = united(positive.filter((test) => test !== undefined));
  return { path, values, evidence: [whole, ...evidence] };
}

function united(tests: readonly ValueTest[]): ValueTest {
  const [first] = tests;
  if (first === undefined) throw new Error('no test to unite');
  return {
    ...first,
    values: tests.flatMap(({ values }) => values),
    evidence: tests.flatMap(({ evidence }) => evidence),
  };
}
