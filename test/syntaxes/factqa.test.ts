import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

let grammar: textmate.IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(await readFile(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: oniguruma.createOnigScanner,
      createOnigString: oniguruma.createOnigString,
    }),
    // Shell has a grammar of the editor's own, which isn't there outside of it.
    loadGrammar: async (scope) =>
      scope === 'text.factqa'
        ? textmate.parseRawGrammar(await readFile('syntaxes/factqa.tmLanguage.json', 'utf8'), 'x.json')
        : null,
  });
  const loaded = await registry.loadGrammar('text.factqa');
  if (loaded === null) throw new Error('the grammar does not load');
  grammar = loaded;
});

/** The tokens of a sheet with the last of their scopes, without the language's name; plain text is left out. */
function tokensOf(sheet: string): readonly string[] {
  let state = textmate.INITIAL;
  return sheet.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = (scopes.at(-1) ?? '').replace(/\.?factqa$/, '');
      const text = line.slice(startIndex, endIndex).trim();
      return scope === 'text' || text === '' ? [] : [`${text} · ${scope}`];
    });
  });
}

describe('the grammar of question sheets', () => {
  it('tells keys, questions, answers and their aliases', () => {
    expect(tokensOf('# note\nlanguage: python\nQ: Which day?\nA: one | two\\|x')).toEqual([
      '# note · comment.line.number-sign',
      'language · keyword.other.header',
      ': · punctuation.separator.key-value',
      'python · constant.other.header',
      'Q · keyword.control.question',
      ': · punctuation.separator.key-value',
      'Which day? · entity.name.section.question',
      'A · keyword.control.answer',
      ': · punctuation.separator.key-value',
      'one · string.unquoted.answer',
      '| · keyword.operator.alias',
      'two · string.unquoted.answer',
      '\\| · constant.character.escape',
      'x · string.unquoted.answer',
    ]);
  });

  it('takes the last arrow of a check for its output, and indented lines for its own', () => {
    expect(tokensOf('check:\n  node -p "(a => a)(1)" => 1\nid: x')).toEqual([
      'check · entity.other.attribute-name',
      ': · punctuation.separator.key-value',
      'node -p "(a => a)(1)" · meta.embedded.line.shell',
      '=> · keyword.operator.arrow',
      '1 · constant.other.output',
      'id · entity.other.attribute-name',
      ': · punctuation.separator.key-value',
      'x · variable.other',
    ]);
  });

  it('reads full-width colons and capitals, and marks keys that nobody knows', () => {
    expect(tokensOf('Q：哪个？\nDomain: x\nchek: y\n')).toEqual([
      'Q · keyword.control.question',
      '： · punctuation.separator.key-value',
      '哪个？ · entity.name.section.question',
      'Domain · keyword.other.header',
      ': · punctuation.separator.key-value',
      'x · constant.other.header',
      'chek: · invalid.illegal.key',
    ]);
  });

  it('finds nothing unknown in the starter set', async () => {
    const tokens = tokensOf(await readFile('questions/starter.factqa', 'utf8'));
    expect(tokens.filter((token) => token.includes('· invalid'))).toEqual([]);
    expect(tokens.filter((token) => token === 'Q · keyword.control.question')).toHaveLength(80);
  });
});
