import * as z from 'zod';

/** What a question may be about. */
export const aspects = [
  'default',
  'type',
  'parameters',
  'nth',
  'required',
  'returns',
  'raises',
  'deprecated',
  'deprecated-since',
  'replacement',
  'since',
  'allowed',
  'constant',
  'async',
  'generator',
  'version',
] as const;
export type Aspect = (typeof aspects)[number];

/** What is true of a symbol, as something else than Factprobe says. */
export const factSchema = z.object({
  aspect: z.enum(aspects),
  package: z.string(),
  /** As a question names it: `requests.Session.get`. */
  symbol: z.string(),
  parameter: z.string().optional(),
  /** The place that is asked for, and how many there are. */
  ordinal: z.number().optional(),
  count: z.number().optional(),
  /** The value, in each way to write it. */
  value: z.array(z.string()).optional(),
  /** These in this order and nothing else; for `allowed` in any order. */
  names: z.array(z.string()).optional(),
  /** One of these, beside nothing but these and `besides`; where that is `*`, all of these. */
  some: z.array(z.string()).optional(),
  besides: z.array(z.string()).optional(),
  yes: z.boolean().optional(),
});
export type Fact = z.infer<typeof factSchema>;

/** Facts of one language, and what tells that a name doesn't exist. */
export interface Truth {
  readonly facts: readonly Fact[];
  /** Every name that a module or package gives, by its own name. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
}
