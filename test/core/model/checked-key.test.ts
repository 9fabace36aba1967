import { describe, expect, it } from 'vitest';
import { checkedKey, createModelServer } from '../../../src/core/model/index.ts';
import { FactprobeError } from '../../../src/core/platform/index.ts';

describe('a key', () => {
  it.each([
    ['sk-abc_123.XYZ~/+=', 'sk-abc_123.XYZ~/+='],
    [' sk-1\n', 'sk-1'],
    ['', ''],
    ['  ', ''],
  ])('is %j without the space around it', (given, key) => {
    expect(checkedKey(given)).toBe(key);
  });

  it.each(['two words', 'line\nbreak', 'line\rbreak', 'schlüssel', '密钥', 'a\u0000b'])(
    'is refused as %j, by a sentence that does not repeat it',
    (given) => {
      const connect = () =>
        createModelServer({
          endpoint: { baseUrl: 'http://localhost:1/v1', apiKey: given },
          fetch,
          clock: () => 0,
        });
      for (const run of [() => checkedKey(given), connect]) {
        expect(run).toThrow(FactprobeError);
        expect(run).not.toThrow(given);
      }
    },
  );
});
