import type { CacheStore } from '../core/platform/index.ts';

/** How many texts are gathered at most, and for how long, in milliseconds. */
const most = 64;
const patience = 200;

/**
 * A store that keeps what it is given in the memory for a moment, and hands it on together: each write of a database by
 * itself costs as much as checking a small file. What is still gathered when the process ends is lost, which costs time only.
 */
export function gatheringCacheStore(store: CacheStore): CacheStore {
  const gathered = new Map<string, Map<string, string>>();
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  const handOn = () => {
    clearTimeout(timer);
    timer = undefined;
    count = 0;
    const areas = [...gathered];
    gathered.clear();
    for (const [area, texts] of areas) store.writeAll(area, texts);
  };
  return {
    read: (area, key) => gathered.get(area)?.get(key) ?? store.read(area, key),
    write(area, key, text) {
      const texts = gathered.get(area) ?? new Map<string, string>();
      texts.set(key, text);
      gathered.set(area, texts);
      count++;
      if (count >= most) handOn();
      else timer ??= setTimeout(handOn, patience).unref();
    },
    writeAll(area, texts) {
      handOn();
      store.writeAll(area, texts);
    },
    clear() {
      gathered.clear();
      count = 0;
      store.clear();
    },
  };
}
