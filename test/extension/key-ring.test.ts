import { describe, expect, it } from 'vitest';
import { createKeyRing } from '../../src/extension/endpoints/key-ring.ts';
import { createMemoryState } from '../support/memory-state.ts';

const here = 'http://localhost:8000/v1';
const there = 'https://models.example.com/v1';

describe('a key', () => {
  it('is given for its own URL only', async () => {
    const { memory, secrets } = createMemoryState();
    const keys = createKeyRing(secrets, memory);
    await keys.keep(here, 'sk-1');
    expect(await keys.keyOf(here)).toBe('sk-1');
    expect(await keys.keyOf(there)).toBeUndefined();
    expect(await keys.keyOf('http://localhost:8000/v2')).toBeUndefined();
  });

  it('is replaced, and forgotten for good', async () => {
    const { memory, secrets, keptSecrets } = createMemoryState();
    const keys = createKeyRing(secrets, memory);
    await keys.keep(here, 'sk-1');
    await keys.keep(there, 'sk-2');
    await keys.keep(here, 'sk-3');
    expect(keys.urls()).toEqual([there, here]);
    await keys.forget(here);
    expect(keys.urls()).toEqual([there]);
    expect(await keys.keyOf(here)).toBeUndefined();
    expect(keptSecrets()).toEqual(['sk-2']);
  });
});
