import { describe, expect, it } from 'vitest';
import { createRestartLimit } from '../../src/extension/server/restart-limit.ts';

const minute = 60_000;

describe('the restarts of the server', () => {
  it('end with the fifth crash within three minutes', () => {
    const limit = createRestartLimit();
    const allowed = [0, 1, 2, 3, 4].map((second) => limit.allows(second * 1000));
    expect(allowed).toEqual([true, true, true, true, false]);
  });

  it('go on when crashes are rare', () => {
    const limit = createRestartLimit();
    const allowed = [0, 1, 2, 3, 4, 5, 6].map((count) => limit.allows(count * minute));
    expect(allowed).not.toContain(false);
  });
});
