import { describe, expect, it } from 'vitest';
import { firstSentence } from '../../src/extension/answers/first-sentence.ts';

describe('the short answer', () => {
  it.each([
    ['The default is 4. It is read from the declaration.', 'The default is 4.'],
    ['The default is 1.5 seconds, e.g. for tests. More.', 'The default is 1.5 seconds, e.g. for tests.'],
    ['attempts 的默认值是 4。它来自声明。', 'attempts 的默认值是 4。'],
    ['One\nline only', 'One line only'],
    ['', ''],
  ])('of %j is %j', (text, expected) => {
    expect(firstSentence(text)).toBe(expected);
  });

  it('is cut where it is too long for a line of code', () => {
    const short = firstSentence('a'.repeat(1000));
    expect(short).toHaveLength(240);
    expect(short.endsWith('…')).toBe(true);
  });
});
