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

  const checked = (inner: string, around = 'func') =>
    `def checked(${around}):\n    @functools.wraps(${around})\n    def wrapper(*args):\n        ${inner}\n        return ${around}(*args)\n    return wrapper\n\n\n`;

  it.each([
    ['a decorator', checked('raise KeyError(args)'), '@checked'],
    [
      'a decorator that is made',
      `def made(limit):\n    def decorator(func):\n        def wrapper(*args):\n            if limit:\n                raise KeyError(limit)\n            return func(*args)\n        return wrapper\n    return decorator\n\n\n`,
      '@made(3)',
    ],
    [
      'a decorator that is a class',
      `class checked:\n    def __init__(self, func):\n        self.func = func\n\n    def __call__(self, *args):\n        raise KeyError(args)\n\n\n`,
      '@checked',
    ],
  ])('supports what %s raises', async (_name, decorator, written) => {
    await expectQuiet(
      'python',
      source('KeyError: If.', 'return [a]', `${decorator}${written}\n`),
      'supported',
    );
  });

  it('contradicts what neither the function nor its decorator raises', async () => {
    await expectContradicted(
      'python',
      source('⟦RuntimeError: If.⟧', 'return [a]', `${checked('raise KeyError(args)')}@checked\n`),
      'Neither f nor anything that it calls raises RuntimeError.',
    );
  });

  it.each([
    ['calls something unknown', checked('moor(args)'), '@checked'],
    ['is no function of its own', 'checked = make()\n\n\n', '@checked'],
    [
      'calls what it is given',
      `def made(check):\n    def decorator(func):\n        def wrapper(*args):\n            check(*args)\n            return func(*args)\n        return wrapper\n    return decorator\n\n\n`,
      '@made(len)',
    ],
    [
      'replaces the function',
      checked('return [args]').replace('    @functools', '    func = other(func)\n    @functools'),
      '@checked',
    ],
  ])('proves nothing by a decorator that %s', async (_name, decorator, written) => {
    await expectQuiet(
      'python',
      source('RuntimeError: If.', 'return [a]', `${decorator}${written}\n`),
      'unverified',
    );
  });

  const ship =
    'class Hull:\n    def moor(self):\n        raise KeyError\n\n\nclass Ship(Hull):\n    def __init__(self, name):\n        self.name = name\n\n    def sail(self):\n        raise OSError\n\n\n';

  it.each([
    ['a variable that is made', 'ship = Ship(a)\n    return ship.sail()', 'OSError'],
    ['a method of its base', 'ship = Ship(a)\n    return ship.moor()', 'KeyError'],
    ['an object that is made', 'return Ship(a).sail()', 'OSError'],
    ['a class', 'return Ship.sail(a)', 'OSError'],
  ])('follows methods of %s', async (_name, body, exception) => {
    await expectQuiet('python', source(`${exception}: If.`, body, ship), 'supported');
    await expectContradicted(
      'python',
      source('⟦RuntimeError: If.⟧', body, ship),
      'Neither f nor anything that it calls raises RuntimeError.',
    );
  });

  it('follows methods of an annotated parameter, whose class may be a derived one', async () => {
    const text = (exception: string) =>
      source(`${exception}: If.`, 'return a.sail()', ship).replace('f(a)', 'f(a: Hull | None, b)');
    const typed = (exception: string) => text(exception).replace('a: Hull | None, b', "a: 'Ship'");
    await expectQuiet('python', typed('OSError'), 'supported');
    await expectQuiet('python', typed('RuntimeError'), 'unverified');
    await expectQuiet('python', text('OSError'), 'unverified');
  });

  it('follows methods that stand in the base class', async () => {
    const text = `${ship}class Tug(Ship):\n    def tow(self):\n        """F.\n\n        Raises:\n            OSError: If.\n            KeyError: If.\n        """\n        return [super().sail(), self.moor()]\n`;
    await expectQuiet('python', text, 'supported', 'supported');
  });

  it.each([
    ['that is made twice', 'ship = Ship(a)\n    ship = b(a)\n    return ship.sail()'],
    ['of a loop', 'for ship in a:\n        ship.sail()\n    return [Ship]'],
    ['that something else makes', 'ship = make(a)\n    return ship.sail()'],
    ['of a context', 'with Ship(a) as ship:\n        ship.sail()'],
  ])('follows no method of a variable %s', async (_name, body) => {
    await expectQuiet('python', source('OSError: If.', body, ship), 'unverified');
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

  const ship =
    'class Hull { moor() { throw new URIError("a"); } }\nclass Ship extends Hull {\n  size = 1;\n  constructor(a) { super(); this.a = a; }\n  sail() { throw new EvalError("a"); }\n}\n';
  const sails = (exception: string, body: string, parameter = 'a') =>
    `${ship}/** @throws {${exception}} If. */\nfunction f(${parameter}) { ${body} }`;

  it.each([
    ['a constant', 'const ship = new Ship(a); return [ship.sail()];', 'EvalError'],
    ['a base', 'const ship = new Ship(a); return [ship.moor()];', 'URIError'],
    ['an object that is made', 'return [new Ship(a).sail()];', 'EvalError'],
    ['a static function', 'return [Ship.sail(a)];', 'EvalError'],
  ])('follows methods of %s', async (_name, body, exception) => {
    await expectQuiet('javascript', sails(exception, body), 'supported');
    await expectContradicted(
      'javascript',
      sails('SyntaxError', body).replace('@throws {SyntaxError} If.', '⟦@throws {SyntaxError} If.⟧'),
      'Neither f nor anything that it calls raises SyntaxError.',
    );
  });

  it.each([
    ['a variable that may be given another', 'let ship = new Ship(a); return [ship.sail()];'],
    ['a constant that something else makes', 'const ship = make(a); return [ship.sail()];'],
    [
      'two constants',
      'if (a) { const ship = new Ship(a); ship.sail(); } const ship = a; return [ship.sail()];',
    ],
  ])('follows no method of %s', async (_name, body) => {
    await expectQuiet('javascript', sails('EvalError', body), 'unverified');
  });

  it('follows methods of an annotated parameter, whose class may be a derived one', async () => {
    await expectQuiet('typescript', sails('EvalError', 'return [a.sail()];', 'a: Ship'), 'supported');
    await expectQuiet('typescript', sails('SyntaxError', 'return [a.sail()];', 'a: Ship'), 'unverified');
  });

  it('follows methods of the class, what it computes, and its base', async () => {
    const text = `${ship}class Tug extends Ship {\n  get rope() { throw new RangeError('a'); }\n  pull() { throw new SyntaxError('a'); }\n  /**\n   * @throws {RangeError} If.\n   * @throws {SyntaxError} If.\n   * @throws {EvalError} If.\n   */\n  tow() { return [this.rope, this.pull(), super.sail()]; }\n}\n`;
    await expectQuiet('javascript', text, 'supported', 'supported', 'supported');
  });

  it.each([
    [
      'a method that it is given',
      'function checked(method) { return function (...args) { if (args.length > 1) throw new RangeError("a"); return method.apply(this, args); }; }\n',
      '@checked',
    ],
    [
      'a descriptor',
      'function checked(target, key, descriptor) { const original = descriptor.value; descriptor.value = function (a) { if (a) throw new RangeError("a"); return original.call(this, a); }; return descriptor; }\n',
      '@checked',
    ],
    [
      'what a call makes',
      'function made(limit) { return (method) => function (a) { if (a > limit) throw new RangeError("a"); return method.call(this, a); }; }\n',
      '@made(3)',
    ],
  ])('follows decorators of %s', async (_name, decorator, written) => {
    const text = (claim: string) =>
      `${decorator}class Ship {\n  /** ${claim} */\n  ${written}\n  sail(a) { return [a]; }\n}\n`;
    for (const language of ['javascript', 'typescript'] as const) {
      await expectQuiet(language, text('@throws {RangeError} If.'), 'supported');
      await expectContradicted(
        language,
        text('⟦@throws {URIError} If.⟧'),
        'Neither sail nor anything that it calls raises URIError.',
      );
    }
  });

  it('proves nothing by a decorator from elsewhere', async () => {
    const text = 'class Ship {\n  /** @throws {URIError} If. */\n  @checked\n  sail(a) { return [a]; }\n}\n';
    await expectQuiet('typescript', text, 'unverified');
  });
});
