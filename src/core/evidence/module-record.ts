import * as z from 'zod';

const spanSchema = z.object({ start: z.number(), end: z.number() }).readonly();

/** A value and the places of the module's own text that prove it. */
const statedSchema = z.object({ value: z.string(), spans: z.array(spanSchema).min(1).readonly() }).readonly();

/** A value and where the module states it. */
export type Stated = z.infer<typeof statedSchema>;

const propertySchema = z
  .object({ name: z.string(), span: spanSchema, default: statedSchema.exactOptional() })
  .readonly();

const parameterSchema = z
  .object({
    name: z.string(),
    kind: z.enum(['plain', 'keyword-only', 'rest', 'keyword-rest', 'destructured']),
    optional: z.boolean(),
    span: spanSchema,
    type: statedSchema.exactOptional(),
    /** The signature's own default, as written. */
    initial: statedSchema.exactOptional(),
    /** The default that the documentation states. */
    documented: statedSchema.exactOptional(),
    /** What it takes out of its argument or, in a body, falls back to for a property. */
    properties: z.array(propertySchema).readonly(),
  })
  .readonly();

/** One parameter as its module states it. */
export type ParameterRecord = z.infer<typeof parameterSchema>;

const signatureSchema = z
  .object({
    parameters: z.array(parameterSchema).readonly(),
    returns: statedSchema.exactOptional(),
    /** Set where the language says by the lack of a type that nothing comes back. */
    givesNothing: z.literal(true).exactOptional(),
    isAsync: z.boolean(),
  })
  .readonly();

/** One way to call a symbol. */
export type SignatureRecord = z.infer<typeof signatureSchema>;

const symbolSchema = z
  .object({
    path: z.string(),
    scope: z.string(),
    kind: z.enum(['function', 'method', 'class', 'interface', 'type', 'enum', 'variable', 'property']),
    head: spanSchema,
    signatures: z.array(signatureSchema).readonly(),
    isOverload: z.boolean(),
    isAccessor: z.boolean(),
    isOptional: z.boolean(),
    type: statedSchema.exactOptional(),
    initial: statedSchema.exactOptional(),
    documented: statedSchema.exactOptional(),
    deprecated: statedSchema.exactOptional(),
    /** What its comment says that it raises, in its order. */
    raises: z.array(statedSchema).readonly(),
    /** The version that its comment names as the first to have it. */
    since: statedSchema.exactOptional(),
    /** The version in which its comment says that it was deprecated. */
    deprecatedIn: statedSchema.exactOptional(),
    /** The classes that its own statements raise. */
    raisedByItself: z.array(statedSchema).readonly().exactOptional(),
    /** Whether its own statements yield. */
    isGenerator: z.literal(true).exactOptional(),
    /** Names of what wraps it. */
    decorators: z.array(z.string()).readonly().exactOptional(),
    /** Dotted names of what its type leads to, whose members it has. */
    types: z.array(z.string()).readonly(),
    /** Dotted names that it is another name of. */
    aliases: z.array(z.string()).readonly(),
    bases: z.array(z.string()).readonly(),
  })
  .readonly();

/** One declaration of a module. */
export type SymbolRecord = z.infer<typeof symbolSchema>;

const importSchema = z
  .object({ local: z.string(), specifier: z.string(), imported: z.string(), scope: z.string() })
  .readonly();

const exportSchema = z.discriminatedUnion('type', [
  z
    .object({ type: z.literal('local'), exported: z.string(), local: z.string(), scope: z.string() })
    .readonly(),
  z
    .object({
      type: z.literal('from'),
      exported: z.string(),
      imported: z.string(),
      specifier: z.string(),
      scope: z.string(),
    })
    .readonly(),
  z.object({ type: z.literal('star'), specifier: z.string(), scope: z.string() }).readonly(),
]);

/** What one file tells, without its path and its text: it holds wherever the same text stands. */
export const moduleRecordSchema = z
  .object({
    symbols: z.array(symbolSchema).readonly(),
    imports: z.array(importSchema).readonly(),
    exports: z.array(exportSchema).readonly(),
    companions: z.array(z.string()).readonly(),
    listed: z.array(z.string()).readonly().exactOptional(),
    /** How much of it the parser understood. */
    reading: z.enum(['whole', 'partly', 'nothing']),
  })
  .readonly();

/** What one file tells. */
export type ModuleRecord = z.infer<typeof moduleRecordSchema>;
