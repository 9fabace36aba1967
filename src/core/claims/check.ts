import type { Evidence } from '../evidence/index.ts';
import type { Message } from '../platform/index.ts';
import type {
  CommentedStatement,
  Declaration,
  Language,
  Literal,
  Quote,
  Raising,
  Span,
} from '../source/index.ts';
import type { OwnNames } from './code-names.ts';
import type { ModuleText, NamesAround } from './names-around.ts';

/** Kinds of claim that rules decide, by the ids of the command line and the settings. */
export const claimKinds = [
  'default',
  'parameter-name',
  'returns',
  'yields',
  'async',
  'allowed-values',
  'parameter-type',
  'return-type',
  'constant',
  'comparison',
  'raises',
  'reference',
  'since',
  'deprecated',
  'example',
  'package',
  'external-api',
] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const verdicts = ['supported', 'contradicted', 'unverified'] as const;
export type Verdict = (typeof verdicts)[number];

/** A complete proof makes a warning; a heuristic reading makes information. */
export const severities = ['warning', 'information'] as const;
export type Severity = (typeof severities)[number];

/** What a proof rests on. */
export const proofKinds = ['syntax', 'types', 'names', 'versions', 'run', 'model'] as const;
export type ProofKind = (typeof proofKinds)[number];

/** A change to the text of a source. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A correction that a check proposes; it is offered only after it was applied to a copy and checked again. */
export interface ProposedFix {
  readonly title: Message;
  readonly edits: readonly Edit[];
}

/** What a check decided about one claim. */
export interface Decision {
  readonly kind: ClaimKind;
  /** The claim's own words. */
  readonly claim: Quote;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly proof: ProofKind;
  /** How sure the rule is of its verdict, in [0, 1]. */
  readonly confidence: number;
  /** The id of the rule. */
  readonly decidedBy: string;
  readonly message: Message;
  /** Places of the same source that prove it; never inside the claim's own comment. */
  readonly evidence: readonly Quote[];
  /** Places in other files that prove it. */
  readonly elsewhere?: readonly Evidence[];
  readonly fix?: ProposedFix;
}

/** What a check is given: one documented declaration and a way to read values. */
export interface CheckSubject {
  readonly declaration: Declaration;
  readonly language: Language;
  /** The source's text, for what stands around a span. */
  readonly text: string;
  /** The value of an expression in the source's language, or `undefined` when it isn't a constant. */
  readonly readLiteral: (expression: string) => Promise<Literal | undefined>;
  /** What a function at the top of another module may raise; `undefined` where there isn't just one of that name. */
  readonly readRaising: (module: ModuleText, name: string) => Promise<Raising | undefined>;
  /** The names that the source itself uses. */
  readonly names: () => OwnNames;
  /** The sources around; absent where there is nothing but the text. */
  readonly around?: NamesAround;
}

/** What a check of prose is given: a comment with the statement that it stands above or beside. */
export interface StatementSubject {
  readonly statement: CommentedStatement;
  readonly language: Language;
}

/** Finds the claims of one kind in a declaration's comment and decides them. */
export interface Check {
  readonly kind: ClaimKind;
  /** One decision a claim; empty when the comment makes no such claim. */
  decide(subject: CheckSubject): Promise<readonly Decision[]>;
  /** The same for the comment of a statement; absent where the kind makes claims about declarations alone. */
  decideStatement?(subject: StatementSubject): readonly Decision[];
}
