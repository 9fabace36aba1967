import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a suite that runs inside an editor: `index.cjs`, which an extension host is told to run, and one file
 * for each `*.test.ts` of a folder beside it. Gives the path of the first.
 */
export async function buildSuite(from = 'test/integration'): Promise<string> {
  const to = resolve('out', from.replace('test/', ''));
  await rm(to, { recursive: true, force: true });
  const tests = (await readdir(from)).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: ['test/integration/index.ts', ...tests.map((name) => join(from, name))],
    outdir: to,
    entryNames: '[name]',
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
