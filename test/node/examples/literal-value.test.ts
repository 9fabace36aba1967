import { describe, expect, it } from 'vitest';
import { literalValue } from '../../../src/node/examples/literal-value.ts';

describe('values that comments state', () => {
  it.each([
    ['3', 3],
    ['-0.5e3;', -500],
    ['0xff', 255],
    ['10n', 10n],
    ["'it\\'s'", "it's"],
    ['"a\\nb"', 'a\nb'],
    ['`x`', 'x'],
    ['[1, [2], ]', [1, [2]]],
    ["{ 'a': 1, b: [null, undefined], 3: true }", { a: 1, b: [null, undefined], 3: true }],
    ['NaN', Number.NaN],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['{\n  a: 1,\n  b: 2\n}', { a: 1, b: 2 }],
  ])('reads %s', (text, value) => {
    expect(literalValue(text)).toEqual({ value });
  });

  it.each([
    'Logs `1`',
    '3 (rounded)',
    'undefined or null',
    '[1, ...]',
    'foo()',
    'new Date()',
    '`$' + '{a}`',
    '{ __proto__: 1 }',
    '[1, 2',
    '',
    '1 2',
    `${'['.repeat(200)}1${']'.repeat(200)}`,
  ])('leaves %s alone', (text) => {
    expect(literalValue(text)).toBeUndefined();
  });
});
