import { describe, expect, it } from 'vitest';
import { expectContradicted, findingsOf, fixed, quietOf } from '../../support/claims.ts';

const expectQuiet = quietOf('default', 'parameter-name', 'returns');

describe('defaults in JSDoc', () => {
  it('contradicts a bracketed default that differs from the signature', async () => {
    await expectContradicted(
      'typescript',
      '/** @param {number} [⟦retries=3⟧] How often. */\nfunction get(retries = 5) { return retries }',
      'The default of retries is 5, not 3.',
    );
  });

  it.each([
    ['1', '1.0'],
    ['60000', '60 * 1000'],
    ['1_000', '1000'],
    ['utf8', "'utf8'"],
    ["'utf8'", '"utf8"'],
    ['null', 'undefined'],
    ['[]', '[]'],
    ['Infinity', 'Infinity'],
    ['_.identity', 'identity'],
  ])('reads %s and %s as the same value', async (documented, code) => {
    await expectQuiet(
      'javascript',
      `/** @param {*} [a=${documented}] */\nfunction f(a = ${code}) { return 1 }`,
      'supported',
      'supported',
    );
  });

  it('follows a constant of the file and shows both places', async () => {
    const [finding] = await expectContradicted(
      'javascript',
      'const LIMIT = 8;\n/** @param {number} [⟦limit=9⟧] */\nexport function f(limit = LIMIT) {}',
      'The default of limit is LIMIT, not 9.',
    );
    expect(finding?.evidence.map(({ quote }) => quote)).toEqual(['limit = LIMIT', 'LIMIT = 8']);
  });

  it.each([
    'delay = delay ?? 20;',
    'delay ??= 20;',
    'delay = delay || 20;',
    'if (delay === undefined) delay = 20;',
    'if (delay == null) { delay = 20; }',
    'if (!delay) delay = 20;',
    "const wait = typeof delay === 'undefined' ? 20 : delay;",
    'const wait = delay != null ? delay : 20;',
  ])('reads what the body falls back to: %s', async (statement) => {
    await expectContradicted(
      'javascript',
      `/** @param {number} [⟦delay=10⟧] */\nfunction wait(delay) { ${statement} }`,
      'The default of delay is 20, not 10.',
    );
  });

  it('reads destructured parameters and options objects', async () => {
    await expectContradicted(
      'javascript',
      '/**\n * @param {object} o\n * @param {number} [⟦o.size=1⟧]\n */\nfunction f({ size = 2 } = {}) {}',
      'The default of o.size is 2, not 1.',
    );
    await expectContradicted(
      'javascript',
      '/**\n * @param {object} options\n * @param {number} [⟦options.size=1⟧]\n */\nfunction f(options) { const { size = 2 } = options; }',
      'The default of options.size is 2, not 1.',
    );
  });

  it('stays undecided where the code does not tell', async () => {
    const quiet = async (parameters: string, body: string, documented = '10') =>
      expectQuiet(
        'javascript',
        `/** @param {*} [a=${documented}] */\nfunction f(${parameters}) { ${body} }`,
        'supported',
        'unverified',
      );
    await quiet('a', 'return a');
    await quiet('a = null', 'return a');
    await quiet('a = compute()', 'return a');
    await quiet('a', 'if (a == null) a = 5; a = a || 7;');
    await quiet('a = 0', 'a = a || 10 * scale();');
    await quiet("a = 'r'", 'return a', 'read');
  });

  it('checks properties and variables', async () => {
    await expectContradicted(
      'typescript',
      'class Pool {\n  /**\n   * Threads.\n   * ⟦@default 4⟧\n   */\n  size = 8;\n}',
      'The default of size is 8, not 4.',
    );
    await expectQuiet('javascript', '/** @default 3 */\nexport const retries = 3;', 'supported');
  });

  it('reads a description behind a dash', async () => {
    await expectContradicted(
      'typescript',
      "/** @param end - Which end comes first, ⟦defaults to 'be'⟧ */\nfunction f(end = 'le') {}",
      "The default of end is 'le', not 'be'.",
    );
  });

  it('follows a property to the default of the constructor that sets it', async () => {
    const [finding] = await expectContradicted(
      'javascript',
      'class Pool {\n  constructor(size = 8) {\n    /** ⟦@default 4⟧ */\n    this.size = size;\n  }\n}',
      'The default of size is 8, not 4.',
    );
    expect(finding?.evidence.map(({ quote }) => quote)).toEqual(['this.size = size', 'size = 8']);
  });

  it.each([
    ['itself', 'this.size = count * 2;'],
    ['through a method', 'this.resize(count);'],
    ['by counting', 'this.size++;'],
  ])('does not judge a property that the constructor replaces %s', async (_how, later) => {
    const source = (documented: number) =>
      `class Pool {\n  constructor(count) {\n    /** @default ${documented} */\n    this.size = 0;\n    ${later}\n  }\n  resize(count) { this.size = count }\n}`;
    await expectQuiet('javascript', source(4), 'unverified');
    await expectQuiet('javascript', source(0), 'supported');
  });

  it('judges a property that is set to the same value again', async () => {
    await expectContradicted(
      'javascript',
      'const Pool = build({\n  begin: function () {\n    /** ⟦@default 4⟧ */\n    this.size = 0;\n    this.reset();\n  },\n  reset: function () { this.size = 0 }\n});',
      'The default of size is 0, not 4.',
    );
  });

  it('does not take a constant of the file for a parameter or variable of its name', async () => {
    await expectQuiet(
      'javascript',
      'const size = 2;\nfunction make(size) {\n  /** @default 8 */\n  this.size = size;\n}',
      'unverified',
    );
    await expectQuiet(
      'javascript',
      'const size = 2;\nfunction make() {\n  const { size } = read();\n  /** @param {number} [a=8] */\n  function f(a = size) {}\n}',
      'supported',
      'unverified',
    );
  });

  it('reads what stands above a property', async () => {
    await expectContradicted(
      'typescript',
      'class Pool {\n  /** Threads. ⟦Defaults to 4⟧. */\n  size = 8;\n}',
      'The default of size is 8, not 4.',
    );
    await expectQuiet(
      'typescript',
      '/** Options. `trim`: true by default. */\nexport const options = { trim: true };',
      'unverified',
    );
  });

  it.each([
    ['{false}', 'true'],
    ['True', 'false'],
    ['3', '(4)'],
  ])('reads @default %s', async (documented, code) => {
    await expectContradicted(
      'javascript',
      `class A {\n  /** ⟦@default ${documented}⟧ */\n  a = ${code};\n}`,
      `The default of a is ${code}, not ${documented.replace(/[{}]/g, '')}.`,
    );
  });

  it('keeps to a declared default that no fallback replaces', async () => {
    const source = (own: string) =>
      `/** @param {string} [mode='slow'] */\nfunction f(mode = ${own}) { const m = mode || pick(); return m }`;
    await expectContradicted(
      'javascript',
      source("'fast'").replace("mode='slow'", "⟦mode='slow'⟧"),
      "The default of mode is 'fast', not 'slow'.",
    );
    await expectQuiet('javascript', source("''"), 'supported', 'unverified');
  });

  it('corrects the value in the way that it is written', async () => {
    const source = (value: string) => `/** @param {string} [mode=${value}] */\nfunction f(mode = 'fast') {}`;
    expect(await fixed('javascript', source('12'))).toBe(source('fast'));
    expect(await fixed('javascript', source("'slow'"))).toBe(source("'fast'"));
  });
});

describe('defaults in prose', () => {
  const python = (description: string, parameter = 'timeout=5', body = 'return timeout') =>
    `def get(url, ${parameter}):\n    """Gets.\n\n    Args:\n        url: where\n        timeout: ${description}\n    """\n    ${body}\n`;

  it.each([
    ['Seconds. ⟦Defaults to 10⟧.', '10'],
    ['Seconds (⟦default 10⟧).', '10'],
    ['Seconds, ⟦default: 10⟧', '10'],
    ['Seconds. ⟦Default is 10⟧.', '10'],
    ['Seconds. ⟦The default value is 10⟧', '10'],
    ['Seconds. ⟦Defaults to `10`⟧.', '10'],
    ['Seconds (optional, ⟦10 by default⟧)', '10'],
    ['秒数，⟦默认为 10⟧。', '10'],
    ['Rows. ⟦Defaults to 10,000⟧.', '10,000'],
    ['Seconds. ⟦Defaults to -1.5e3⟧.', '-1.5e3'],
    ['If not given, ⟦defaults to 10⟧.', '10'],
    ['Seconds. ⟦Defaults to None⟧.', 'None'],
    ['Seconds. ⟦Defaults to 60 * 10⟧.', '60 * 10'],
    ['The value ⟦defaults to 10⟧.', '10'],
    ['Seconds. ⟦Defaults\n          to 10⟧.', '10'],
    ['Seconds. ⟦Defaults to (1, 2)⟧.', '(1, 2)'],
  ])('contradicts “%s”', async (description, documented) => {
    await expectContradicted(
      'python',
      python(description),
      `The default of timeout is 5, not ${documented}.`,
    );
  });

  it.each([
    'Seconds. Defaults to 5.',
    'Seconds. Defaults to 5.0.',
    'Seconds. Defaults to ``5``.',
    'Seconds (default: 5 seconds).',
    'Seconds. Defaults to 20 / 4.',
    'Seconds. Defaults to 2.**2 * 1.25.',
    'Seconds, one of:\n            - 1: fast\n            Defaults to 5.',
    '默认值为 5。',
    '默认使用 5。',
    '未指定时为 5。',
    'How long. If omitted, 5 is used.',
    'How long; `5` will be used if not given.',
    'How long. By default, it is 5.',
    'Seconds, optional (5).',
  ])('supports “%s”', async (description) => {
    await expectQuiet('python', python(description), 'supported', 'supported', 'supported');
  });

  it.each([
    'Defaults to 10 on Windows.',
    'Defaults to 10 if the server is slow, else 5.',
    'When streaming, defaults to 10.',
    'Defaults to 10 times the delay.',
    'Defaults to 10 or the global setting.',
    'Defaults to 10. In tests the default is 20.',
    'Milliseconds. Defaults to 5000 ms.',
    'Defaults to fast.',
    'The path, whose encoding defaults to 10.',
    'A dictionary.\n            - wait: seconds (default: 10)',
    'A dictionary.\n            wait (int): seconds, default 10',
    'A thing depth (int, optional): how deep. Defaults to 10.',
  ])('does not judge “%s”', async (description) => {
    await expectQuiet(
      'python',
      python(description),
      ...['supported', 'supported', ...Array(/20/.test(description) ? 2 : 1).fill('unverified')],
    );
  });

  it.each([
    ['Defaults to true.', 'timeout=True'],
    ['Defaults to 1.', 'timeout=(1, 1)'],
    ['Defaults to (0, 1).', 'timeout=1.0'],
    ['Defaults to "Working".', 'timeout="Working..."'],
    ["Defaults to '5'.", 'timeout=5'],
    ['Defaults to 16.666.', 'timeout=1000 / 60'],
    ["Defaults to 'True'.", 'timeout=True '],
    ["Defaults to 'None'.", 'timeout=None'],
    ['The limit, default 1.', 'timeout="auto"'],
    ['Strict is true by default.', 'timeout={"strict": True}'],
    ['Defaults to 95% CI.', 'timeout=0.05'],
    ['Default is 1.', 'timeout=1 - 1e-10'],
    ["Defaults to 'l2'.", 'timeout="deprecated"'],
    ["Defaults to 'lowpass'.", 'timeout="low"'],
    ["Defaults to 'TERM'.", 'timeout="SIGTERM"'],
    ["Defaults to 'no'.", 'timeout=False'],
  ])('takes “%s” for true, or for sayable, of %s', async (description, parameter) => {
    const verdict = parameter.endsWith('True') ? 'supported' : 'unverified';
    await expectQuiet('python', python(description, parameter), 'supported', 'supported', verdict);
  });

  it.each(['timeout = url if timeout is None else timeout', 'wait = timeout or guess()'])(
    'does not call a parameter required that may be nothing: %s',
    async (body) => {
      await expectQuiet(
        'python',
        python('Defaults to `url`.', 'timeout', body),
        'supported',
        'supported',
        'unverified',
      );
    },
  );

  it('takes another unit before brackets for the same number', async () => {
    await expectQuiet(
      'python',
      python('Defaults to 7 octaves (84 bins).', 'timeout=84'),
      'supported',
      'supported',
      'unverified',
    );
  });

  it('takes the beginning of an address or a version for no number', async () => {
    await expectQuiet(
      'python',
      python('The host (default 127.0.0.1).', 'timeout="127.0.0.1"'),
      'supported',
      'supported',
    );
  });

  it('follows None to what the body uses', async () => {
    const body = 'if timeout is None:\n        timeout = 30';
    await expectContradicted(
      'python',
      python('⟦Defaults to 10⟧.', 'timeout=None', body),
      'The default of timeout is 30, not 10.',
    );
    await expectQuiet(
      'python',
      python('Defaults to None.', 'timeout=None', body),
      'supported',
      'supported',
      'supported',
    );
    await expectQuiet(
      'python',
      python('Defaults to 10.', 'timeout=None'),
      'supported',
      'supported',
      'unverified',
    );
  });

  it('says that a required parameter has no default', async () => {
    await expectContradicted(
      'python',
      python('⟦Defaults to 10⟧.', 'timeout'),
      'timeout has no default: callers must pass it, so it cannot default to 10.',
    );
  });

  it('does not call a parameter required that may be computed from another', async () => {
    await expectQuiet(
      'python',
      python('Defaults to `url`.', 'timeout'),
      'supported',
      'supported',
      'unverified',
    );
  });

  it('takes an escape doubled in a docstring for the same text', async () => {
    await expectQuiet(
      'python',
      'def say(end="\\n"):\n    """Says.\n\n    Args:\n        end: Defaults to "\\\\n".\n    """\n',
      'supported',
      'supported',
    );
  });

  it.each([
    ['names the first of a list', "Forms, tried in order. Defaults to `'a'`, `'b'`."],
    ['follows from a condition', 'If it is a loop, "x" is added. Hence the default is "loop".'],
  ])('leaves a default alone that %s', async (_why, prose) => {
    await expectQuiet('python', python(prose, 'timeout="other"'), 'supported', 'supported', 'unverified');
  });

  it.each([
    ['numpydoc', 'Parameters\n    ----------\n    size : int, optional (⟦default: 10⟧)\n        How many.'],
    ['a typed entry', 'Args:\n        size (int, *optional*, ⟦defaults to 10⟧): How many.'],
    ['a field', ':param int size: How many, ⟦default 10⟧.'],
    ['a field of Epytext', '@param size: How many. ⟦Defaults to 10⟧.'],
  ])('contradicts a default in %s', async (_format, doc) => {
    await expectContradicted(
      'python',
      `def get(size=5):\n    """Gets.\n\n    ${doc}\n    """\n    return size\n`,
      'The default of size is 5, not 10.',
    );
  });

  it.each([
    [
      'an interface',
      'class Reactor(Interface):\n    def listen(port, interface):\n        """Listens.\n\n        Args:\n            interface: Defaults to "".\n        """\n',
    ],
    [
      'a class that makes instances of another',
      'class Operator:\n    """Applies.\n\n    Args:\n        shape: Defaults to 3.\n    """\n    def __new__(cls, *args):\n        return make(args)\n    def __init__(self, shape):\n        self.shape = shape\n',
    ],
  ])('does not call a parameter of %s required', async (_what, text) => {
    const findings = await findingsOf('python', text);
    expect(findings.filter(({ verdict }) => verdict === 'contradicted')).toEqual([]);
  });
});
