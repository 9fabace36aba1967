import type { Quote } from '../../source/index.ts';

/** What a comment says of a symbol of a library. */
export type Saying =
  /** Of a parameter; without its name, of the one that the verb means (`times out`: `timeout`). */
  | { readonly type: 'default'; readonly parameter: readonly string[]; readonly value: Quote }
  /** That it does something of itself, which a parameter of that name turns on or off: “sorts keys by default”. */
  | { readonly type: 'flag'; readonly words: string; readonly holds: boolean }
  | { readonly type: 'takes'; readonly parameter: Quote; readonly holds: boolean }
  | { readonly type: 'required'; readonly parameter: Quote; readonly holds: boolean }
  | { readonly type: 'returns'; readonly what: string }
  | { readonly type: 'raises'; readonly exception: Quote }
  | { readonly type: 'async'; readonly holds: boolean }
  /** `version`: the one in which it was deprecated. */
  | { readonly type: 'deprecated'; readonly holds: boolean; readonly version?: Quote }
  | { readonly type: 'since'; readonly version: Quote }
  | { readonly type: 'removed'; readonly version: Quote }
  /** Of the package: that this version or a later one is needed. */
  | { readonly type: 'least'; readonly version: Quote }
  /** That it is there: nothing more than the name, as one writes names of code. */
  | { readonly type: 'exists' };

/** A claim about a symbol of a library. */
export interface LibraryClaim {
  /** The claim's own words. */
  readonly claim: Quote;
  /** The dotted name as the comment writes it, without marks. */
  readonly subject: Quote;
  readonly says: Saying;
}
