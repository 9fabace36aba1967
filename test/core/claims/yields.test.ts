import { describe, expect, it } from 'vitest';
import { expectContradicted, findingsOf, quietOf } from '../../support/claims.ts';

const expectQuiet = quietOf('yields');

const python = (body: string, head = 'def f(a):', header = 'Yields:') =>
  `${head}\n    """F.\n\n    ${header}\n        The items.\n    """\n    ${body}\n`;

describe('what is yielded', () => {
  it('contradicts a function that yields nothing and hands nothing back', async () => {
    await expectContradicted('python', python('print(a)', 'def f(a):', '⟦Yields:⟧'), 'f yields nothing.');
    await expectContradicted(
      'javascript',
      '/**\n * Walks.\n * ⟦@yields {number} The next.⟧\n */\nfunction walk(a) { a.forEach(log); }',
      'walk yields nothing.',
    );
  });

  it('contradicts a function that hands back numbers and flags alone', async () => {
    const body = 'if a is None:\n        return False\n    return len(a)';
    await expectContradicted('python', python(body, 'def f(a):', '⟦Yields:⟧'), 'f yields nothing.');
  });

  it('supports a generator, async ones and decorated ones too', async () => {
    await expectQuiet('python', python('yield a'), 'supported');
    await expectQuiet('python', python('yield a', '@contextmanager\ndef f(a):'), 'supported');
    await expectQuiet(
      'javascript',
      '/** @yields {number} */\nasync function* f(a) { yield 1; }',
      'supported',
    );
  });

  it.each([
    ['a returned generator', python('return g(a)')],
    ['a text, whose letters may be meant', python('return "abc"')],
    ['a comparison that may be an array', python('return a == 1')],
    ['a generator expression', python('return (x for x in a)')],
    ['a stub', python('raise NotImplementedError')],
    ['an abstract method', python('print(a)', '@abstractmethod\ndef f(a):')],
    ['a decorator that it does not know', python('print(a)', '@as_stream\ndef f(a):')],
    ['a class', python('pass', 'class F:')],
  ])('stays quiet on %s', async (_name, source) => {
    const verdicts = (await findingsOf('python', source)).map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict !== 'unverified')).toEqual([]);
  });
});
