import type { DocText } from '../doc-text.ts';
import type { Quote, Span } from '../span.ts';

/** What a number of a statement does there. */
export type NumberRole =
  /** It is assigned, passed or handed back as it stands. */
  | 'value'
  /** It is an operand of a comparison. */
  | 'compared'
  /** It is how often a loop runs. */
  | 'count'
  /** It picks an element, or only a larger expression tells what it means. */
  | 'part';

/** A constant number of a statement: `30`, `60 * 1000`. */
export interface NumberFact {
  readonly value: number;
  readonly quote: Quote;
  readonly role: NumberRole;
  /** What it is the value of, nearest first: a variable, a key, a parameter. */
  readonly names: readonly string[];
  /** The function that it is an argument of, as it is called: `time.sleep`. */
  readonly passedTo?: string;
}

/** `<` in `a < 10`; a language's own spelling of equality is reduced to two signs. */
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** A comparison with a constant number, turned so that the number stands on the right. */
export interface ComparisonFact {
  /** What is compared, as written. */
  readonly subject: Quote;
  readonly operator: ComparisonOperator;
  readonly value: number;
  readonly quote: Quote;
}

/** What a statement does where its condition holds. */
export interface Branch {
  /** The whole condition, without brackets around it. */
  readonly condition: Quote;
  /** Whether control may go elsewhere from inside it, by a jump or by a call that is named like one. */
  readonly mayLeave: boolean;
  /** What it gives a number where nothing else is done: `n` in `if (n > 3) n = 3`. */
  readonly limited?: { readonly name: string; readonly value: number };
  /** Whether something is done where the condition does not hold. */
  readonly hasOther: boolean;
}

/** A comment in prose and the statement, or the part of one, that it stands above or beside. */
export interface CommentedStatement {
  /** Without the marks of comments; several line comments under each other are one. */
  readonly comment: DocText;
  /** From the first mark to the last. */
  readonly span: Span;
  readonly place: 'above' | 'beside';
  /** The statement without its body. */
  readonly statement: Quote;
  /** Constants, not those of nested functions and bodies. */
  readonly numbers: readonly NumberFact[];
  readonly comparisons: readonly ComparisonFact[];
  /** Of an `if`. */
  readonly branch?: Branch;
  /** Whether the parser met an error inside the statement. */
  readonly hasError: boolean;
}
