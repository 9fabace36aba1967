/**
 * A cache keyed by content. Losing it loses time, never data: every implementation may forget, and answers
 * `undefined` for what it does not have. Texts are JSON.
 */
export interface CacheStore {
  /** The text kept under the key, or `undefined`. */
  read(area: string, key: string): string | undefined;
  /** Keeps the text under the key, replacing what was there. */
  write(area: string, key: string, text: string): void;
}

/** A cache that lives as long as the process. Used where no database can be opened, and in tests. */
export function createMemoryCacheStore(): CacheStore {
  const texts = new Map<string, string>();
  const join = (area: string, key: string) => `${area}\n${key}`;
  return {
    read: (area, key) => texts.get(join(area, key)),
    write: (area, key, text) => {
      texts.set(join(area, key), text);
    },
  };
}
