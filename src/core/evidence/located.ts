import type { Message } from '../platform/index.ts';

/** What looking for a package came to. */
export type Located<T> =
  | { readonly type: 'found'; readonly package: T }
  | { readonly type: 'broken'; readonly problem: Message };
