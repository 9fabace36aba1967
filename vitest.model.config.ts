import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests against a real model on a real server: `npm run test:model`.
export default defineConfig({
  test: {
    include: ['test/model/**/*.test.ts'],
    globalSetup: ['test/model/support/served-model.ts'],
    env: { FACTPROBE_CACHE_DIR: join(tmpdir(), 'factprobe-tests') },
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 60_000,
  },
});
