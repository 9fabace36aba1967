import type { LanguageFamily, ValueType } from '../source/index.ts';

/**
 * What a value is at its outermost, in words that every language shares. `record` is a dictionary or a plain object;
 * `nothing` is `None`, `null`, `undefined`, `void`.
 */
export type TypeHead = ValueType | 'bigint' | 'symbol' | 'nothing' | 'path';

/** How one language writes types, as data; a language without an entry is not compared. */
export interface TypeVocabulary {
  /** The first that fits a whole member of a union says what it is; what none fits is not understood. */
  readonly words: readonly (readonly [RegExp, TypeHead])[];
  /** Pairs of heads of which one may stand for the other. */
  readonly mayStandFor: readonly (readonly [TypeHead, TypeHead])[];
  /** A wrapper around one type that adds nothing but absence (group 1 is the type). */
  readonly optional: RegExp;
  /** A wrapper around a union (group 1 is the list). */
  readonly union?: RegExp;
  /** Marks around a type that change nothing about its head. */
  readonly marks: RegExp;
  /** Whether `false` is the usual default of what isn't given, whatever its type. */
  readonly hasFalseForNothing?: true;
}

const generic = (names: string, end = String.raw`(?:\s*[<\[].*[>\]])?`) =>
  new RegExp(`^(?:${names})${end}$`, 's');

/** Something in round brackets, with up to two more inside. */
const bracketed = String.raw`\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)`;

const ecmascript: TypeVocabulary = {
  words: [
    [/^(?:[sS]tring|(['"]).*\1|`[^`]*`)$/s, 'string'],
    [/^(?:[nN]umber|[iI]nt(?:eger)?|[fF]loat|[dD]ouble|[-+]?\d+(?:\.\d+)?|Infinity)$/, 'number'],
    [/^(?:[bB]ool(?:ean)?|true|false)$/, 'boolean'],
    [/^[bB]ig[iI]nt$/, 'bigint'],
    [/^(?:[sS]ymbol|unique symbol)$/, 'symbol'],
    [/^(?:null|undefined|void)$/, 'nothing'],
    [
      new RegExp(
        String.raw`^(?:readonly\s+)?(?:[\w$.]+(?:<.*>)?|${bracketed})(?:\[\])+$|^(?:readonly\s+)?\[.*\]$`,
        's',
      ),
      'list',
    ],
    [generic(String.raw`[aA]rray|ReadonlyArray|Array\.`), 'list'],
    [generic('Set|ReadonlySet|WeakSet'), 'set'],
    [generic('Map|ReadonlyMap|WeakMap'), 'map'],
    [/^[fF]unction(?:\(.*\)(?:\s*:.*)?)?$/s, 'function'],
    [new RegExp(String.raw`^(?:async\s+)?(?:<.*>\s*)?${bracketed}\s*=>.+$`, 's'), 'function'],
    [generic('Promise|PromiseLike'), 'promise'],
    [/^RegExp$/, 'pattern'],
    [/^Date$/, 'date'],
    [/^(?:Type|Range|Syntax|Reference|Eval|URI|Aggregate)?Error$/, 'error'],
    [/^(?:[oO]bject|\{.*\}|(?:Record|Partial|Object)\s*\.?<.*>)$/s, 'record'],
  ],
  // Everything but a primitive value is an object.
  mayStandFor: (['list', 'set', 'map', 'function', 'promise', 'pattern', 'date', 'error'] as const).map(
    (head) => ['record', head] as const,
  ),
  optional: /^\?(.+)$|^(.+)\?$/s,
  marks: /^!|=$/g,
};

const python: TypeVocabulary = {
  words: [
    [/^(?:str|[sS]tring|[sS]tr(?:ing)?s?|(?:[rbu])?(['"]).*\1|unicode|basestring)$/s, 'string'],
    [
      /^(?:int(?:eger)?|Integer|float|double|complex|number|numeric|[-+]?\d+(?:\.\d+)?|(?:(?:non-?negative|positive)\s+)?(?:int|integer|float))$/,
      'number',
    ],
    [/^(?:bool(?:ean)?|Bool(?:ean)?|True|False)$/, 'boolean'],
    [/^(?:bytes|bytearray)$/, 'bytes'],
    [/^(?:None|NoneType)$/, 'nothing'],
    [
      /^(?:(?:typing\.|collections\.abc\.)?(?:list|List|tuple|Tuple|[sS]equence|MutableSequence|[iI]terable|Collection)(?:\[.*\])?|(?:list|tuple|sequence|iterable)s?\s+of\s+[\w\s.]+)$/s,
      'list',
    ],
    [
      /^(?:(?:typing\.|collections\.abc\.)?(?:set|Set|frozenset|FrozenSet|AbstractSet|MutableSet)(?:\[.*\])?|(?:set|frozenset)\s+of\s+[\w\s.]+)$/s,
      'set',
    ],
    [
      /^(?:(?:typing\.|collections\.abc\.|collections\.)?(?:dict|Dict|dictionary|Dictionary|Mapping|mapping|MutableMapping|OrderedDict|DefaultDict|defaultdict|Counter)(?:\[.*\])?)$/s,
      'record',
    ],
    [/^(?:(?:typing\.|collections\.abc\.)?(?:[cC]allable|function)(?:\[.*\])?|lambda)$/s, 'function'],
    [/^(?:re\.Pattern|typing\.Pattern|Pattern)(?:\[.*\])?$/, 'pattern'],
    [/^(?:pathlib\.)?(?:Pure)?Path$/, 'path'],
  ],
  // Flags are numbers, prose calls any sequence a list, and mappings and sets are iterable.
  mayStandFor: [
    ['number', 'boolean'],
    ['list', 'set'],
    ['list', 'record'],
    ['list', 'string'],
    ['list', 'bytes'],
    ['string', 'path'],
  ],
  optional: /^(?:typing\.)?Optional\[(.+)\]$/s,
  union: /^(?:typing\.)?Union\[(.+)\]$/s,
  marks: /^:\w+:`~?|^`{1,2}|`{1,2}$/g,
};

const php: TypeVocabulary = {
  words: [
    [/^(?:(?:[\w-]+-)?string|class-string(?:<.*>)?|(['"]).*\1)$/is, 'string'],
    [
      /^(?:(?:positive|negative|non-positive|non-negative|non-zero)-int|int(?:eger)?(?:<.*>)?|float|double|[-+]?\d+(?:\.\d+)?)$/i,
      'number',
    ],
    [/^(?:bool(?:ean)?|true|false)$/i, 'boolean'],
    [/^(?:null|void)$/i, 'nothing'],
    [
      /^(?:(?:non-empty-)?(?:array|list)(?:<.*>|\{.*\})?|[\w\\]+(?:<.*>)?(?:\[\])+|\(.*\)\[\]|iterable(?:<.*>)?)$/is,
      'list',
    ],
    [/^callable(?:\s*\(.*\)(?:\s*:.*)?)?$/is, 'function'],
  ],
  // A function may be named by a text or by a pair, and numbers come as text from everywhere.
  mayStandFor: [
    ['function', 'string'],
    ['function', 'list'],
  ],
  optional: /^\?(.+)$/s,
  marks: /^\\/g,
  hasFalseForNothing: true,
};

const ruby: TypeVocabulary = {
  words: [
    [/^(?:String|(['"]).*\1)$/s, 'string'],
    [/^Symbol$|^:\w+$/, 'symbol'],
    [/^(?:Integer|Fixnum|Bignum|Float|Numeric|Rational|[-+]?\d+(?:\.\d+)?)$/, 'number'],
    [/^(?:Boolean|Bool|TrueClass|FalseClass|true|false)$/i, 'boolean'],
    [/^(?:nil|NilClass|void)$/, 'nothing'],
    [/^Array(?:<.*>|\(.*\))?$/s, 'list'],
    [/^Hash(?:<.*>|\{.*\})?$/s, 'record'],
    [/^Proc$/, 'function'],
    [/^Regexp$/, 'pattern'],
  ],
  // Libraries take one for the other.
  mayStandFor: [['string', 'symbol']],
  optional: /^(.+)\?$/s,
  marks: /^\[|\]$/g,
  hasFalseForNothing: true,
};

/** The vocabularies, the registry. */
export const typeVocabularies: Readonly<Partial<Record<LanguageFamily, TypeVocabulary>>> = {
  ecmascript,
  python,
  php,
  ruby,
};
