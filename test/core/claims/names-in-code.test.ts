import { describe, expect, it } from 'vitest';
import { namesInCode } from '../../../src/core/claims/names-in-code.ts';

function declaredIn(text: string): readonly string[] {
  return [...namesInCode(text).declared];
}

describe('names in code', () => {
  it('reads each word once, in any alphabet', () => {
    const { words } = namesInCode('größe = 漢字 + $a._b2 + größe + 𝒳 + 3e5 + "a word"');
    expect([...words]).toEqual(['größe', '漢字', '$a', '_b2', '𝒳', 'e5', 'a', 'word']);
  });

  it('tells words apart that have the same hash', () => {
    expect([...namesInCode('Aa BB AaAa BBBB AaBB Aa').words]).toEqual(['Aa', 'BB', 'AaAa', 'BBBB', 'AaBB']);
  });

  it.each([
    ['def moor(ship): pass', ['moor']],
    ['class Pier\n  def  dock', ['Pier', 'dock']],
    ['function* tides', ['tides']],
    ['function *tides', []],
    ['const\n  knots', ['knots']],
    ['x.sail + sail', ['sail']],
    ['anchor : int; rope  = 3', ['anchor', 'rope']],
    ['type let x', ['let']],
    ['@ Hook, @Tide', ['Hook']],
    ['$def buoy', []],
    ['moor ship', []],
  ])('finds what %j declares', (text, names) => {
    expect(declaredIn(text)).toEqual(names);
  });
});
