import { describe, expect, it } from 'vitest';
import { evidenceFixture, factsOf, lookUp, parameterOf, shown, signature } from '../../support/evidence.ts';

const fixture = 'npm-declarations';

describe('declarations of an npm package', () => {
  it('gives a function with its package, version, parameters and what it returns', async () => {
    const facts = await factsOf(fixture, 'tiny-retry.retry');
    expect(facts.package).toEqual({
      ecosystem: 'npm',
      name: 'tiny-retry',
      version: '1.2.0',
      root: `${evidenceFixture(fixture)}/node_modules/tiny-retry`,
    });
    expect(facts.name).toBe('retry');
    expect(facts.kind).toBe('function');
    expect(shown(facts.returns)).toBe('Promise<T> by Promise<T>');
    expect(facts.deprecated).toBeUndefined();
    expect(signature(facts)).toEqual([
      'work: () => Promise<T>',
      'options?: RetryOptions',
      'options.attempts?: number = 3',
      'options.delay?: number = 100',
      'options.limit?: number = 30 seconds',
      'options.log?: boolean = false',
      'options.backoff?: Backoff = {}',
      'options.backoff.factor?: number',
      'options.backoff.jitter?: number = 0.5',
      "options.place?: { /** @default 'pool' */ name?: string }",
      "options.place.name?: string = 'pool'",
    ]);
  });

  it('proves a default by the code that runs, else by the words of the declaration', async () => {
    const attempts = await parameterOf(fixture, 'tiny-retry.retry', 'options.attempts');
    expect(shown(attempts.default)).toBe('3 by attempts = 3');
    expect(attempts.default?.evidence[0]?.path).toMatch(/lib\/index\.js$/);
    const delay = await parameterOf(fixture, 'tiny-retry.retry', 'options.delay');
    expect(shown(delay.default)).toBe('100 by Defaults to `100`');
  });

  it('counts overloads and gives the parameters of the one that leaves most to choice', async () => {
    const facts = await factsOf(fixture, 'tiny-retry.parseWait');
    expect(facts.overloads).toBe(2);
    expect(facts.agreement).toEqual({
      returns: false,
      names: false,
      optional: false,
      parameters: ['text'],
      defaults: ['unit'],
    });
    expect(signature(facts)).toEqual(['text: string', "unit?: string = 'ms'"]);
  });

  it('takes a method and a function of the same path for overloads that may differ', async () => {
    const facts = await factsOf(fixture, 'tiny-retry/clock.Bell.ring');
    expect(facts.overloads).toBe(2);
    expect(facts.agreement).toMatchObject({ returns: false, names: false, parameters: [] });
  });

  it('reads variables that are functions by their own type or an alias of one', async () => {
    const facts = await factsOf(fixture, 'tiny-retry.retryForever');
    expect(signature(facts)).toEqual(['work: () => Promise<void>']);
    expect(shown(facts.returns)).toBe('Promise<never> by Promise<never>');
    expect(shown(facts.deprecated)).toBe(
      'Use {@link retry} with `attempts: Infinity`. by @deprecated Use {@link retry} with `attempts: Infinity`.',
    );
    expect(signature(await factsOf(fixture, 'tiny-retry.onError'))).toEqual([
      'error: Error',
      'attempt?: number',
    ]);
  });

  it('gives a class by its constructor, its members and those of its base', async () => {
    expect(signature(await factsOf(fixture, 'new Queue()'))).toEqual([
      'size?: number = 16',
      'options?: { /** @default true */ strict?: boolean }',
      'options.strict?: boolean = true',
    ]);
    expect(shown((await factsOf(fixture, 'Queue#length')).type)).toBe('number by number');
    expect(shown((await factsOf(fixture, 'Queue.prototype.clear')).deprecated)).toBe(' by @deprecated');
    expect(await lookUp(fixture, 'tiny-retry.Queue.secret')).toMatchObject({ type: 'no-such-symbol' });
  });

  it.each([
    ['tiny-retry.Clock.now', 'zone?: string'],
    ['tiny-retry.Watch.now', 'zone?: string'],
    ['tiny-retry/clock.tick', 'every: number'],
    ['tiny-retry/clock.parseWait', 'text: string'],
    ['tiny-retry.units.seconds', 'count: number'],
    ['tiny-retry', 'work: () => Promise<T>'],
    ['tiny-retry.default', 'work: () => Promise<T>'],
    ['retry', 'work: () => Promise<T>'],
  ])('follows re-exports to %s', async (symbol, first) => {
    expect(signature(await factsOf(fixture, symbol))?.[0]).toBe(first);
  });

  it('follows modules that take each other whole', async () => {
    expect((await factsOf(fixture, 'tiny-retry.Level.High')).default?.value).toBe('2');
    expect(await lookUp(fixture, 'tiny-retry.Levle')).toMatchObject({
      type: 'no-such-symbol',
      symbol: 'Levle',
      nearest: ['Level'],
      package: { name: 'tiny-retry', version: '1.2.0' },
    });
  });

  it('names near packages when none is installed', async () => {
    const query = { from: [evidenceFixture(fixture)], ecosystem: 'npm' } as const;
    expect(await lookUp(fixture, 'tiny-retyr.retry', query)).toEqual({
      type: 'not-installed',
      name: 'tiny-retyr',
      nearest: ['tiny-retry'],
    });
  });
});
