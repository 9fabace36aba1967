import { describe, expect, it } from 'vitest';
import { docCommentsOf, quotesOf, shownDoc } from '../../support/doc-comments.ts';

/** The comment over a function, with CRLF, tabs and astral characters before and in it. */
async function expectDoc(lines: readonly string[], ...shown: readonly string[]): Promise<void> {
  const comment = ['/**', ...lines.map((line) => `\t * ${line}`), '\t */'].join('\r\n');
  const text = `const NAME = '😀漢';\r\n\t${comment}\r\n\tfunction f(a, b) { return a; }\r\n`;
  const [doc] = await docCommentsOf('typescript', text);
  if (doc === undefined) throw new Error('no comment was read');
  for (const { text: words, span } of quotesOf(doc)) expect(text.slice(span.start, span.end)).toBe(words);
  expect([doc.format, ...shownDoc(doc)]).toEqual(['jsdoc', ...shown]);
}

describe('JSDoc and TSDoc', () => {
  it('reads parameters with types and defaults', () =>
    expectDoc(
      ['Sends 😀.', '@param {string} a Where 漢字,', '  on two lines.', '@param {number} [b=10] How often.'],
      'param a: string | Where 漢字, on two lines.',
      'param b?: number = 10 | How often.',
    ));

  it('reads TSDoc, links left as they are written', () =>
    expectDoc(
      ['Sends.', '@remarks', 'See {@link Pool}.', '@param a - Where.', '@defaultValue `10`'],
      'param a | - Where.',
      'tag remarks | See {@link Pool}.',
      'tag defaultvalue | `10`',
    ));

  it('reads what is thrown, with a type or without', () =>
    expectDoc(
      ['@throws {RangeError} If not.', '@throws errors.TimeoutError when slow', '@exception If closed.'],
      'raises RangeError | If not.',
      'raises errors.TimeoutError | errors.TimeoutError when slow',
      'raises | If closed.',
    ));

  it('reads what is yielded and handed back', () =>
    expectDoc(
      ['@yields {number} One each.', '@returns {Promise<string>} The rest.', '@deprecated Use g.'],
      'returns Promise<string> | The rest.',
      'yields number | One each.',
      'tag deprecated | Use g.',
    ));
});
