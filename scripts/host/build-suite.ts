import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the suite that runs inside an editor: `index.cjs`, which an extension host is told to run, and one file
 * for each `*.test.ts` beside it. Gives the path of the first.
 */
export async function buildSuite(): Promise<string> {
  const from = 'test/integration';
  const to = resolve('out/integration');
  await rm(to, { recursive: true, force: true });
  const tests = (await readdir(from)).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => join(from, name)),
    outdir: to,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(to, 'index.cjs');
}
