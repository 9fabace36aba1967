import { expect, it } from 'vitest';
import { RememberedValues } from '../../../src/core/platform/index.ts';

/** The keys of two owners for which a value was made when they were asked for in this order. */
function made(most: number | undefined, ...asked: readonly (readonly [owner: 'a' | 'b', key: string])[]) {
  const values = new RememberedValues<{ readonly key: string }>(most);
  const owners = { a: {}, b: {} };
  const keys: string[] = [];
  for (const [owner, key] of asked) {
    const value = values.get(owners[owner], key, () => {
      keys.push(`${owner} ${key}`);
      return { key };
    });
    expect(value.key).toBe(key);
  }
  return keys;
}

it('makes a value once for each owner and key', () => {
  expect(made(undefined, ['a', 'x'], ['a', 'y'], ['b', 'x'], ['a', 'x'], ['b', 'x'])).toEqual([
    'a x',
    'a y',
    'b x',
  ]);
});

it('forgets the values of an owner that has too many of them', () => {
  expect(made(2, ['a', 'x'], ['b', 'x'], ['a', 'y'], ['a', 'z'], ['a', 'x'], ['b', 'x'])).toEqual([
    'a x',
    'b x',
    'a y',
    'a z',
    'a x',
  ]);
});
