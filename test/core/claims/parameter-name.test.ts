import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../support/claims.ts';

const expectQuiet = quietOf('default', 'parameter-name', 'returns');

const jsdoc = (names: readonly string[], code: string) =>
  `/**\n * Does.\n${names.map((name) => ` * @param {string} ${name} Some.\n`).join('')} */\n${code}\n`;

describe('parameter names', () => {
  it('contradicts a slip of the pen and offers the right name', async () => {
    const source = (name: string) => jsdoc(['url', name], 'function get(url, timeout) { return url }');
    await expectContradicted(
      'javascript',
      source('⟦timout⟧'),
      'The parameter is called timeout, not timout.',
    );
    expect(await fixed('javascript', source('timout'))).toBe(source('timeout'));
  });

  it('contradicts a name too many when every parameter is documented', async () => {
    const source = (names: readonly string[]) => jsdoc(names, 'function get(url) { return url }');
    await expectContradicted('javascript', source(['url', '⟦agent⟧']), 'get has no parameter agent.');
    expect(await fixed('javascript', source(['url', 'agent']))).toBe(source(['url']));
  });

  it('deletes all entries of an absent object', async () => {
    const source = (names: readonly string[]) => jsdoc(names, 'function get(url) { return url }');
    expect(await fixed('javascript', source(['url', 'agent', 'agent.name']))).toBe(source(['url']));
  });

  it('calls the one name left at the same place a rename, in JavaScript as information', async () => {
    const code = 'function includes(array, value) { return array }';
    const [finding] = await expectContradicted(
      'javascript',
      jsdoc(['array', '⟦target⟧'], code),
      'The parameter is called value, not target.',
    );
    expect(finding?.severity).toBe('information');
  });

  it('calls the only name of the only parameter a rename', async () => {
    await expectContradicted(
      'javascript',
      jsdoc(['⟦path⟧'], 'function area(polygon) { return polygon.length }'),
      'The parameter is called polygon, not path.',
    );
  });

  it('contradicts a name too many in a method that no base class can have', async () => {
    await expectContradicted(
      'typescript',
      `class Base { other() { return 1 } }\nclass A extends Base {\n${jsdoc(['a', '⟦b⟧'], '  on(a) { return a }')}}`,
      'on has no parameter b.',
    );
  });

  it('reads Google docstrings, decorators and class docstrings', async () => {
    await expectContradicted(
      'python',
      'class Reader:\n    """Reads.\n\n    Args:\n        path: where\n        ⟦encodng⟧: how\n    """\n\n    def __init__(self, path, encoding):\n        self.path = path\n',
      'The parameter is called encoding, not encodng.',
    );
    await expectContradicted(
      'python',
      'class Reader:\n    @staticmethod\n    def read(path):\n        """Reads.\n\n        Args:\n            path: where\n            ⟦mode⟧ (str): how\n        """\n        return path\n',
      'read has no parameter mode.',
    );
  });

  it.each([
    [
      'by the name of its own',
      '(line, other)',
      'line : Line\n        This.\n    other : Line\n        That.',
    ],
    ['as self', '(self, other)', 'self : Line\n        This.\n    other : Line\n        That.'],
  ])('takes what a method is called on for documented %s', async (_name, list, entries) => {
    const text = `class Line:\n    def angle${list}:\n        """Angle.\n\n        Parameters\n        ----------\n        ${entries.replaceAll('\n', '\n    ')}\n        """\n        return other\n`;
    await expectQuiet('python', text, 'unverified', 'supported');
  });

  it('takes an underlined line among the entries for the heading of another section', async () => {
    const text =
      'def f(a):\n    """F.\n\n    Parameters\n    ==========\n\n    a :\n        A.\n\n    Algorithm(for planes)\n    =====================\n\n    First, b.\n    """\n    return a\n';
    await expectQuiet('python', text, 'supported');
  });

  it('reads entries that slipped, and headings among them', async () => {
    const source = (args: string) => `def f(a, b):\n    """F.\n\n    Args:\n${args}    """\n    return a\n`;
    await expectQuiet('python', source('        a: x\n       b: y\n'), 'supported', 'supported');
    await expectQuiet(
      'python',
      source('        a: x\n            x\n         b: y\n'),
      'supported',
      'supported',
    );
    await expectQuiet(
      'python',
      source('        a: x\n        b: y\n        Example: f(1, 2)\n'),
      'supported',
      'supported',
    );
    await expectContradicted(
      'python',
      source('        a: x\n        b: y\n        ⟦args⟧: more\n'),
      'f has no parameter args.',
    );
  });

  it('stays quiet on a class whose own constructor takes nothing', async () => {
    await expectQuiet(
      'python',
      'class Call:\n    """Calls.\n\n    Args:\n        a: what\n    """\n\n    def __init__(self):\n        self.n = 0\n\n    def __call__(self, a):\n        return a\n',
      'unverified',
    );
  });

  it('stays quiet where the first argument is a declared this', async () => {
    await expectQuiet('typescript', jsdoc(['x'], 'function sign(this: Chain) { return 1 }'), 'unverified');
  });

  it('keeps an entry whose neighbours share its lines', async () => {
    const source = (args: string) => `def f(a, b):\n    """F.\n\n    Args:\n${args}    """\n    return a\n`;
    expect(await fixed('python', source('        a, b: both\n        c: none\n'))).toBe(
      source('        a, b: both\n'),
    );
  });

  it.each([
    ['rest parameters', jsdoc(['sample1', 'sample2'], 'function f(...samples) {return 1}'), 2],
    ['arguments', jsdoc(['a', 'b'], 'function f() { return g.apply(this, arguments) }'), 2],
    ['an arrow that reads arguments', jsdoc(['a'], 'function f() { return () => arguments[0] }'), 1],
    ['destructured parameters', jsdoc(['props', 'props.name'], 'function F({ name }) {return 1}'), 1],
    [
      'an inherited comment',
      `${jsdoc(['a'], '').replace('Does.', '@override\n *')}function f() {return 1}`,
      1,
    ],
    [
      'a parameter left out in a comment of the list',
      jsdoc(['camera'], 'function f(/* scene, camera */) { return 1 }'),
      1,
    ],
    [
      'arguments that are passed on',
      jsdoc(['args'], 'function f() { return 1 }').replace('{string}', '{...string}'),
      1,
    ],
    [
      'a method that takes less than the one of its base class',
      `class A extends Base {\n${jsdoc(['event'], '  on() { return 1 }')}}`,
      1,
    ],
    [
      'a method that takes less than the one of a base class beside it',
      `class Base { on(event) { return event } }\nclass A extends Base {\n${jsdoc(['event'], '  on() { return 1 }')}}`,
      1,
    ],
    ['a pattern that a compiler took apart', jsdoc(['options'], 'function f(_ref2) {return _ref2.a}'), 1],
    ['an abstract function', jsdoc(['a'], 'function f() { return 1 }').replace('Does.', '@abstract'), 1],
    [
      'a property that stands for one accessor',
      `const o = {\n${jsdoc(['a'], 'get: function () { return 1 }')}}`,
      1,
    ],
    ['an empty method that a subclass fills', `class A {\n${jsdoc(['event'], '  on() {}')}}`, 1],
    [
      'a comment of a callback type',
      jsdoc(['a'], 'function f() {return 1}').replace('Does.', '@callback F'),
      0,
    ],
    ['a value that is no function', jsdoc(['a'], 'const f = flow(g, h);'), 0],
  ])('stays quiet on %s', async (_name, source, claims) => {
    await expectQuiet('javascript', source, ...Array(claims).fill('unverified'));
  });

  it.each([
    'def f(*args):\n',
    'def f(**kwargs):\n',
    '@unknown\ndef f(a):\n',
    'class A:\n  @abstractmethod\n  def f(self):\n',
  ])('stays quiet on %s', async (head) => {
    const indent = head.includes('class') ? '    ' : '  ';
    const doc = [`"""F.`, '', 'Args:', '  x: some', '"""', 'return 1']
      .map((line) => indent + line)
      .join('\n');
    await expectQuiet('python', `${head}${doc}\n`, 'unverified');
  });

  it.each(['texture$1', 'texture2'])('accepts %s, the name that a bundler made', async (name) => {
    await expectQuiet('javascript', jsdoc(['texture'], `function f(${name}) {return 1}`), 'supported');
  });

  it('keeps the first parameter of a method that is made static behind it', async () => {
    await expectQuiet(
      'python',
      'class A:\n  def f(a):\n    """F.\n\n    Args:\n      a: x\n    """\n    return 1\n  f = staticmethod(f)\n',
      'supported',
    );
  });

  it('accepts private spellings and overloads', async () => {
    await expectQuiet(
      'python',
      'def f(_a, b_):\n  """F.\n\n  Args:\n    a: x\n    b: y\n  """\n',
      'supported',
      'supported',
    );
    const overloads = `${jsdoc(['a', 'b'], 'function f(a: string): void;')}function f(a: string, b?: number): void { return }`;
    await expectQuiet('typescript', overloads, 'supported', 'unverified');
  });
});
