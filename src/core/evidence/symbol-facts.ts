import * as z from 'zod';
import { evidenceSchema } from './evidence.ts';

/** Where packages come from. */
export const ecosystems = ['npm', 'python', 'go', 'java', 'rust', 'c', 'php', 'ruby', 'dotnet'] as const;
export type Ecosystem = (typeof ecosystems)[number];

/** Those of which an answer is kept as long as their installation is the same. */
export const tracedEcosystems = ['npm', 'python'] as const satisfies readonly Ecosystem[];
export type TracedEcosystem = (typeof tracedEcosystems)[number];

const packageSchema = z
  .object({
    ecosystem: z.enum(ecosystems),
    /** As the ecosystem names it: `@scope/name`, `requests`. */
    name: z.string(),
    /** Absent when the installation doesn't tell; then it is said, never guessed. */
    version: z.string().exactOptional(),
    /** Absolute with `/`, links resolved. */
    root: z.string(),
  })
  .readonly();

/** A package that is installed for the workspace. */
export type InstalledPackage = z.infer<typeof packageSchema>;

const valueSchema = z
  .object({
    /** As the declaration writes it; for a deprecation its note, empty when it has none. */
    value: z.string(),
    /** The places that prove it; each quote holds the value, the name or the mark that decides. Never empty. */
    evidence: z.array(evidenceSchema).min(1).readonly(),
  })
  .readonly();

/** A fact's value and where it stands. */
export type FactValue = z.infer<typeof valueSchema>;

const listSchema = z
  .object({
    /** As the declaration writes them. */
    values: z.array(z.string()).min(1).readonly(),
    evidence: z.array(evidenceSchema).min(1).readonly(),
  })
  .readonly();

/** Values to choose from, and where they stand. */
export type FactList = z.infer<typeof listSchema>;

const yesOrNoSchema = z
  .object({ holds: z.boolean(), evidence: z.array(evidenceSchema).min(1).readonly() })
  .readonly();

const parameterSchema = z
  .object({
    /** Without stars and dots; a property of an options object with its path: `options.timeout`. */
    name: z.string(),
    kind: z.enum(['plain', 'keyword-only', 'rest', 'keyword-rest', 'destructured', 'property']),
    optional: z.boolean(),
    type: valueSchema.exactOptional(),
    /** Absent when there is none, or when the declaration doesn't tell. */
    default: valueSchema.exactOptional(),
    /** Where its type is a list of literals or an enumeration, directly or by another name. */
    allowed: listSchema.exactOptional(),
    /** The parameter in the signature, or the property's declaration. */
    evidence: evidenceSchema,
  })
  .readonly();

/** What the declaration says of one parameter, or of one property of an options object. */
export type ParameterFacts = z.infer<typeof parameterSchema>;

const agreementSchema = z
  .object({
    returns: z.boolean(),
    /** The same parameters in the same order. */
    names: z.boolean(),
    /** The same ones may be left out. */
    optional: z.boolean(),
    /** Names of parameters with the same type, default and necessity in each. */
    parameters: z.array(z.string()).readonly(),
    /** Names of parameters and properties whose default the one function behind all overloads decides. */
    defaults: z.array(z.string()).readonly(),
  })
  .readonly();

const handedOnSchema = z
  .object({
    parameters: z.array(parameterSchema).min(1).readonly(),
    /** The calls that hand them on, the symbol's own first. */
    through: z.array(evidenceSchema).min(1).readonly(),
  })
  .readonly();

/** Parameters that a function takes without listing them, and hands on to the call that lists them. */
export type HandedOn = z.infer<typeof handedOnSchema>;

/** What all overloads of a symbol say alike. */
export type OverloadAgreement = z.infer<typeof agreementSchema>;

/** Everything that an installed declaration says of one symbol: its facts by aspect. */
export const symbolFactsSchema = z
  .object({
    package: packageSchema,
    /** Without the package's name: `Session.get`, `retry`; empty for the package itself. */
    name: z.string(),
    kind: z.enum([
      'function',
      'method',
      'class',
      'interface',
      'type',
      'enum',
      'variable',
      'property',
      'module',
    ]),
    /** The declaration's head: what proves that a mark is absent. */
    head: evidenceSchema,
    /**
     * In the order of the signature, properties of options behind their parameter; absent when it can't be
     * called, and when `isCallUnknown`. Of several overloads these are those of the first with the most optional ones.
     */
    parameters: z.array(parameterSchema).readonly().exactOptional(),
    /** What it takes beside them, where it hands that on to one other call; absent where that isn't told. */
    handedOn: handedOnSchema.exactOptional(),
    /** How many signatures it has; 1 for most. */
    overloads: z.number(),
    /** What that overload may speak for; absent when there is one signature. */
    agreement: agreementSchema.exactOptional(),
    /**
     * Set when it may well be called, but its declaration doesn't tell how: it is made at run time, comes from a
     * base that isn't installed, or differs by branch.
     */
    isCallUnknown: z.literal(true).exactOptional(),
    type: valueSchema.exactOptional(),
    /** The initial value of a variable or property. */
    default: valueSchema.exactOptional(),
    returns: valueSchema.exactOptional(),
    /** Set where the lack of a type says that nothing comes back: in Go, in Rust. */
    givesNothing: z.literal(true).exactOptional(),
    isAsync: z.boolean(),
    deprecated: valueSchema.exactOptional(),
    /** Set where what was read would not show a mark of deprecation. */
    isDeprecationUnknown: z.literal(true).exactOptional(),
    /** Set when some of its overloads are deprecated and some are not. */
    isPartlyDeprecated: z.literal(true).exactOptional(),
    /**
     * The exceptions or errors that its declaration or its comment names, as written; absent where they name none, and
     * where overloads differ.
     */
    raises: z.array(valueSchema).min(1).readonly().exactOptional(),
    /** The version that has it first, by its declaration or its comment. */
    since: valueSchema.exactOptional(),
    /** The version in which it was deprecated, as far as its comment tells. */
    deprecatedIn: valueSchema.exactOptional(),
    /** The members of an enumeration, or what its literal type lists. */
    allowed: listSchema.exactOptional(),
    /** What its own statements raise beside them. */
    raisedByItself: z.array(valueSchema).min(1).readonly().exactOptional(),
    /** Whether what comes back is awaited, and whether it is a generator; absent where that isn't decided. */
    asynchronous: yesOrNoSchema.exactOptional(),
    generator: yesOrNoSchema.exactOptional(),
    /** What wraps it and may take other arguments, or give something else back, than the declaration says. */
    wrapper: valueSchema.exactOptional(),
    /** Set where platforms or features have declarations that differ: what they don't say alike is left out. */
    variants: z.array(z.string()).min(1).readonly().exactOptional(),
    /** The place that states the package's version. */
    origin: evidenceSchema.exactOptional(),
  })
  .readonly();

export type SymbolFacts = z.infer<typeof symbolFactsSchema>;
