import { describe, expect, it } from 'vitest';
import { commentedQuestion } from '../../src/extension/answers/commented-question.ts';
import { checkedLanguageIds } from '../../src/extension/languages.ts';

describe('a question as a comment', () => {
  it.each([
    ['typescript', '  //? default of attempts in retry', '  // '],
    ['python', '\t#? default of attempts in retry ', '\t# '],
    ['php', '#?default of attempts in retry', '# '],
    ['php', '//？ default of attempts in retry', '// '],
  ])('in %s: %s', (language, line, start) => {
    expect(commentedQuestion(line, language)).toEqual({
      question: 'default of attempts in retry',
      start,
    });
  });

  it('has a mark in every language that is checked', () => {
    for (const language of checkedLanguageIds) {
      const found = ['//? x', '#? x'].filter((line) => commentedQuestion(line, language) !== undefined);
      expect(found.length, language).toBeGreaterThan(0);
    }
  });

  it.each([
    ['typescript', '//?'],
    ['typescript', '//? '],
    ['typescript', '// ? is it so'],
    ['typescript', '// is it so?'],
    ['typescript', 'const a = b; //? c'],
    ['typescript', '#? default of attempts in retry'],
    ['python', '//? default of attempts in retry'],
    ['plaintext', '//? default of attempts in retry'],
    ['typescript', ''],
  ])('is none in %s: %s', (language, line) => {
    expect(commentedQuestion(line, language)).toBeUndefined();
  });
});
