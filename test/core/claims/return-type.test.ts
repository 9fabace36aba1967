import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../support/claims.ts';

const expectQuiet = quietOf('return-type');

describe('documented types of what comes back, in JSDoc', () => {
  it('contradicts a type that is not the annotation’s', async () => {
    const source = (type: string) =>
      `/** @returns {${type}} B. */\nexport function f(a: B): boolean { return g(a); }`;
    await expectContradicted(
      'typescript',
      source('⟦string⟧'),
      'f hands back something else than string: boolean',
    );
    expect(await fixed('typescript', source('string'))).toBe(source('boolean'));
  });

  it('contradicts the type that a promise is for', async () => {
    await expectContradicted(
      'typescript',
      '/** @returns {⟦Promise<string>⟧} B. */\nasync function f(): Promise<number[]> { return g(); }',
      'f hands back something else than Promise<string>: Promise<number[]>',
    );
  });

  it('contradicts a type that no returned value has', async () => {
    await expectContradicted(
      'javascript',
      '/** @returns {⟦string⟧} B. */\nfunction f(a) { if (a) return !a; return a > 1; }',
      'f hands back something else than string: return !a;',
    );
    await expectContradicted(
      'javascript',
      '/** @returns {⟦Array⟧} B. */\nconst f = (a) => `a`;',
      'f hands back something else than Array: `a`',
    );
  });

  it.each([
    ['both sides of a conjunction', 'return !!a && (a > 1 || a === c);'],
    ['tests of a pattern', 'return reDigits.test(a) && /x/i.test(a);'],
  ])('contradicts a text where %s are true or false', async (_name, body) => {
    await expectContradicted(
      'javascript',
      `/** @returns {⟦string⟧} B. */\nfunction f(a, c) { ${body} }`,
      `f hands back something else than string: ${body}`,
    );
  });

  it.each([
    ['a conjunction that ends in another value', 'string', 'return !!a && a.b;', 'unverified'],
    ['a test of something else', 'string', 'return a.suite.test(b);', 'unverified'],
    ['one value of the type', 'string', 'if (a) return false; return `a`;', 'unverified'],
    ['a call', 'string', 'return g(a);', 'unverified'],
    ['a name', 'Name', 'return true;', 'unverified'],
    ['an object that is a list', 'Object', 'return [a];', 'supported'],
    ['nothing on one way', 'number', 'if (a) return null; return 1;', 'supported'],
    ['a sum that may be a text', 'string', 'return a + 1;', 'unverified'],
    ['a choice of values', 'string', 'return a || true;', 'unverified'],
    ['a value with a type assertion', 'string', 'return /** @type {any} */ (a).b;', 'unverified'],
  ])('stays quiet on %s', async (_name, type, body, verdict) => {
    await expectQuiet('javascript', `/** @returns {${type}} B. */\nfunction f(a) { ${body} }`, verdict);
  });

  it.each([
    [
      'a predicate',
      '/** @returns {string} B. */\nfunction f(a: B): a is string { return g(a); }',
      'unverified',
    ],
    [
      'a promise that is left out',
      '/** @returns {number} B. */\nasync function f(): Promise<number> { return 1; }',
      'supported',
    ],
    [
      'a generator',
      '/** @returns {number} B. */\nfunction* f(): Generator<string> { yield "a"; }',
      'unverified',
    ],
    ['a name', '/** @returns {string} B. */\nfunction f(): Name { return g(); }', 'unverified'],
  ])('stays quiet on %s', async (_name, source, verdict) => {
    await expectQuiet('typescript', source, verdict);
  });
});

describe('documented types of what comes back, in docstrings', () => {
  const source = (type: string, head: string, body: string) =>
    `${head}\n    """F.\n\n    Returns:\n        ${type}: The thing.\n    """\n    ${body}\n`;

  it('contradicts by annotation and by values', async () => {
    await expectContradicted(
      'python',
      source('⟦str⟧', 'def f(a) -> bool:', 'return g(a)'),
      'f hands back something else than str: bool',
    );
    await expectContradicted(
      'python',
      source('⟦bool⟧', 'def f(a):', 'return {"a": a}'),
      'f hands back something else than bool: return {"a": a}',
    );
  });

  it.each([
    ['the same type', 'str', 'def f(a) -> str:', 'return g(a)', 'supported'],
    ['an optional one', 'str', 'def f(a) -> Optional[str]:', 'return g(a)', 'supported'],
    ['a comparison that may be an array', 'str', 'def f(a):', 'return a == 1', 'unverified'],
    ['a decorator', 'str', '@wrapped\ndef f(a):', 'return [a]', 'unverified'],
    ['a generator', 'str', 'def f(a):', 'yield 1', 'unverified'],
    ['bytes for text', 'bytes', 'def f(a):', 'return b"a"', 'supported'],
    ['a tuple for a list', 'list', 'def f(a):', 'return a, 1', 'supported'],
  ])('stays quiet on %s', async (_name, type, head, body, verdict) => {
    await expectQuiet('python', source(type, head, body), verdict);
  });

  it('stays quiet on several of a type', async () => {
    const text =
      'def f(a):\n    """F.\n\n    Returns\n    -------\n    pair : int, int\n        A.\n    """\n    return a, 1\n';
    await expectQuiet('python', text, 'unverified');
  });

  it('stays quiet on one of several values', async () => {
    const entries = 'bool\n        A.\n    str\n        B.';
    const text = `def f(a):\n    """F.\n\n    Returns\n    -------\n    ${entries}\n    """\n    return [a]\n`;
    await expectQuiet('python', text, 'unverified');
  });
});
