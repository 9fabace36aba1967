import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../support/claims.ts';

const expectQuiet = quietOf('async');

describe('documented asynchrony, in JSDoc', () => {
  it('contradicts a tag over a function that hands back plain values', async () => {
    const source = (tag: string) => `/**\n * Counts.\n${tag} */\nfunction count(a) { return a.length + 1; }`;
    await expectContradicted(
      'javascript',
      source(' * ⟦@async⟧\n'),
      'count is not async and hands back nothing that can be awaited.',
    );
    expect(await fixed('javascript', source(' * @async\n'))).toBe(source(''));
  });

  it('contradicts a promise in prose', async () => {
    await expectContradicted(
      'typescript',
      '/** Counts and ⟦returns a promise⟧. */\nexport function count(a: string): number { return 1 + 2; }',
      'count is not async and hands back nothing that can be awaited.',
    );
  });

  it('contradicts an async generator that is a plain one', async () => {
    await expectContradicted(
      'javascript',
      '/** ⟦@returns {AsyncGenerator<number>}⟧ */\nfunction* numbers() { yield 1; }',
      'numbers is not an async generator.',
    );
  });

  it.each([
    ['an async function', '@async', 'async function f() { return 1; }', 'supported'],
    ['a returned promise', '@async', 'function f() { return Promise.resolve(1); }', 'supported'],
    ['an async generator', '@returns {AsyncGenerator}', 'async function* f() { yield 1; }', 'supported'],
    ['a call that may return a promise', '@async', 'function f() { return g(); }', 'unverified'],
    ['a function that takes a callback', '@async', 'function f(cb) { cb(null, 1); }', 'unverified'],
    ['a function that starts a timer', '@async', 'function f() { setTimeout(g, 10); h(); }', 'unverified'],
    ['a thenable object', '@async', 'function f() { return { then() {} }; }', 'unverified'],
    ['a stub', '@async', 'function f() { throw new Error("later"); }', 'unverified'],
    ['an abstract method', '@abstract\n * @async', 'function f() { return 1; }', 'unverified'],
    [
      'words that depend on something',
      'Returns a promise if asked.',
      'function f() { return 1; }',
      'unverified',
    ],
    ['words that deny it', 'It never returns a promise.', 'function f() { return 1; }', 'unverified'],
    ['an argument', 'Takes what returned a promise.', 'function f() { return 1; }'],
  ])('stays quiet on %s', async (_name, words, code, ...verdicts) => {
    await expectQuiet('javascript', `/**\n * ${words}\n */\n${code}`, ...verdicts);
  });

  it('stays quiet on an overload', async () => {
    const code = 'function f(a: string): number;\nfunction f(a: number): number { return 1; }';
    await expectQuiet('typescript', `/** @async */\n${code}`, 'unverified');
  });
});

describe('documented asynchrony, in docstrings', () => {
  const source = (claim: string, body: string, head = 'def f(a):') =>
    `${head}\n    """F.\n\n    ${claim}\n    """\n    ${body}\n`;

  it('contradicts a coroutine that is a plain function', async () => {
    await expectContradicted(
      'python',
      source('⟦This function is a coroutine⟧.', 'return [a]'),
      'f is not async and hands back nothing that can be awaited.',
    );
  });

  it.each([
    ['a list or nothing', 'if a:\n        return None\n    return [a]', 'def f(a):'],
    ['a part of itself', 'return (g, self.a)', 'def f(self):'],
    ['nothing, after it asked for the next of something', 'a = next(a)', 'def f(a):'],
  ])('contradicts a coroutine that hands back %s', async (_name, body, head) => {
    await expectContradicted(
      'python',
      source('⟦This function is a coroutine⟧.', body, head),
      'f is not async and hands back nothing that can be awaited.',
    );
  });

  it('contradicts a coroutine that hands back a dictionary', async () => {
    await expectContradicted(
      'python',
      source('⟦This function is a coroutine⟧.', 'return {"a": a}'),
      'f is not async and hands back nothing that can be awaited.',
    );
  });

  it('takes no word of a comment for what the code does', async () => {
    await expectContradicted(
      'python',
      source('⟦This function is a coroutine⟧.', '# then goes on\n    return [a]'),
      'f is not async and hands back nothing that can be awaited.',
    );
  });

  it('contradicts an async generator that is a plain one', async () => {
    await expectContradicted(
      'python',
      source('Returns:\n        ⟦An async generator of lines.⟧', 'yield a'),
      'f is not an async generator.',
    );
  });

  it.each([
    ['a coroutine', 'This function is a coroutine.', 'return [a]', 'async def f(a):', 'supported'],
    ['an async generator', 'Returns an async generator.', 'yield a', 'async def f(a):', 'supported'],
    [
      'a coroutine of a decorator',
      'This is it. This function is a coroutine.',
      'return [a]',
      '@coroutine\ndef f(a):',
      'unverified',
    ],
    ['an awaitable from elsewhere', 'Returns an awaitable.', 'return g(a)', 'def f(a):', 'unverified'],
    [
      'an object that is its own awaitable',
      'Returns an awaitable.',
      'return self',
      'def f(self):',
      'unverified',
    ],
    [
      'words that deny it over two lines',
      'It no\n    longer returns a coroutine.',
      'f = a',
      'def f(a):',
      'unverified',
    ],
    ['a future', 'Returns a coroutine.', 'return [asyncio.ensure_future(a)]', 'def f(a):', 'unverified'],
  ])('stays quiet on %s', async (_name, claim, body, head, verdict) => {
    await expectQuiet('python', source(claim, body, head), verdict);
  });
});
