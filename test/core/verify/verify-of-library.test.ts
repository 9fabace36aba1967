import { describe, expect, it } from 'vitest';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { verifyOfLibrary } from '../../../src/core/verify/verify-of-library.ts';
import { Declarations, fakeTools } from '../../support/facts.ts';
import { testParser } from '../../support/tools.ts';

const owner = { ecosystem: 'npm', name: 'harbour', version: '2.1.0', root: '/harbour' } as const;
const declarations = new Declarations(
  owner,
  'index.d.ts',
  `/** @deprecated Use moor. */
export function dock(): void;
export function moor(berth: string, attempts = 3, delay = 1000, flag = "red"): Promise<string>;
export function depth(): number;
`,
);
const dock = declarations.symbol('export function dock(): void', {
  name: 'dock',
  parameters: [],
  returns: declarations.value('void'),
  deprecated: declarations.value('Use moor.', '@deprecated Use moor.'),
});
const moor = declarations.symbol('export function moor(', {
  name: 'moor',
  parameters: [
    declarations.parameter('berth: string', { name: 'berth', type: declarations.value('string') }),
    declarations.parameter('attempts = 3', {
      name: 'attempts',
      optional: true,
      default: declarations.value('3', 'attempts = 3'),
    }),
    declarations.parameter('delay = 1000', {
      name: 'delay',
      optional: true,
      default: declarations.value('1000', 'delay = 1000'),
    }),
    declarations.parameter('flag = "red"', {
      name: 'flag',
      optional: true,
      default: declarations.value('"red"', 'flag = "red"'),
    }),
  ],
  returns: declarations.value('Promise<string>'),
});
const depth = declarations.symbol('export function depth(): number', {
  name: 'depth',
  parameters: [],
  returns: declarations.value('number'),
});

async function verdict(claim: string) {
  const tools = { ...fakeTools([dock, moor, depth]), parser: await testParser() };
  const result = await verifyOfLibrary(tools, { claim, from: ['/harbour'], cancellation: neverCancelled });
  if (result.verdict !== 'unverified') expect(result.evidence.length).toBeGreaterThan(0);
  return result.verdict;
}

describe('a claim about a library', () => {
  it.each([
    'The default of attempts in harbour.moor is 3.',
    'The default of `attempts` in `moor` is `3`',
    'In moor, attempts defaults to 3',
    "moor's attempts defaults to 3",
    'attempts in moor is 3 by default',
    'flag in moor defaults to "red"',
    'moor 的 attempts 默认为 3',
    'dock is deprecated',
    'dock 已弃用',
    'moor is not deprecated',
    'moor has a parameter berth',
    'moor takes no parameter tide',
    'berth is required in moor',
    'attempts is optional in moor',
    'the second parameter of moor is attempts',
    'depth returns a number',
    'berth in moor is a string',
  ])('is supported: %s', async (claim) => {
    expect(await verdict(claim)).toBe('supported');
  });

  it.each([
    'The default of attempts in harbour.moor is 5.',
    "moor's attempts defaults to 5",
    'flag in moor defaults to "blue"',
    'delay in moor defaults to 30 ms',
    'moor 的 attempts 默认是 5',
    'dock is not deprecated',
    'moor has been deprecated',
    'moor has a parameter tide',
    'berth is optional in moor',
    'moor requires attempts',
    'the first parameter of moor is attempts',
    'depth returns a string',
  ])('is contradicted: %s', async (claim) => {
    expect(await verdict(claim)).toBe('contradicted');
  });

  it.each([
    // One second is a thousand milliseconds.
    'delay in moor defaults to 1 second',
    // The default of what must be passed is asked for nothing.
    'attempts in moor defaults to 5 if the berth is taken',
    'moor is deprecated in the next version',
    'moor returns a berth',
    'depth returns an int or nothing',
    'harbour.anchor is deprecated',
    'moor moors',
    // A number may be one, and may not.
    'depth returns an integer',
    'moor does not return a string',
    'the eighth parameter of moor is attempts',
  ])('is left open: %s', async (claim) => {
    expect(await verdict(claim)).toBe('unverified');
  });
});
