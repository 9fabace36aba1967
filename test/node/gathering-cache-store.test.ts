import { expect, it, vi } from 'vitest';
import { type CacheStore, createMemoryCacheStore } from '../../src/core/platform/index.ts';
import { gatheringCacheStore } from '../../src/node/gathering-cache-store.ts';

/** A store, what gathers before it, and how often something was handed on. */
function openStores() {
  const behind = createMemoryCacheStore();
  const handedOn: number[] = [];
  const counting: CacheStore = {
    ...behind,
    writeAll(area, texts) {
      handedOn.push(texts.size);
      behind.writeAll(area, texts);
    },
  };
  return { behind, handedOn, gathering: gatheringCacheStore(counting) };
}

it('answers what it has gathered, and what was kept before', () => {
  const { behind, gathering } = openStores();
  behind.write('brief', 'old', 'kept');
  gathering.write('brief', 'new', 'gathered');
  expect(gathering.read('brief', 'old')).toBe('kept');
  expect(gathering.read('brief', 'new')).toBe('gathered');
  expect(behind.read('brief', 'new')).toBeUndefined();
});

it('hands many texts on together', () => {
  const { behind, handedOn, gathering } = openStores();
  for (let i = 0; i < 64; i++) gathering.write('brief', `${i}`, 'text');
  expect(handedOn).toEqual([64]);
  expect(behind.read('brief', '63')).toBe('text');
});

it('hands on by itself after a moment', () => {
  vi.useFakeTimers();
  try {
    const { behind, gathering } = openStores();
    gathering.write('brief', 'one', 'text');
    vi.runAllTimers();
    expect(behind.read('brief', 'one')).toBe('text');
  } finally {
    vi.useRealTimers();
  }
});

it('forgets what it has gathered, too', () => {
  const { behind, gathering } = openStores();
  gathering.write('brief', 'one', 'text');
  gathering.clear();
  expect(gathering.read('brief', 'one')).toBeUndefined();
  gathering.writeAll('brief', new Map([['two', 'text']]));
  expect(behind.read('brief', 'one')).toBeUndefined();
  expect(behind.read('brief', 'two')).toBe('text');
});
