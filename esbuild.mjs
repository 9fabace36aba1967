// Bundles everything that runs into dist/: the extension, the language server, its worker, the server for agents, the command line and
// the scripts of the web views, with the parser's WebAssembly, our own questions and the schema of a
// project's settings beside them.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleExtension } from './scripts/bundle-extension.ts';
import { projectJsonSchema } from './scripts/project-schema.ts';

const dist = 'dist';
const production = !process.argv.includes('--development');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  sourcemap: production ? false : 'linked',
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...shared,
  // Stacks in bug reports stay readable. Keeping the names of shortened functions would cost a call for each one that is made.
  minify: false,
  minifyWhitespace: production,
  minifySyntax: production,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  outExtension: { '.js': '.cjs' },
  outdir: dist,
  external: ['vscode'],
  // CommonJS has its own name for the folder of the running file.
  define: { 'import.meta.dirname': '__dirname' },
  // Its ES module finds itself by import.meta, which a CommonJS bundle doesn't have.
  alias: { 'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs' },
};

const wasm = [
  ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter.wasm'],
  ...[
    'javascript',
    'typescript',
    'tsx',
    'python',
    'java',
    'c-sharp',
    'php',
    'go',
    'rust',
    'cpp',
    'ruby',
    'bash',
  ].map((grammar) => [
    `@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`,
    `tree-sitter-${grammar}.wasm`,
  ]),
  ['tree-sitter-c/tree-sitter-c.wasm', 'tree-sitter-c.wasm'],
  ['@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm', 'tree-sitter-kotlin.wasm'],
];

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await Promise.all([
  bundleExtension({ ...node, entryPoints: { extension: 'src/extension/main.ts' } }),
  build({
    ...node,
    entryPoints: {
      server: 'src/server/main.ts',
      worker: 'src/server/worker.ts',
      mcp: 'src/server/mcp.ts',
      'run-examples': 'src/node/examples/run-examples.ts',
    },
  }),
  build({ ...node, entryPoints: { cli: 'src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } }),
  build({
    ...shared,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/webview/answer.ts', 'src/webview/run.ts'],
    outdir: join(dist, 'webview'),
  }),
  ...wasm.map(([from, to]) => copyFile(join('node_modules', from), join(dist, to))),
  copyFile('src/node/examples/run-doctests.py', join(dist, 'run-doctests.py')),
  copyFile('questions/starter.factqa', join(dist, 'starter.factqa')),
  writeFile(join(dist, 'project.schema.json'), projectJsonSchema()),
]);
