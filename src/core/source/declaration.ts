import type { DocComment } from './doc-comment.ts';
import type { Literal } from './literal.ts';
import type { Raising } from './raising.ts';
import type { Quote, Span } from './span.ts';
import type { Validation } from './validation.ts';

/** An expression of the code and its value where a reader can tell it. */
export interface CodeValue {
  readonly quote: Quote;
  /** Absent when only running the code would tell. */
  readonly literal?: Literal;
  /** Whether code that runs right after it may give the property another value. */
  readonly isProvisional?: true;
  /** The place that the value was followed to, when the expression is the name of a constant of this file. */
  readonly constant?: Quote;
}

export type ParameterKind = 'plain' | 'keyword-only' | 'rest' | 'keyword-rest' | 'destructured';

/** One parameter of a signature, without `self`, `cls` and `this`. */
export interface Parameter {
  /** Without stars and dots; empty for a destructured parameter, and for one that has no name. */
  readonly name: string;
  readonly kind: ParameterKind;
  /** The whole parameter. */
  readonly quote: Quote;
  /** The declared default. */
  readonly initial?: CodeValue;
  /** Whether a caller may leave it out. */
  readonly optional: boolean;
  readonly type?: Quote;
  /** What a destructured parameter takes out of its argument; empty for the others. */
  readonly properties: readonly {
    readonly name: string;
    readonly initial?: CodeValue;
    readonly quote: Quote;
  }[];
}

/**
 * A value that the body uses when something was not given: `x = x ?? 10`, `if x is None: x = 10`. `path` is
 * what was not given: `timeout`, `options.timeout`.
 */
export interface Fallback {
  readonly path: string;
  /** Without a literal when only running the code would tell. */
  readonly value: CodeValue;
  /** The whole expression or statement. */
  readonly quote: Quote;
  /** `absent` fires on nothing only (`??`, `is None`), `falsy` on zero and empty values too (`||`, `or`). */
  readonly when: 'absent' | 'falsy';
}

/**
 * What a return hands back, as far as the expression alone tells: `nothing` (a bare return, `None`, `null`,
 * `undefined`), `plain` (certainly a value, certainly no promise), `promise`, or `unknown`.
 */
export type ReturnShape = 'nothing' | 'plain' | 'promise' | 'unknown';

/** What a value certainly is; `record` is a dictionary or a plain object. */
export type ValueType =
  | 'string'
  | 'number'
  | 'boolean'
  | 'bytes'
  | 'list'
  | 'set'
  | 'record'
  | 'map'
  | 'function'
  | 'promise'
  | 'pattern'
  | 'date'
  | 'error';

/** One return of a function, nested functions not counted; an arrow function's expression is one. */
export interface ReturnFact {
  /** The statement, or the arrow's expression. */
  readonly quote: Quote;
  readonly shape: ReturnShape;
  /** Whether it hands back `null`, which documentation keeps apart from `undefined`. */
  readonly isNull: boolean;
  /** Absent where the expression alone doesn't tell. */
  readonly type?: ValueType;
}

/** What a function's body tells. */
export interface BodyFacts {
  readonly returns: readonly ReturnFact[];
  readonly isGenerator: boolean;
  /** Whether its end may be reached, or undecided control flow is in the way. */
  readonly reachesEnd: boolean;
  /** Nothing but a docstring, `pass`, `...`, one raise or one return of nothing: there is nothing to compare with. */
  readonly isStub: boolean;
  readonly fallbacks: readonly Fallback[];
  /** Whether it reads its arguments other than by name (`arguments`, `locals()`). */
  readonly readsArguments: boolean;
  /** What it raises for unless the value is one of a list. */
  readonly validations: readonly Validation[];
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  /** From the parameter list's opening to its closing bracket. */
  readonly span: Span;
  readonly returnType?: Quote;
  /** What the signature alone makes sure of, in a language where a body can't do otherwise. */
  readonly result?: 'nothing' | 'value';
  readonly isAsync: boolean;
  /** Absent for a declaration without a body, and where bodies were not asked for. */
  readonly body?: BodyFacts;
}

export type DeclarationKind =
  | 'function'
  | 'method'
  | 'class'
  | 'interface'
  | 'type'
  | 'enum'
  | 'variable'
  | 'property';

export type Modifier =
  | 'abstract'
  | 'overload'
  | 'accessor'
  | 'static'
  | 'constructor'
  /** A method whose class has a base that may have a method of that name too. */
  | 'may-override'
  | 'exported'
  | 'default-export'
  | 'declared';

/** Something that has a name in the source. */
export interface Declaration {
  readonly kind: DeclarationKind;
  readonly name: string;
  /** With the names of what holds it: `Session.request`. */
  readonly qualifiedName: string;
  readonly span: Span;
  readonly nameSpan: Span;
  /** The declaration without its body and its comment: what a reader would quote. */
  readonly head: Quote;
  readonly modifiers: ReadonlySet<Modifier>;
  /** As written, without `@`. */
  readonly decorators: readonly Quote[];
  readonly signature?: Signature;
  /** The initial value of a variable or property. */
  readonly initial?: CodeValue;
  readonly type?: Quote;
  readonly doc?: DocComment;
  /** Only where bodies are read and the comment says that something is raised. */
  readonly raising?: Raising;
  /** Names of base classes as written. */
  readonly bases: readonly Quote[];
  /** Whether the parser met an error inside it. */
  readonly hasError: boolean;
}
