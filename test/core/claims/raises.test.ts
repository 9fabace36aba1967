import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../support/claims.ts';

const expectQuiet = quietOf('raises');

describe('documented exceptions, in docstrings', () => {
  const source = (claim: string, body: string, around = '') =>
    `${around}def f(a):\n    """F.\n\n    Raises:\n        ${claim}\n    """\n    ${body}\n`;

  it('contradicts an exception that nothing raises', async () => {
    await expectContradicted(
      'python',
      source('⟦RuntimeError: If it fails.⟧', 'return len(str(a)) or [a]'),
      'Neither f nor anything that it calls raises RuntimeError.',
    );
    expect(await fixed('python', source('RuntimeError: If it fails.', 'return [a]'))).not.toContain(
      'Runtime',
    );
  });

  it('contradicts it where another one is raised, also in a function that is called', async () => {
    const helper = 'def g(a):\n    if a is None:\n        raise KeyError(a)\n    return a\n\n\n';
    await expectContradicted(
      'python',
      source('⟦RuntimeError: If it fails.⟧', 'return g(a)', helper),
      'Neither f nor anything that it calls raises RuntimeError.',
    );
  });

  it.each([
    ['numpydoc', 'Raises\n    ------\n    ⟦RuntimeError⟧\n        If it fails.'],
    ['Sphinx', '⟦:raises RuntimeError: If it fails.⟧'],
    ['prose', 'It ⟦raises RuntimeError⟧ if it fails.'],
  ])('contradicts in the style of %s', async (_name, words) => {
    await expectContradicted(
      'python',
      `def f(a):\n    """F.\n\n    ${words}\n    """\n    return [a]\n`,
      'Neither f nor anything that it calls raises RuntimeError.',
    );
  });

  it('corrects the name of an exception that does not exist', async () => {
    await expectContradicted(
      'python',
      source('⟦ValueErorr: If it fails.⟧', 'g(a)\n    raise ValueError(a)'),
      'There is no exception ValueErorr; ValueError is meant.',
    );
    expect(await fixed('python', source('ValueErorr: If.', 'raise ValueError(g(a))\n    print(a)'))).toBe(
      source('ValueError: If.', 'raise ValueError(g(a))\n    print(a)'),
    );
  });

  it.each([
    ['what it raises', 'ValueError: If.', 'print(a)\n    raise ValueError(a)', '', 'supported'],
    ['a subclass', 'LookupError: If.', 'print(a)\n    raise KeyError(a)', '', 'supported'],
    ['a base class', 'KeyError: If.', 'print(a)\n    raise LookupError(a)', '', 'supported'],
    [
      'a class of the file',
      'ValueError: If.',
      'print(a)\n    raise Bad(a)',
      'class Bad(ValueError): pass\n\n',
      'supported',
    ],
    [
      'what a function raises that it calls',
      'KeyError: If.',
      'return g(a)',
      'def g(a):\n    print(a)\n    raise KeyError\n\n',
      'supported',
    ],
    [
      'what it raises again',
      'KeyError: If.',
      'try:\n        g()\n    except KeyError:\n        raise',
      '',
      'supported',
    ],
    [
      'what it caught by name',
      'KeyError: If.',
      'try:\n        g()\n    except KeyError as e:\n        raise e',
      '',
      'supported',
    ],
    ['a call from elsewhere', 'KeyError: If.', 'return h(a)', '', 'unverified'],
    ['a method', 'RuntimeError: If.', 'return a.b(1)', '', 'unverified'],
    ['a property', 'RuntimeError: If.', 'return a.b', '', 'unverified'],
    ['a parameter that is called', 'RuntimeError: If.', 'return a(1)', '', 'unverified'],
    ['an index', 'KeyError: If.', 'return [a][0]', '', 'unverified'],
    ['a conversion', 'ValueError: If.', 'return int(a)', '', 'unverified'],
    ['a division', 'ZeroDivisionError: If.', 'return 1 / a', '', 'unverified'],
    ['an assertion', 'AssertionError: If.', 'assert a\n    return [a]', '', 'unverified'],
    ['an import', 'ImportError: If.', 'import b\n    return [a]', '', 'unverified'],
    ['a raised variable', 'RuntimeError: If.', 'print(a)\n    raise a', '', 'unverified'],
    ['an exception that is handed over', 'RuntimeError: If.', 'return [RuntimeError, a]', '', 'unverified'],
    [
      'one from elsewhere that may be derived',
      'Custom: If.',
      'print(a)\n    raise KeyError',
      '',
      'unverified',
    ],
    ['a stub', 'KeyError: If.', 'raise NotImplementedError', '', 'unverified'],
    ['a decorated function', 'RuntimeError: If.', 'return [a]', '@retry\n', 'unverified'],
    [
      'an object that is made',
      'RuntimeError: If.',
      'return Made(a)',
      'class Made(Base): pass\n\n',
      'unverified',
    ],
    ['a context', 'RuntimeError: If.', 'with a:\n        return [a]', '', 'unverified'],
    [
      'another class of a near name',
      'ValueErr: If.',
      'return g(a)',
      'class ValueErr(Exception): pass\n\n',
      'unverified',
    ],
  ])('stays quiet on %s', async (_name, claim, body, around, verdict) => {
    await expectQuiet('python', source(claim, body, around), verdict);
  });

  it('stays quiet on a method that another class replaces', async () => {
    const text =
      'class A:\n    def f(self, a):\n        """F.\n\n        Raises:\n            ValueError: If.\n        """\n        return [a]\n\n\nclass B(A):\n    pass\n';
    await expectQuiet('python', text, 'unverified');
  });

  it('takes a method of its class for called, and the rest of it for information', async () => {
    const text =
      'class A:\n    def g(self):\n        self.x = 1\n\n    def f(self, a):\n        """F.\n\n        Raises:\n            ⟦RuntimeError: If.⟧\n        """\n        return [self.g(), self.x]\n';
    const [finding] = await expectContradicted(
      'python',
      text,
      'Neither f nor anything that it calls raises RuntimeError.',
    );
    expect(finding?.severity).toBe('information');
  });

  it.each(['When read() raises OSError.', 'It never raises OSError.', 'Unlike g, which raises OSError.'])(
    'takes “%s” for no claim',
    async (words) => {
      await expectQuiet('python', `def f(a):\n    """${words}"""\n    return [a]\n`);
    },
  );
});

describe('documented exceptions, in JSDoc', () => {
  it('contradicts an exception that nothing throws', async () => {
    await expectContradicted(
      'javascript',
      '/** ⟦@throws {SyntaxError} If it fails.⟧ */\nfunction f(a) { if (a) throw new TypeError("a"); return [a]; }',
      'Neither f nor anything that it calls raises SyntaxError.',
    );
  });

  it('follows functions of the file', async () => {
    const code = 'function f(a) { return g(a) ? [a] : null; }';
    await expectContradicted(
      'javascript',
      `const g = (a) => String(a);\n/** ⟦@throws {SyntaxError} If it fails.⟧ */\n${code}`,
      'Neither f nor anything that it calls raises SyntaxError.',
    );
    // A call may exhaust the stack.
    await expectQuiet(
      'javascript',
      `const g = (a) => String(a);\n/** @throws {RangeError} If. */\n${code}`,
      'unverified',
    );
  });

  it.each([
    ['what it throws', 'TypeError', 'throw new TypeError(a);', 'supported'],
    ['any error', 'Error', 'if (a) throw new TypeError(a); return a;', 'supported'],
    ['a rejected promise', 'TypeError', 'return Promise.reject(new TypeError(a));', 'unverified'],
    ['a call from elsewhere', 'Error', 'return g(a);', 'unverified'],
    ['an error that is thrown on', 'Error', 'try { a(); } catch (e) { throw e; }', 'unverified'],
    ['an awaited promise', 'Error', 'return await a;', 'unverified'],
    ['a value of nothing', 'TypeError', 'return a.b;', 'unverified'],
  ])('stays quiet on %s', async (_name, type, body, verdict) => {
    await expectQuiet(
      'javascript',
      `/** @throws {${type}} If. */\nasync function f(a) { g; ${body} }`,
      verdict,
    );
  });
});
