import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../support/claims.ts';

const expectQuiet = quietOf('allowed-values');

describe('listed values, in JSDoc', () => {
  it('contradicts a value that the annotation leaves out', async () => {
    await expectContradicted(
      'typescript',
      "/**\n * @param mode ⟦One of 'read', 'write'⟧.\n */\nexport function open(mode: 'read' | 'append') {}",
      "'write' is not accepted for mode, only: read, append.",
    );
  });

  it('follows a type of the file', async () => {
    await expectContradicted(
      'typescript',
      "export type Mode =\n  | 'read'\n  | 'append';\n\n/** @param mode ⟦Either `read` or `write`⟧. */\nexport function open(mode: Mode) { return mode; }",
      '`write` is not accepted for mode, only: read, append.',
    );
  });

  it.each([
    ['a list', "if (!['read', 'append'].includes(mode)) throw new Error('mode');"],
    ['a set of the file', 'if (!MODES.has(mode)) throw new Error(mode);'],
    ['a comparison with -1', "if (['read', 'append'].indexOf(mode) === -1) { throw new Error(mode); }"],
    ['a chain', "if (mode === 'read') go(); else if (mode === 'append') add(); else throw new Error(mode);"],
    ['two comparisons', "if (mode !== 'read' && mode !== 'append') throw new Error(mode);"],
    [
      'a switch',
      "switch (mode) { case 'read': go(); break; case 'append': break; default: throw new Error(mode); }",
    ],
    ['the keys of an object', 'if (!(mode in HANDLERS)) throw new Error(mode);'],
  ])('contradicts a value that %s refuses', async (_name, validation) => {
    const constants =
      "const MODES = new Set(['read', 'append']);\nconst HANDLERS = { read: 1, append() {} };\n";
    await expectContradicted(
      'javascript',
      `${constants}/** @param {⟦'read'|'write'⟧} mode */\nfunction open(mode) {\n  ${validation}\n  return mode;\n}`,
      "'write' is not accepted for mode, only: read, append.",
    );
  });

  it('contradicts a list that leaves the initial value out', async () => {
    await expectContradicted(
      'javascript',
      "/** @param {string} [mode] ⟦One of 'read' or 'write'⟧. */\nfunction open(mode = 'append') { return mode; }",
      "'append', the value of mode when none is given, is not in this list.",
    );
  });

  it('contradicts the type of a property that leaves its value out', async () => {
    await expectContradicted(
      'javascript',
      "class A {\n  /** @type {⟦'read'|'write'⟧} */\n  mode = 'append';\n}",
      "'append', the value of mode when none is given, is not in this list.",
    );
  });

  it('contradicts two words for one value when neither is taken, and one of values between slashes', async () => {
    await expectContradicted(
      'typescript',
      "/** @param m ⟦One of 'a'/'one', 'b'/'two'⟧. */\nfunction f(m: 'a' | 'c') {}",
      "'b' is not accepted for m, only: a, c.",
    );
    await expectContradicted(
      'typescript',
      "/** @param m ⟦One of 'a'/'b'⟧. */\nfunction f(m: 'a' | 'c') {}",
      "'b' is not accepted for m, only: a, c.",
    );
  });

  it('corrects a slip', async () => {
    const source = (value: string) =>
      `/** @param mode One of \`${value}\`, \`write\`. */\nfunction f(mode: 'append' | 'write') {}`;
    expect(await fixed('typescript', source('apend'))).toBe(source('append'));
  });

  it.each([
    [
      'values that the type has',
      "/** @param m One of 'a', 'b'. */\nfunction f(m: 'a' | 'b') {}",
      'supported',
    ],
    [
      'a type that is open',
      "/** @param m One of 'a', 'c'. */\nfunction f(m: 'a' | 'b' | string) {}",
      'unverified',
    ],
    [
      'an open object type',
      "/** @param m One of 'a', 'c'. */\nfunction f(m: 'a' | (string & {})) {}",
      'unverified',
    ],
    ['a type from elsewhere', "/** @param m One of 'a', 'c'. */\nfunction f(m: Mode) {}", 'unverified'],
    ['another spelling', "/** @param m One of 'A', 'b'. */\nfunction f(m: 'a' | 'b') {}", 'unverified'],
    ['none of the values', "/** @param m One of 'x', 'y'. */\nfunction f(m: 'a' | 'b') {}", 'unverified'],
    ['a list that goes on', "/** @param m One of 'a', 'b', etc. */\nfunction f(m = 'c') {}", 'unverified'],
    ['examples', "/** @param m May be one of e.g. 'a', 'b'. */\nfunction f(m = 'c') {}"],
    [
      'a list with another type',
      "/** @param m One of 'a', 'b' or a path. */\nfunction f(m = 'c') {}",
      'unverified',
    ],
    ['a marker', "/** @param m One of 'a', 'b'. */\nfunction f(m = 'auto') {}", 'unverified'],
    ['an empty default', "/** @param m One of 'a', 'b'. */\nfunction f(m = '') {}", 'unverified'],
    [
      'a default that is mentioned',
      "/** @param m One of 'a', 'b'; else c. */\nfunction f(m = 'c') {}",
      'unverified',
    ],
    [
      'two words for one value',
      "/** @param m One of 'a'/'one', 'b'/'two'. */\nfunction f(m: 'one' | 'b') {}",
      'unverified',
    ],
    ['what it may not be', "/** @param m It should not be one of 'a', 'b'. */\nfunction f(m = 'c') {}"],
    ['a flag', '/** @param {true|false} m On. */\nfunction f(m: boolean) {}'],
  ])('stays quiet on %s', async (_name, source, ...verdicts) => {
    await expectQuiet('typescript', source, ...verdicts);
  });

  it.each([
    [
      'a value that is mapped before',
      "if (m === 'c') m = 'a'; if (!['a', 'b'].includes(m)) throw new Error(m);",
    ],
    ['a value that a call may map', "m = normalize(m); if (!['a', 'b'].includes(m)) throw new Error(m);"],
    ['a validation in a branch', "if (x) { if (!['a', 'b'].includes(m)) throw new Error(m); }"],
    ['a collection that grows', 'if (!GROWING.includes(m)) throw new Error(m);'],
    ['a condition that is more', "if (strict && !['a', 'b'].includes(m)) throw new Error(m);"],
    ['a branch that does not throw', "if (!['a', 'b'].includes(m)) m = 'a';"],
    [
      'a case that falls into the default',
      "switch (m) { case 'a': break; case 'b': default: throw new Error(m); }",
    ],
  ])('stays quiet on %s', async (_name, body) => {
    const source = `const GROWING = ['a', 'b'];\nGROWING.push('c');\n/** @param m One of 'a', 'c'. */\nfunction f(m, x, strict) {\n${body}\n  return m;\n}`;
    await expectQuiet('javascript', source, 'unverified');
  });
});

describe('listed values, in docstrings', () => {
  const source = (words: string, body: string, head = 'def f(mode):') =>
    `MODES = ("a", "b")\nHANDLERS = {"a": 1, "b": 2}\n\n${head}\n    """F.\n\n    Args:\n        ${words}\n    """\n    ${body}\n    return mode\n`;

  it.each([
    ['a tuple', 'if mode not in ("a", "b"):\n        raise ValueError(mode)'],
    ['a constant', 'if mode not in MODES:\n        raise ValueError(mode)'],
    ['the keys of a dictionary', 'if mode not in HANDLERS.keys():\n        raise ValueError(mode)'],
    ['a variable', 'known = ["a", "b"]\n    if mode not in known:\n        raise ValueError(mode)'],
    ['an assertion', 'assert mode in {"a", "b"}, mode'],
    [
      'a chain',
      'if mode == "a":\n        x = 1\n    elif mode in ["b"]:\n        x = 2\n    else:\n        raise ValueError',
    ],
    [
      'a match',
      'match mode:\n        case "a" | "b":\n            pass\n        case _:\n            raise ValueError',
    ],
    ['one that allows None', 'if mode is not None and mode not in MODES:\n        raise ValueError(mode)'],
  ])('contradicts a value that %s refuses', async (_name, body) => {
    const sentence = `"c" is not accepted for mode, only: ${body.includes('None') ? 'None, ' : ''}a, b.`;
    await expectContradicted('python', source('mode (str): ⟦One of "a" or "c"⟧.', body), sentence);
  });

  it('contradicts a set in the type', async () => {
    await expectContradicted(
      'python',
      source("mode (⟦{'a', 'c'}⟧): The mode.", 'print(mode)', 'def f(mode: Literal["a", "b"]):'),
      "'c' is not accepted for mode, only: a, b.",
    );
  });

  it('contradicts a list that leaves out a default of one letter, whatever words hold it', async () => {
    await expectContradicted(
      'python',
      source("mode: For reading, ⟦must be 'w' or 'x'⟧.", 'print(mode)', "def f(mode='r'):"),
      "'r', the value of mode when none is given, is not in this list.",
    );
  });

  it('contradicts a list that leaves the default out', async () => {
    await expectContradicted(
      'python',
      source("mode: ⟦Must be 'a' or 'b'⟧.", 'print(mode)', "def f(mode='z'):"),
      "'z', the value of mode when none is given, is not in this list.",
    );
  });

  it('stays quiet on a validation in the class whose list a method extends', async () => {
    const text = `class A:\n    MODES = ["a", "b"]\n\n    def f(self, mode):\n        """F.\n\n        Args:\n            mode: One of "a", "c".\n        """\n        if mode not in self.MODES:\n            raise ValueError(mode)\n        return mode\n\n    def add(self, mode):\n        self.MODES.append(mode)\n`;
    await expectQuiet('python', text, 'unverified');
  });

  it.each([
    ['the right values', 'mode: One of "a", "b".', 'assert mode in MODES', 'def f(mode):', 'supported'],
    ['None as default', "mode: Must be 'a' or 'b'.", 'print(mode)', 'def f(mode=None):', 'unverified'],
    ['values that depend', "mode: If x, must be 'a' or 'b'.", 'print(mode)', "def f(mode='z'):"],
    [
      'a list that is ahead of the code',
      "mode: One of 'a', 'c'. Currently only 'a' is implemented.",
      'assert mode in MODES',
      'def f(mode):',
      'unverified',
    ],
    ['words', 'mode: One of several words.', 'print(mode)', "def f(mode='z'):"],
    [
      'a value of the code',
      'mode: One of "a", "c".',
      'assert mode in MODES\n    print("c")',
      'def f(mode):',
      'unverified',
    ],
  ])('stays quiet on %s', async (_name, words, body, head, ...verdicts) => {
    await expectQuiet('python', source(words, body, head), ...verdicts);
  });
});
