import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../support/claims.ts';

const expectQuiet = quietOf('returns');

describe('what comes back, in JSDoc', () => {
  it('contradicts a value that no return hands back', async () => {
    const source = (tag: string) => `/**\n * Sends.\n${tag} */\nfunction send(a) { log(a); }`;
    await expectContradicted(
      'javascript',
      source(' * ⟦@returns {number} the count⟧\n'),
      'send never returns a value.',
    );
    expect(await fixed('javascript', source(' * @returns {number} the count\n'))).toBe(source(''));
  });

  it('contradicts nothing where a value comes back', async () => {
    await expectContradicted(
      'javascript',
      '/** ⟦@returns {void}⟧ */\nconst f = (a) => [a];',
      'A value comes back: [a]',
    );
    await expectContradicted(
      'javascript',
      '/** ⟦@returns {undefined}⟧ */\nfunction f(a) { return a > 1 && (a < 9 || a === 20); }',
      'A value comes back: return a > 1 && (a < 9 || a === 20);',
    );
  });

  it('stays quiet where either side of an operator may be nothing', async () => {
    await expectQuiet(
      'javascript',
      '/** @returns {undefined} */\nfunction f(a) { return a > 1 || g(a); }',
      'unverified',
    );
  });

  it('contradicts a promise where only plain values come back', async () => {
    await expectContradicted(
      'typescript',
      '/** ⟦@returns {Promise<number>} the count⟧ */\nexport function count(a) { if (a) return 1; return a + 1; }',
      'count is not async and returns plain values, not a promise.',
    );
  });

  it.each([
    ['an async function', '@returns {Promise<void>}', 'async function f() { await g(); }', 'supported'],
    [
      'an async function without a type',
      '@returns when done',
      'async function f() { await g(); }',
      'unverified',
    ],
    ['a call that may return nothing', '@returns {void}', 'function f() { return g(); }', 'unverified'],
    ['a call that may return a promise', '@returns {Promise}', 'function f() { return g(); }', 'unverified'],
    ['a promise', '@returns {Promise}', 'function f() { return new Promise(g); }', 'supported'],
    [
      'a function that only throws',
      '@returns {number}',
      "function f() { throw new Error('no'); }",
      'unverified',
    ],
    [
      'a function that a subclass fills',
      '@returns {number}',
      'function f() { return undefined; }',
      'unverified',
    ],
    [
      'a body that always throws at its end',
      '@returns {number}',
      'function f() { g(); throw h; }',
      'unverified',
    ],
    ['a generator', '@returns {Iterator}', 'function* f() { yield 1; }', 'unverified'],
    ['words that say nothing comes back', '@return {} No return.', 'function f() { g(); }', 'unverified'],
    ['a type that allows nothing', '@returns {number|undefined}', 'function f() { g(); }', 'unverified'],
    ['null for nothing', '@returns {void}', 'function f() { return null; }', 'unverified'],
    ['a thenable object', '@returns {Promise}', 'function f() { return { then() {} }; }', 'unverified'],
    [
      'a return in a nested function',
      '@returns {number}',
      'function f() { return g(() => { return; }); }',
      'supported',
    ],
  ])('stays quiet on %s', async (_name, tag, code, verdict) => {
    await expectQuiet('javascript', `/** ${tag} */\n${code}`, verdict);
  });
});

describe('what comes back, in Google docstrings', () => {
  const source = (claim: string, body: string, head = 'def f(a):') =>
    `${head}\n    """F.\n\n    Returns:\n        ${claim}\n    """\n    ${body}\n`;

  it('contradicts both ways', async () => {
    await expectContradicted('python', source('⟦None⟧', 'return [a]'), 'A value comes back: return [a]');
    await expectContradicted('python', source('⟦int: The count.⟧', 'print(a)'), 'f never returns a value.');
    await expectContradicted(
      'python',
      source('⟦The count.⟧', 'if a:\n        return\n    print(a)'),
      'f never returns a value.',
    );
  });

  it('deletes the section', async () => {
    expect(await fixed('python', source('The count.', 'print(a)'))).toBe(
      'def f(a):\n    """F.\n\n    """\n    print(a)\n',
    );
  });

  it.each([
    ['None or a list', 'None if absent, else a list.', 'return [a]'],
    ['a stub', 'The count.', 'raise NotImplementedError'],
    ['an ellipsis', 'The count.', '...'],
    ['a method for subclasses', 'str: The header.', 'return None'],
    ['None in the words behind a type', 'str: The id; None here.', 'print(a)'],
    ['a generator', 'The items.', 'yield a'],
    ['a call', 'None', 'return g(a)'],
  ])('stays quiet on %s', async (_name, claim, body) => {
    await expectQuiet('python', source(claim, body), 'unverified');
  });

  it('stays quiet under a decorator that it does not know', async () => {
    await expectQuiet(
      'python',
      source('The context.', 'print(a)', '@contextmanager\ndef f(a):'),
      'unverified',
    );
  });
});

it('leaves a method alone that is there to be replaced', async () => {
  await expectQuiet(
    'python',
    'def coerce(key, value):\n    """Coerces.\n\n    :return: the coerced value.\n    """\n    if value is None:\n        return None\n    raise ValueError(key)\n',
    'unverified',
  );
});

describe('what comes back, in prose', () => {
  it('is not read out of a test', async () => {
    await expectQuiet('python', 'def test_rows(x):\n    """Return the rows in order."""\n    check(x)\n');
  });

  it.each<[string, string, string]>([
    ['⟦Return the number of rows⟧.', 'print(rows)', 'f never returns a value.'],
    ['Counts. ⟦Returns None⟧.', 'return [rows]', 'A value comes back: return [rows]'],
    ['统计。⟦返回 None⟧。', 'return [rows]', 'A value comes back: return [rows]'],
    ['⟦返回行数⟧。', 'print(rows)', 'f never returns a value.'],
  ])('is contradicted as a reading: %s', async (summary, body, sentence) => {
    const text = `def f(rows):\n    """${summary}"""\n    ${body}\n`;
    const [finding] = await expectContradicted('python', text, sentence);
    expect([finding?.severity, finding?.fix]).toEqual(['information', null]);
  });

  it.each<[string, string, readonly string[]]>([
    ['Return the number of rows.', 'return len(rows)', ['supported']],
    ['Counts. Returns None.', 'print(rows)', ['supported']],
    ['Counts. Returns None if there are none.', 'return [rows]', []],
    ['Return the book to the library.', 'print(rows)', []],
    ['Return the rows through a callback.', 'rows()', []],
    ['Returns the rows, or None.', 'print(rows)', ['unverified']],
    ['Prints what the reader returned.', 'print(rows)', []],
    ['返回到上一页。', 'print(rows)', []],
  ])('is left alone where it may be true: %s', async (summary, body, verdicts) => {
    await expectQuiet('python', `def f(rows):\n    """${summary}"""\n    ${body}\n`, ...verdicts);
  });
});
