import { describe, expect, it } from 'vitest';
import { checkSource, createFixMemory } from '../../../src/core/claims/index.ts';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { languageById, type SyntaxParser } from '../../../src/core/source/index.ts';
import { checkTools } from '../../support/tools.ts';

const language = languageById('javascript');
const first = '/** @param {number} [a=3] b */\nfunction f(a = 5) { return a }\n';
const second = '/**\n * @param {number} [c=3] d\n * @returns {number} e\n */\nfunction g(c = 5) { h(c) }\n';
const text = `${first}${second}`;

/** Checks texts one after the other with one memory; how often the parser was given a whole text. */
async function typed(...texts: readonly string[]) {
  if (language === undefined) throw new Error('no JavaScript');
  const tools = await checkTools();
  let parsed = 0;
  const parser: SyntaxParser = {
    ...tools.parser,
    parse: (grammar, one, cancellation) => {
      if (one.includes('function f')) parsed++;
      return tools.parser.parse(grammar, one, cancellation);
    },
  };
  const remembering = { ...tools, parser, fixes: createFixMemory() };
  const counts: number[] = [];
  for (const one of texts) {
    const request = { text: one, path: '/a.js', language, cancellation: neverCancelled };
    const before = parsed;
    const findings = (await checkSource(remembering, request)).findings;
    counts.push(parsed - before);
    expect(findings).toEqual((await checkSource(tools, request)).findings);
    expect(findings.some(({ fix }) => fix !== null)).toBe(true);
  }
  return counts;
}

describe('fixes that were tried', () => {
  it('are offered again without a trial while their comment and proof stay', async () => {
    expect(await typed(text, `${text}\nx`, `// new\n${text}`, text.replace('return a', 'return  a'))).toEqual(
      [2, 1, 1, 1],
    );
  });

  it('are tried again when the comment or the proof changes', async () => {
    expect(await typed(text, text.replace('[a=3] b', '[a=3] bb'), text.replace('c = 5', 'c = 6'))).toEqual([
      2, 2, 2,
    ]);
  });

  it('are forgotten one by one, the oldest first', () => {
    const memory = createFixMemory(2);
    memory.set('a', true);
    memory.set('b', false);
    memory.set('a', true);
    memory.set('c', true);
    expect(['a', 'b', 'c'].map(memory.get)).toEqual([true, undefined, true]);
  });
});
