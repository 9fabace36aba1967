import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../support/claims.ts';

const expectQuiet = quietOf('parameter-type');

describe('documented types of parameters, in JSDoc', () => {
  it('contradicts a type that is not the annotation’s', async () => {
    const source = (type: string) => `/** @param {${type}} a A. */\nexport function f(a: number | null) {}`;
    await expectContradicted(
      'typescript',
      source('⟦string⟧'),
      'a is declared as number | null, not as string.',
    );
    expect(await fixed('typescript', source('string'))).toBe(source('number | null'));
  });

  it.each([
    ['a list', '⟦Array<string>⟧', 'Set<string>'],
    ['a function', '⟦function(number): string⟧', 'boolean'],
    ['an object', '⟦Object⟧', 'string'],
    ['a union', '⟦string|boolean⟧', 'number | string[]'],
    ['a nullable type', '⟦?Date⟧', 'RegExp'],
    ['a text of its own', "⟦'a'|'b'⟧", '1 | 2'],
  ])('contradicts %s', async (_name, type, annotation) => {
    const bare = type.replaceAll(/[⟦⟧]/g, '');
    await expectContradicted(
      'typescript',
      `/** @param {${type}} a A. */\nfunction f(a: ${annotation}) {}`,
      `a is declared as ${annotation}, not as ${bare}.`,
    );
  });

  it('contradicts a type that the default does not have', async () => {
    await expectContradicted(
      'javascript',
      '/** @param {⟦string⟧} [a=5] A. */\nfunction f(a = 5) {}',
      'a is 5 when none is given, which is no string.',
    );
  });

  it('takes a default that may stand for nothing for information', async () => {
    const [finding] = await expectContradicted(
      'javascript',
      '/** @param {⟦string⟧} [a=false] A. */\nfunction f(a = false) {}',
      'a is false when none is given, which is no string.',
    );
    expect(finding?.severity).toBe('information');
  });

  it('contradicts the type of a property and of a variable', async () => {
    await expectContradicted(
      'javascript',
      'class A {\n  /** @type {⟦number⟧} */\n  size = "large";\n}\n/** @type {⟦string[]⟧} */\nconst flag = true;',
      'size is "large" when none is given, which is no number.',
      'flag is true when none is given, which is no string[].',
    );
  });

  it.each([
    ['the same type', 'number', 'a: number', 'supported'],
    ['the same words', 'Foo.Bar<string>', 'a: Foo.Bar<string>', 'supported'],
    ['a wider type', 'string|number', 'a: number', 'supported'],
    ['a narrower type', 'number', 'a: string | number', 'supported'],
    ['any', '*', 'a: number', 'unverified'],
    ['a name that may stand for anything', 'Id', 'a: number', 'unverified'],
    ['an annotation with such a name', 'string', 'a: Id', 'unverified'],
    ['a type parameter', 'string', 'a: T', 'unverified'],
    ['an object that is a list', 'Object', 'a: string[]', 'supported'],
    ['an object that is a function', 'object', 'a: () => void', 'supported'],
    ['unions that overlap', 'string|number', 'a: string | boolean', 'unverified'],
    ['a conditional type', 'string', 'a: T extends string ? number : boolean', 'unverified'],
    ['null as default', 'string', 'a = null', 'unverified'],
    ['a marker', 'number', "a = 'auto'", 'unverified'],
    ['a default from elsewhere', 'string', 'a = LIMIT', 'unverified'],
    ['a rest parameter', 'string', '...a: string[]', 'unverified'],
    ['one of the rest', '...string', '...a: string[]', 'unverified'],
    ['a property of a parameter', 'string', 'options: { a: number }', 'unverified'],
    ['words for integers', 'integer', 'a: number', 'supported'],
    ['an object type with members', 'Object', 'a: { b: string }', 'supported'],
  ])('stays quiet on %s', async (_name, type, parameter, verdict) => {
    await expectQuiet('typescript', `/** @param {${type}} a A. */\nfunction f(${parameter}) {}`, verdict);
  });

  it('stays quiet on what the body returns for nothing', async () => {
    await expectQuiet(
      'javascript',
      '/** @param {Object} a A. */\nfunction f(a) { return a == null ? true : g(a); }',
      'unverified',
    );
  });

  it('stays quiet on an overload', async () => {
    const code = 'function f(a: number): void;\nfunction f(a: string | number): void {}';
    await expectQuiet('typescript', `/** @param {string} a A. */\n${code}`, 'unverified');
  });

  it('stays quiet on a property that the constructor may set again', async () => {
    await expectQuiet(
      'javascript',
      'class A {\n  constructor(b) {\n    /** @type {number} */\n    this.a = "x";\n    this.a = b;\n  }\n}',
      'unverified',
    );
  });
});

describe('documented types of parameters, in docstrings', () => {
  const source = (type: string, parameter: string) =>
    `def f(${parameter}):\n    """F.\n\n    Args:\n        a (${type}): A.\n    """\n    return a\n`;

  it('contradicts a type that is not the annotation’s', async () => {
    await expectContradicted(
      'python',
      source('⟦str⟧', 'a: Optional[int] = None'),
      'a is declared as Optional[int], not as str.',
    );
    expect(await fixed('python', source('str', 'a: int'))).toBe(source('int', 'a: int'));
  });

  it.each([
    ['numpydoc', 'Parameters\n    ----------\n    a : ⟦str⟧\n        A.'],
    ['Sphinx', ':param ⟦str⟧ a: A.'],
  ])('contradicts in the style of %s', async (_name, words) => {
    await expectContradicted(
      'python',
      `def f(a: dict[str, int]):\n    """F.\n\n    ${words}\n    """\n    return a\n`,
      'a is declared as dict[str, int], not as str.',
    );
  });

  it('contradicts a type that the default does not have', async () => {
    await expectContradicted(
      'python',
      source('⟦bool⟧', 'a="x"'),
      'a is "x" when none is given, which is no bool.',
    );
  });

  it.each([
    ['the same type', 'int', 'a: int', 'supported'],
    ['a forward reference', 'Foo', 'a: "Foo"', 'supported'],
    ['an integer for a float', 'float', 'a: int', 'supported'],
    ['a flag for a number', 'bool', 'a=1', 'supported'],
    ['a wider type', 'str or None', 'a: Union[str, int]', 'supported'],
    ['a list for a tuple', 'list of int', 'a=(1, 2)', 'supported'],
    ['a text for an iterable', 'str', 'a: Iterable[str]', 'supported'],
    ['None as default', 'str', 'a=None', 'unverified'],
    ['a default that the comment names', 'int, default "x"', 'a="x"', 'unverified'],
    ['what is like an array', 'array_like', 'a=1', 'unverified'],
    ['a unit', 'seconds', 'a: int', 'unverified'],
    ['a class from elsewhere', 'Node', 'a: str', 'unverified'],
    ['a type that has a name', 'str', 'a: PathLike', 'unverified'],
    ['a pair', '(int, int)', 'a=(1, 2)', 'unverified'],
    ['values of a text', "{'x', 'y'}", 'a: str', 'supported'],
    ['variadic arguments', 'str', '*a: int', 'unverified'],
    ['any type', 'str', 'a: Any', 'unverified'],
    ['an object', 'object', 'a: str', 'unverified'],
  ])('stays quiet on %s', async (_name, type, parameter, verdict) => {
    await expectQuiet('python', source(type, parameter), verdict);
  });

  it.each([
    ['it is called like the parameter', 'weight', 'int', "'weight'", 'Default value: ⟪weight⟫.'],
    ['it is called like a part of the name', 'pos_name', 'float', '"pos"', 'Where pos is, by default ⟪pos⟫.'],
    [
      'the comment says that it is a text',
      'ident',
      'int',
      "'id'",
      'A string that is put as the ⟪id⟫ element.',
    ],
    ['the comment does not name it', 'sep', 'int', "' '", 'The default is whitespace.'],
  ])('contradicts a number whose default is a text: %s', async (_name, name, type, value, words) => {
    const description = words.replaceAll(/[⟪⟫]/g, "'");
    await expectContradicted(
      'python',
      `def f(${name}=${value}):\n    """F.\n\n    Args:\n        ${name} (⟦${type}⟧): ${description}\n    """\n    return ${name}\n`,
      `${name} is ${value} when none is given, which is no ${type}.`,
    );
  });

  it('contradicts a text that is said to be a flag, and is False', async () => {
    await expectContradicted(
      'python',
      'def f(a=False):\n    """F.\n\n    Args:\n        a (⟦str⟧): If True, sail first. Defaults to False.\n    """\n    return a\n',
      'a is False when none is given, which is no str.',
    );
  });

  it('contradicts a text that is called a flag', async () => {
    await expectContradicted(
      'python',
      'def f(a=False):\n    """F.\n\n    :param ⟦str⟧ a: Flag that tells whether strings are kept. Defaults to False.\n    """\n    return a\n',
      'a is False when none is given, which is no str.',
    );
  });

  it.each([
    ['a marker that the comment explains', 'weight', 'int', "'weight'", "The key, or 1 if 'weight'."],
    ['a marker that means something', 'weight', 'int', "'weight'", "'weight' means the edge's own."],
    ['a usual marker', 'size', 'int', "'all'", 'How many.'],
    ['a text that the comment names', 'size', 'float', "'medium'", "Defaults to 'medium'."],
    ['False for nothing', 'name', 'str', 'False', 'If False, there is none.'],
    ['False beside a text', 'name', 'str', 'False', 'If True, the name of the file; False for none.'],
  ])('stays quiet on %s', async (_name, name, type, value, description) => {
    await expectQuiet(
      'python',
      `def f(${name}=${value}):\n    """F.\n\n    Args:\n        ${name} (${type}): ${description}\n    """\n    return ${name}\n`,
      'unverified',
    );
  });

  it('stays quiet on False where the comment explains it', async () => {
    const text =
      'def f(a=False):\n    """F.\n\n    Args:\n        a (str): A, or False for none.\n    """\n    return a\n';
    await expectQuiet('python', text, 'unverified');
  });
});
