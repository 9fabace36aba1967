import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WasmSource } from '../core/source/index.ts';

/** The parser's WebAssembly out of a folder: `tree-sitter.wasm` and `tree-sitter-<grammar>.wasm`. */
export function wasmFolder(folder: string): WasmSource {
  return (name) =>
    readFile(join(folder, name === 'runtime' ? 'tree-sitter.wasm' : `tree-sitter-${name}.wasm`));
}
