import { checkSource } from '../../src/core/claims/index.ts';
import { neverCancelled } from '../../src/core/platform/index.ts';
import { createSyntaxParser, languageById, type WasmSource } from '../../src/core/source/index.ts';

// Bundled for a browser by the test beside it: core as it is, on what a browser has.
const fetched: WasmSource = async (name) => {
  const file = name === 'runtime' ? 'tree-sitter.wasm' : `tree-sitter-${name}.wasm`;
  const response = await fetch(`/${file}`);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.bytes();
};

async function contradictedClaims(languageId: string, text: string) {
  const language = languageById(languageId);
  if (language === undefined) throw new Error(`no language ${languageId}`);
  // Fingerprints are not looked at here, and a browser's own sha256 can't be had at once.
  const tools = { parser: await createSyntaxParser(fetched), sha256: () => 'unused' };
  const request = { text, path: '/file', language, cancellation: neverCancelled };
  const { findings } = await checkSource(tools, request);
  return findings
    .filter(({ verdict }) => verdict === 'contradicted')
    .map(({ claim, kind, message, evidence, fix }) => ({ claim, kind, message, evidence, fix }));
}

Object.assign(globalThis, { contradictedClaims });
