/**
 * The rules that answer, and how sure each is: the share of its answers that one may expect to be right about what
 * the installed code does when it is called. A declaration is proof of names and order; a type or a return type is
 * what its author declared; words of a comment may have aged; and that no mark was found is weaker than a mark.
 */
export const answerRules = {
  /** The signature or the declaration holds the value itself. */
  'ask.default.declared': 0.99,
  /** The declaration shows that the parameter must be passed. */
  'ask.default.required': 0.98,
  /** A comment beside the declaration states the value. */
  'ask.default.documented': 0.9,
  'ask.type.declared': 0.97,
  'ask.parameters.declared': 0.99,
  'ask.returns.declared': 0.97,
  'ask.allowed.declared': 0.98,
  /** The declared return type, or the function's own words: `async`, `yield`. */
  'ask.nature.declared': 0.96,
  /** A comment names the exceptions. */
  'ask.raises.documented': 0.92,
  /** Statements of the function raise them; whether others pass through it stays open. */
  'ask.raises.stated': 0.93,
  /** A comment names the version. */
  'ask.since.documented': 0.93,
  'ask.version.installed': 0.99,
  /** A mark or decorator says so. */
  'ask.deprecated.marked': 0.98,
  /** Neither the declaration nor its comment says so. */
  'ask.deprecated.unmarked': 0.92,
} as const;

export type AnswerRule = keyof typeof answerRules;

/**
 * How sure an answer of a model is. Chosen, not calibrated: no benchmark stands behind them, and they order answers
 * among each other only. Each stays below every rule's.
 */
export const modelConfidence = {
  /** Each citation held, and the first sentence, which states the value, has one. */
  cited: 0.7,
  /** Some citations failed, or the first sentence has none. */
  partlyCited: 0.5,
  /** No passage proves any of it. */
  closedBook: 0.3,
} as const;
