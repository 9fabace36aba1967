import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

/**
 * Bundles the extension in pieces, each of which is read when it is first needed: its entries, and what `import()` loads in
 * `OUTDIR/extension/`. esbuild splits ES modules alone, and the editor's own module is found by `require`: so each piece
 * becomes CommonJS afterwards.
 */
export async function bundleExtension(options: BuildOptions): Promise<void> {
  const { outputFiles = [] } = await build({
    ...options,
    format: 'esm',
    splitting: true,
    chunkNames: 'extension/[name]-[hash]',
    plugins: [editorAsItIs],
    sourcemap: options.sourcemap === false ? false : 'inline',
    write: false,
  });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      ...(options.target === undefined ? {} : { target: options.target }),
      minifyWhitespace: options.minifyWhitespace === true,
      minifySyntax: options.minifySyntax === true,
      sourcemap: options.sourcemap === false ? false : 'inline',
      supported: { 'dynamic-import': false },
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
  }
}

const editor = 'vscode';
const wholeEditor = "import * as vscode from 'vscode';";

/** The editor's interface, asked for once: esbuild would copy its hundreds of names for every file that imports it. */
const editorAsItIs: Plugin = {
  name: 'editor-as-it-is',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]src[\\/]extension[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(wholeEditor, "const vscode = require('vscode');"),
      loader: 'ts',
    }));
    bundle.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === editor ? { path: editor, external: true } : { path: editor, namespace: editor },
    );
    bundle.onLoad({ filter: /^vscode$/, namespace: editor }, () => ({
      contents: "module.exports = require('vscode');",
    }));
  },
};
