import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** A language with nothing but comments and docstrings, which the marks are injected to. */
const host = {
  scopeName: 'source.host',
  patterns: [
    { begin: '//|#', end: '$', name: 'comment.line.host' },
    { begin: '/\\*', end: '\\*/', name: 'comment.block.host' },
    { begin: '"""', end: '"""', name: 'string.quoted.docstring.multi.host' },
  ],
};

let grammar: textmate.IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(await readFile(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: oniguruma.createOnigScanner,
      createOnigString: oniguruma.createOnigString,
    }),
    getInjections: (scope) => (scope === 'source.host' ? ['comment.factprobe-marks'] : []),
    loadGrammar: async (scope) =>
      textmate.parseRawGrammar(
        scope === 'source.host'
          ? JSON.stringify(host)
          : await readFile('syntaxes/marks.tmLanguage.json', 'utf8'),
        'x.json',
      ),
  });
  const loaded = await registry.loadGrammar('source.host');
  if (loaded === null) throw new Error('the grammar does not load');
  grammar = loaded;
});

/** The words of a text that the marks' grammar has a scope for, with its name without the product's. */
function markedIn(text: string): readonly string[] {
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = scopes.at(-1) ?? '';
      if (!scope.endsWith('.factprobe')) return [];
      return [`${line.slice(startIndex, endIndex)} · ${scope.replace('.factprobe', '')}`];
    });
  });
}

const mark = 'keyword.control.mark';
const kind = 'support.constant.kind';
const fingerprint = 'constant.numeric.fingerprint';

describe('a mark in a comment', () => {
  it.each([
    ['// factprobe-ignore', [`factprobe-ignore · ${mark}`]],
    ['# factprobe-ignore-file', [`factprobe-ignore-file · ${mark}`]],
    ['// factprobe-ignore-line', [`factprobe-ignore-line · ${mark}`]],
    ['// factprobe-ignore default', [`factprobe-ignore · ${mark}`, `default · ${kind}`]],
    [
      '// factprobe-ignore-next-line default, parameter-name -- generated',
      [`factprobe-ignore-next-line · ${mark}`, `default, parameter-name · ${kind}`],
    ],
    [
      '// factprobe-accurate 0123456789abcdef',
      [`factprobe-accurate · ${mark}`, `0123456789abcdef · ${fingerprint}`],
    ],
    [
      '// factprobe-ignore default 0123456789abcdef',
      [`factprobe-ignore · ${mark}`, `default · ${kind}`, `0123456789abcdef · ${fingerprint}`],
    ],
    ['/*\n * factprobe-ignore returns */', [`factprobe-ignore · ${mark}`, `returns · ${kind}`]],
    ['"""Tides.\n\nfactprobe-accurate\n"""', [`factprobe-accurate · ${mark}`]],
  ])('%j is coloured', (text, expected) => {
    expect(markedIn(text)).toEqual(expected);
  });

  it.each(['factprobe-ignore', '// factprobe-ignored', '// my-factprobe-ignore', '// factprobe'])(
    '%j is none',
    (text) => {
      expect(markedIn(text)).toEqual([]);
    },
  );
});
