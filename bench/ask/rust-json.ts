import * as z from 'zod';

/** A type as rustdoc's JSON has it: what it is, and what it is made of. */
export const typeSchema = z.object({ kind: z.string(), inner: z.unknown() });
export type RustType = z.infer<typeof typeSchema>;

const pathSchema = z.object({ name: z.string(), id: z.string().optional(), args: z.unknown() });
const itemSchema = z.object({
  crate_id: z.number(),
  name: z.string().nullable(),
  visibility: z.unknown(),
  attrs: z.array(z.string()),
  deprecation: z.object({ since: z.string().nullable() }).nullable(),
  kind: z.string(),
  inner: z.unknown(),
});
export type RustItem = z.infer<typeof itemSchema>;

/** What `rustdoc --output-format json` of Rust 1.63 writes, as far as it is read. */
export const crateSchema = z.object({
  root: z.string(),
  crate_version: z.string().nullable(),
  format_version: z.literal(15),
  index: z.record(z.string(), itemSchema),
});
export type RustCrate = z.infer<typeof crateSchema>;

export const callSchema = z.object({
  decl: z.object({
    inputs: z.array(z.tuple([z.string(), typeSchema])),
    output: typeSchema.nullable(),
    c_variadic: z.boolean(),
  }),
  header: z.object({ async: z.boolean() }),
});
export const listSchema = z.object({ items: z.array(z.string()) });
export const implementedSchema = z.object({ impls: z.array(z.string()) });
export const implementationSchema = z.object({ trait: z.unknown(), items: z.array(z.string()) });
export const variantsSchema = z.object({ variants: z.array(z.string()) });
export const variantSchema = z.object({ variant_kind: z.string() });
export const constantSchema = z.object({ expr: z.string(), value: z.string().nullable() });
export const importSchema = z.object({
  source: z.string(),
  name: z.string(),
  id: z.string().nullable(),
  glob: z.boolean(),
});

const referenceSchema = z.object({
  lifetime: z.string().nullable(),
  mutable: z.boolean(),
  type: typeSchema,
});
const pointerSchema = z.object({ mutable: z.boolean(), type: typeSchema });
const arraySchema = z.object({ type: typeSchema, len: z.string() });
const argumentsSchema = z.object({
  angle_bracketed: z.object({
    args: z.array(
      z.union([z.object({ type: typeSchema }), z.object({ lifetime: z.string() }), z.literal('infer')]),
    ),
    bindings: z.array(z.unknown()).length(0),
  }),
});

/** A type as code writes it; `undefined` for kinds that can be written in several ways. */
export function writtenType({ kind, inner }: RustType): string | undefined {
  if (kind === 'primitive' || kind === 'generic') return z.string().parse(inner);
  if (kind === 'resolved_path') {
    const { name, args } = pathSchema.parse(inner);
    const list = writtenArguments(args);
    return list === undefined ? undefined : `${name}${list}`;
  }
  if (kind === 'borrowed_ref') {
    const { lifetime, mutable, type } = referenceSchema.parse(inner);
    const rest = writtenType(type);
    const named = lifetime === null || lifetime === "'_" ? '' : `${lifetime} `;
    return rest === undefined ? undefined : `&${named}${mutable ? 'mut ' : ''}${rest}`;
  }
  if (kind === 'raw_pointer') {
    const { mutable, type } = pointerSchema.parse(inner);
    const rest = writtenType(type);
    return rest === undefined ? undefined : `*${mutable ? 'mut' : 'const'} ${rest}`;
  }
  if (kind === 'slice') return around('[', [writtenType(typeSchema.parse(inner))], ']');
  if (kind === 'tuple') return around('(', z.array(typeSchema).parse(inner).map(writtenType), ')');
  if (kind === 'array') {
    const { type, len } = arraySchema.parse(inner);
    const rest = writtenType(type);
    return rest === undefined ? undefined : `[${rest}; ${len}]`;
  }
  return undefined;
}

function writtenArguments(args: unknown): string | undefined {
  if (args === null || args === undefined) return '';
  const read = argumentsSchema.safeParse(args);
  if (!read.success) return undefined;
  const list = read.data.angle_bracketed.args.map((one) =>
    one === 'infer' ? '_' : 'type' in one ? writtenType(one.type) : one.lifetime,
  );
  return list.length === 0 ? '' : around('<', list, '>');
}

function around(open: string, parts: readonly (string | undefined)[], close: string): string | undefined {
  return parts.includes(undefined) ? undefined : `${open}${parts.join(', ')}${close}`;
}
