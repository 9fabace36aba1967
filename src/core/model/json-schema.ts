/** A JSON schema, as plain data. */
export type JsonSchema = { readonly [key: string]: JsonValue };

type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
