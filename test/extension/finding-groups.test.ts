import { describe, expect, it } from 'vitest';
import {
  filteredFindings,
  findingFilterSchema,
  groupFindings,
  groupingSchema,
  isNarrowed,
  plainFilter,
} from '../../src/extension/findings/finding-groups.ts';
import type { FileFindings, ShownFinding } from '../../src/protocol/findings.ts';

function finding(claim: string, more: Partial<ShownFinding> = {}): ShownFinding {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: claim.length } };
  return {
    ...{ range, claim, kind: 'default', verdict: 'contradicted', severity: 'warning', proof: 'syntax' },
    ...{ fingerprint: claim, message: claim, evidence: [], fix: null },
    ...more,
  };
}

const files: readonly FileFindings[] = [
  {
    uri: 'file:///harbour/a.ts',
    findings: [
      finding('a1'),
      finding('a2', { verdict: 'supported', severity: 'information' }),
      finding('a3', { kind: 'returns', severity: 'information' }),
    ],
  },
  { uri: 'file:///harbour/b.ts', findings: [finding('b1', { verdict: 'unverified' }), finding('b2')] },
];

const claims = (all: ReturnType<typeof filteredFindings>) => all.map((one) => one.finding.claim);
const filtered = (filter: unknown) => filteredFindings(files, findingFilterSchema.parse(filter));

describe('a filter', () => {
  it.each([
    [{}, ['a1', 'a3', 'b2']],
    [{ verdicts: ['supported', 'unverified'] }, ['a2', 'b1']],
    [{ hiddenKinds: ['default'] }, ['a3']],
    [{ severities: ['warning'] }, ['a1', 'b2']],
    [{ verdicts: ['contradicted', 'supported'], severities: ['warning'] }, ['a1', 'a2', 'b2']],
    [{ verdicts: [] }, []],
  ])('%j leaves %j', (filter, expected) => {
    expect(claims(filtered(filter))).toEqual(expected);
  });

  it('that was kept by another version falls back part by part', () => {
    expect(findingFilterSchema.parse({ verdicts: ['false'], hiddenKinds: ['returns'] })).toEqual({
      ...plainFilter,
      hiddenKinds: ['returns'],
    });
    expect(isNarrowed(findingFilterSchema.parse({}))).toBe(false);
    expect(isNarrowed(findingFilterSchema.parse({ severities: ['warning'] }))).toBe(true);
  });
});

describe('findings', () => {
  const all = filtered({ verdicts: ['contradicted', 'supported', 'unverified'] });
  it.each([
    ['file', { 'file:///harbour/a.ts': ['a1', 'a2', 'a3'], 'file:///harbour/b.ts': ['b1', 'b2'] }],
    ['verdict', { contradicted: ['a1', 'a3', 'b2'], supported: ['a2'], unverified: ['b1'] }],
    ['kind', { default: ['a1', 'a2', 'b1', 'b2'], returns: ['a3'] }],
  ] as const)('stand under their %s', (by, expected) => {
    const groups = groupFindings(all, by);
    expect(Object.fromEntries(groups.map(({ key, findings }) => [key, claims(findings)]))).toEqual(expected);
    expect(groups.map(({ key }) => key)).toEqual(Object.keys(expected));
  });

  it('stand under their file when what was kept is no grouping', () => {
    expect(groupingSchema.parse('colour')).toBe('file');
  });
});
