import { describe, expect, it } from 'vitest';
import { comparedValues } from '../../../src/node/examples/compared-values.ts';

class Point {
  readonly x = 1;
}

const loop: { self?: unknown } = {};
loop.self = loop;

describe('what comes back beside what a comment states', () => {
  it.each<[string, unknown, unknown]>([
    ['equal structures', { a: [1, { b: 'c' }] }, { a: [1, { b: 'c' }] }],
    ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['zeros of either sign', -0, 0],
    ['holes', Object.assign(new Array(3), { 0: 1, 2: 3 }), [1, undefined, 3]],
    ['an instance whose properties are shown', new Point(), { x: 1 }],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ['NaN', Number.NaN, Number.NaN],
  ])('takes %s for the same', (_name, actual, expected) => {
    expect(comparedValues(actual, expected)).toBe('same');
  });

  it.each<[string, unknown, unknown]>([
    ['the last digits', 0.1 + 0.2, 0.3],
    ['rounding', [0.3333333], [0.333]],
    ['the order of items', [3, 1, 2], [1, 2, 3]],
    ['properties without a value', { a: 1, b: undefined }, { a: 1 }],
    ['null and undefined', null, undefined],
    ['a text and a number that read the same', '5', 5],
    ['a function', () => 1, 1],
    ['an instance of a class', new Point(), { x: 2 }],
    ['a map', new Map([[1, 2]]), {}],
    ['what holds itself', loop, { self: 1 }],
  ])('doubts %s', (_name, actual, expected) => {
    expect(comparedValues(actual, expected)).toBe('doubtful');
  });

  it.each<[string, unknown, unknown]>([
    ['numbers', 4, 5],
    ['texts', 'a', 'b'],
    ['truth', false, true],
    ['lengths', [1, 2], [1]],
    ['properties', { a: 1 }, { a: 2 }],
    ['kinds', [], {}],
  ])('tells %s apart', (_name, actual, expected) => {
    expect(comparedValues(actual, expected)).toBe('different');
  });
});
