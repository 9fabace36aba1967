import { defineConfig } from 'vitest/config';

// Tests that need a browser or an editor: `npm run test:browser`, `npm run test:ui`.
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts', 'test/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
