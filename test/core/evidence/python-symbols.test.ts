import { describe, expect, it } from 'vitest';
import { evidenceFixture, factsOf, lookUp, parameterOf, shown, signature } from '../../support/evidence.ts';

const fixture = 'python-package';

describe('a Python package of a virtual environment', () => {
  it('gives a function with its distribution, version and parameters', async () => {
    const facts = await factsOf(fixture, 'tidal.get');
    expect(facts.package).toEqual({
      ecosystem: 'python',
      name: 'tidal',
      version: '3.1.0',
      root: `${evidenceFixture(fixture)}/.venv/lib/python3.12/site-packages`,
    });
    expect(signature(facts)).toEqual(['station: str', 'timeout?: float = 20.0', 'limit? = 48', 'options?']);
    expect(facts.parameters?.map(({ kind }) => kind)).toEqual([
      'plain',
      'keyword-only',
      'keyword-only',
      'keyword-rest',
    ]);
    const limit = await parameterOf(fixture, 'tidal.get', 'limit');
    expect(shown(limit.default)).toBe('48 by limit=LIMIT and LIMIT = 48');
  });

  it('takes types and what comes back from the docstring where nothing is annotated', async () => {
    const facts = await factsOf(fixture, 'tidal.gauge');
    expect(signature(facts)).toEqual(['day: datetime.date', 'unit?: str = "m"']);
    expect(shown(facts.returns)).toBe('float by float: The highest level.');
  });

  it('prefers a stub and takes the defaults that it leaves out from the source', async () => {
    const facts = await factsOf(fixture, 'tidal.speed');
    expect(facts.head.path).toMatch(/fast\.pyi$/);
    expect(signature(facts)).toEqual(['knots: float', 'factor?: float = 1.852']);
  });

  it('gives a class by its initialiser, its members and those of its base', async () => {
    expect(signature(await factsOf(fixture, 'tidal.Session'))).toEqual(['station', 'timeout? = 20']);
    const levels = await factsOf(fixture, 'Session.levels', { ecosystem: 'python' });
    expect(levels.isAsync).toBe(true);
    expect(signature(levels)).toEqual(['day', 'extra?', 'step?: int = 6']);
    expect(signature(await factsOf(fixture, 'tidal.Session.close'))).toEqual(['force?: bool = False']);
    expect(await factsOf(fixture, 'tidal.Session.name')).toMatchObject({
      kind: 'property',
      type: { value: 'str' },
    });
    expect((await factsOf(fixture, 'tidal.Session.retries')).default?.value).toBe('3');
    expect((await factsOf(fixture, 'tidal.__version__')).default?.value).toBe('"3.1.0"');
  });

  it('respects __all__ in a star import', async () => {
    expect(signature(await factsOf(fixture, 'tidal.highest'))).toEqual(['values', 'default? = 0.0']);
    expect(await lookUp(fixture, 'tidal.lowest', { ecosystem: 'python' })).toMatchObject({
      type: 'no-such-symbol',
      symbol: 'lowest',
    });
    expect(signature(await factsOf(fixture, 'tidal.levels.lowest'))).toEqual(['values']);
  });

  it('gives the pieces of a warning as they are written', async () => {
    const { deprecated } = await factsOf(fixture, 'tidal.api.ancient');
    expect(deprecated?.value).toBe('"ancient is deprecated. "\n        "Please use get instead."');
  });

  it.each([
    ['tidal.api.fetch', 'Use get by deprecated("Use get")'],
    [
      'tidal.api.old',
      'Use :func:`get` with a limit. by .. deprecated:: 2.0\n       Use :func:`get`\n       with a limit.',
    ],
    [
      'tidal.api.slow',
      'slow is deprecated, use get by warnings.warn("slow is deprecated, use get", DeprecationWarning, stacklevel=2)',
    ],
    ['tidal.api.archaic', ' by warnings._deprecated("tidal.api.archaic", remove=(3, 15))'],
    ['tidal.api.partly', undefined],
    ['tidal.get', undefined],
  ])('knows whether %s is deprecated', async (symbol, expected) => {
    expect(shown((await factsOf(fixture, symbol)).deprecated)).toBe(expected);
  });
});
