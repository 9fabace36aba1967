import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CheckTools } from '../../src/core/claims/index.ts';
import { createSyntaxParser, type SyntaxParser, type WasmSource } from '../../src/core/source/index.ts';
import { sha256 } from '../../src/node/hash.ts';

const require = createRequire(import.meta.url);
const grammars = join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');
const runtime = require.resolve('web-tree-sitter/web-tree-sitter.wasm');

/** Grammars with a package of their own. */
const own: Readonly<Record<string, string>> = {
  c: require.resolve('tree-sitter-c/tree-sitter-c.wasm'),
  kotlin: require.resolve('@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm'),
};

/** The parser's WebAssembly out of the installed packages. */
export const installedWasm: WasmSource = (name) =>
  readFile(name === 'runtime' ? runtime : (own[name] ?? join(grammars, `tree-sitter-${name}.wasm`)));

let parser: Promise<SyntaxParser> | undefined;

/** One real parser for all tests of a file. */
export function testParser(): Promise<SyntaxParser> {
  parser ??= createSyntaxParser(installedWasm);
  return parser;
}

/** What checks need, all of it real. */
export async function checkTools(): Promise<CheckTools> {
  return { parser: await testParser(), sha256 };
}
