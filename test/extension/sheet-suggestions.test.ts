import { describe, expect, it } from 'vitest';
import { sheetSuggestions } from '../../src/extension/sheets/sheet-suggestions.ts';

const known = {
  outline: { questions: [], problems: [], domains: ['Standard library / dates'] },
  languages: ['python', 'typescript', 'javascript', 'csharp'],
  today: '2030-12-31',
};
const texts = (before: string) => sheetSuggestions({ before, ...known }).map(({ text }) => text);

describe('what may be written in a question sheet', () => {
  it('is a key at the beginning of a line', () => {
    const keys =
      'Q: ,A: ,check: ,source: ,id: ,cluster: ,language: ,human-language: ,domain: ,freshness: ,as-of: ';
    expect(texts('').join()).toBe(keys);
    expect(texts('lan').join()).toBe(keys);
  });

  it.each([
    ['language: ', ['c-sharp', 'javascript', 'python']],
    ['Language：py', ['c-sharp', 'javascript', 'python']],
    ['human-language:', ['en', 'zh']],
    ['freshness: s', ['stable', 'fresh']],
    ['as-of: ', ['2030-12-31']],
    ['domain: ', ['Standard library / dates']],
    ['A: ', []],
    ['Q: What is', []],
    ['  lan', []],
    ['# lan', []],
  ])('is a value behind a header: %s', (before, values) => {
    expect(texts(before)).toEqual(values);
  });
});
