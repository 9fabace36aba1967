import { describe, expect, it } from 'vitest';
import type { SignatureRecord } from '../../../src/core/evidence/module-record.ts';
import { overloadAgreement } from '../../../src/core/evidence/overload-agreement.ts';

/** A signature written as `text, unit?: string => number`. */
function signature(written: string): SignatureRecord {
  const [list = '', returns] = written.split(' => ');
  const stated = (value: string) => ({ value, spans: [{ start: 0, end: 1 }] });
  const parameters = list.split(', ').map((parameter) => {
    const [name = '', type] = parameter.split(': ');
    return {
      name: name.replace('?', ''),
      kind: 'plain' as const,
      optional: name.endsWith('?'),
      span: { start: 0, end: 1 },
      properties: [],
      ...(type === undefined ? {} : { type: stated(type) }),
    };
  });
  return { parameters, isAsync: false, ...(returns === undefined ? {} : { returns: stated(returns) }) };
}

const agreement = (overloads: readonly string[], behind?: string) =>
  overloadAgreement(overloads.map(signature), [], behind === undefined ? undefined : signature(behind));

describe('what overloads agree on', () => {
  it('is nothing to say of one signature', () => {
    expect(agreement(['text => number'])).toBeUndefined();
  });

  it.each([
    [['a, b? => x', 'a, b? => x'], { returns: true, names: true, optional: true, parameters: ['a', 'b'] }],
    [['a, b? => x', 'a, b => y'], { returns: false, names: true, optional: false, parameters: ['a'] }],
    [['a: m, b => x', 'a: n, b => x'], { returns: true, names: true, optional: true, parameters: ['b'] }],
    [['a, b => x', 'a => x'], { returns: true, names: false, optional: false, parameters: ['a'] }],
  ])('%j', (overloads, expected) => {
    expect(agreement(overloads)).toEqual({ ...expected, defaults: [] });
  });

  it('is no list of names that the code behind them adds to', () => {
    expect(agreement(['a => x', 'a => y'], 'a, b?')).toMatchObject({ names: false, optional: false });
    expect(agreement(['a => x', 'a => y'], 'a')).toMatchObject({ names: true, optional: true });
  });
});
