/** Which fixes held when they were tried, as long as the process lives. */
export interface FixMemory {
  /** Whether a fix held, or `undefined` when it was never tried. */
  get(key: string): boolean | undefined;
  set(key: string, holds: boolean): void;
}

/** A memory for so many fixes; the oldest are forgotten first. */
export function createFixMemory(limit = 10_000): FixMemory {
  const known = new Map<string, boolean>();
  return {
    get: (key) => known.get(key),
    set(key, holds) {
      known.delete(key);
      known.set(key, holds);
      const [oldest] = known.size > limit ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
    },
  };
}
