/**
 * A cache keyed by content. Losing it loses time, never data: every implementation may forget, and answers
 * `undefined` for what it does not have. Texts are JSON.
 */
export interface CacheStore {
  /** The text kept under the key, or `undefined`. */
  read(area: string, key: string): string | undefined;
  /** Keeps the text under the key, replacing what was there. */
  write(area: string, key: string, text: string): void;
  /** Keeps many texts by their keys at once. */
  writeAll(area: string, texts: ReadonlyMap<string, string>): void;
  /** Forgets everything. */
  clear(): void;
}

const maximumCharacters = 32 * 1024 * 1024;

/**
 * A cache that lives as long as the process, used where no database can be opened, and in tests. Above 32 million
 * characters the oldest texts are dropped.
 */
export function createMemoryCacheStore(): CacheStore {
  const texts = new Map<string, string>();
  let characters = 0;
  const join = (area: string, key: string) => `${area}\n${key}`;
  const drop = (key: string) => {
    characters -= texts.get(key)?.length ?? 0;
    texts.delete(key);
  };
  const write = (area: string, key: string, text: string) => {
    drop(join(area, key));
    texts.set(join(area, key), text);
    characters += text.length;
    for (const oldest of texts.keys()) {
      if (characters <= maximumCharacters) break;
      drop(oldest);
    }
  };
  return {
    read: (area, key) => texts.get(join(area, key)),
    write,
    writeAll(area, all) {
      for (const [key, text] of all) write(area, key, text);
    },
    clear() {
      texts.clear();
      characters = 0;
    },
  };
}
