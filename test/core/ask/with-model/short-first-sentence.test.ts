import { describe, expect, it } from 'vitest';
import { withShortFirstSentence } from '../../../../src/core/ask/with-model/short-first-sentence.ts';

describe('withShortFirstSentence', () => {
  it.each(['It is 48.', `It is 48. ${'And so on '.repeat(60)}`, `Yes\n${'x'.repeat(500)}`, ''])(
    'leaves a text alone whose first sentence is short',
    (text) => {
      expect(withShortFirstSentence(text)).toBe(text);
    },
  );

  it.each([
    ['words', `It is ${'very '.repeat(80)}long.`],
    ['clauses', `It is long${', and longer'.repeat(40)}.`],
    ['one word', 'x'.repeat(600)],
    ['pairs of code units', `${'x'.repeat(237)}${'😀'.repeat(60)}`],
    ['Chinese', '它很长'.repeat(200)],
  ])('breaks a first sentence of %s, and loses nothing', (_name, text) => {
    const broken = withShortFirstSentence(text);
    const [first = '', ...rest] = broken.split('\n');
    expect(first.length).toBeLessThan(240);
    expect(first.isWellFormed()).toBe(true);
    expect(`${first}${rest.join('')}`.replace('……', '').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});
