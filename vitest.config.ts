import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/integration/**', 'test/e2e/**', 'test/browser/**', 'test/model/**', 'test/fixtures/**'],
    // What tests find out is kept apart from the user's own cache.
    env: { FACTPROBE_CACHE_DIR: join(tmpdir(), 'factprobe-tests') },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
