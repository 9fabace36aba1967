import type { LanguageFamily } from '../source/index.ts';

/** What the checks must know of a language beyond its declarations. */
export interface LanguageHabits {
  /** Words of prose for values, as the language writes them. */
  readonly values: Readonly<Record<string, string>>;
  /** Between which marks it writes a text, and whether apostrophes are such marks too. */
  readonly quote: "'" | '"';
  readonly hasApostropheTexts: boolean;
  /** Documented types that promise nothing, a promise, or what may be nothing. */
  readonly nothingType: RegExp;
  readonly promiseType?: RegExp;
  readonly openType: RegExp;
  /** Words of a description that leave open whether a documented type always comes back. */
  readonly openWords?: RegExp;
  /** Whether functions may be declared asynchronous, so that saying it is a claim about the code. */
  readonly hasAsync: boolean;
  /** Whether the names of the language's own library are known, so that a name can be said to be nowhere. */
  readonly knowsLibrary: boolean;
  /** Whether a call may pass nothing that isn't declared. */
  readonly isStrict: boolean;
  /** Whether parameters may have defaults, and a call must pass what has none. */
  readonly requiresArguments: boolean;
  /**
   * Whether a signature is all that callers meet, whatever the body does and whoever overrides it: compiled
   * languages, in which annotations change nothing.
   */
  readonly isBinding: boolean;
}

const compiled: LanguageHabits = {
  values: { True: 'true', False: 'false', None: 'null', undefined: 'null' },
  quote: '"',
  hasApostropheTexts: false,
  nothingType: /^void$/i,
  openType: /[|?*]|null|void|any/i,
  hasAsync: false,
  knowsLibrary: false,
  isStrict: true,
  requiresArguments: false,
  isBinding: true,
};

/** The habits of each language family, the registry. */
export const habitsOf: Readonly<Record<LanguageFamily, LanguageHabits>> = {
  ecmascript: {
    values: { True: 'true', False: 'false', None: 'null' },
    quote: "'",
    hasApostropheTexts: true,
    nothingType: /^(?:void|undefined)$/,
    promiseType: /^(?:Promise|PromiseLike)\b/,
    openType: /[|?*]|^(?:any|unknown|never|this|null|mixed|Object)$|undefined|void|null|asserts/i,
    hasAsync: true,
    knowsLibrary: true,
    isStrict: false,
    requiresArguments: false,
    isBinding: false,
  },
  python: {
    values: { true: 'True', false: 'False', null: 'None', undefined: 'None' },
    quote: "'",
    hasApostropheTexts: true,
    nothingType: /^None$/,
    openType: /None|Optional|Any|Never|NoReturn/,
    openWords: /\bNone\b/,
    hasAsync: true,
    knowsLibrary: true,
    isStrict: true,
    requiresArguments: true,
    isBinding: false,
  },
  java: compiled,
  csharp: compiled,
  go: { ...compiled, values: { True: 'true', False: 'false', None: 'nil', null: 'nil' } },
  rust: { ...compiled, values: { True: 'true', False: 'false', null: 'None' } },
  'c-family': { ...compiled, values: { True: 'true', False: 'false', None: 'NULL', null: 'NULL' } },
  kotlin: compiled,
  shell: { ...compiled, values: {}, hasApostropheTexts: true },
  ruby: {
    values: { True: 'true', False: 'false', None: 'nil', null: 'nil' },
    quote: "'",
    hasApostropheTexts: true,
    nothingType: /^(?:void|nil)$/i,
    openType: /[?,|]|\b(?:nil|void|undefined|self|Object)\b/i,
    hasAsync: false,
    knowsLibrary: false,
    isStrict: true,
    requiresArguments: false,
    isBinding: false,
  },
  php: {
    values: { True: 'true', False: 'false', None: 'null', undefined: 'null' },
    quote: "'",
    hasApostropheTexts: true,
    nothingType: /^void$/i,
    openType: /[|?]|\b(?:mixed|null|never|void)\b/i,
    hasAsync: false,
    knowsLibrary: false,
    isStrict: true,
    requiresArguments: false,
    isBinding: false,
  },
};
