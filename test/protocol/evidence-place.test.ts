import { describe, expect, it } from 'vitest';
import { evidencePlaceSchema } from '../../src/protocol/evidence-place.ts';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };

describe('a place that a link names', () => {
  it.each(['file:///harbour/a.ts', 'untitled:Untitled-1'])('may be %s', (uri) => {
    expect(evidencePlaceSchema.parse({ uri, range })).toEqual({ uri, range });
  });

  it.each([
    { uri: 'command:workbench.action.terminal.new', range },
    { uri: 'https://example.org/a.ts', range },
    { uri: 'vscode:extension/a.b', range },
    { uri: ' file:///harbour/a.ts', range },
    { uri: 'file:///harbour/a.ts' },
    { uri: 'file:///harbour/a.ts', range: { ...range, start: { line: -1, character: 0 } } },
    { uri: 'file:///harbour/a.ts', range: { ...range, start: { line: 1.5, character: 0 } } },
    'file:///harbour/a.ts',
    null,
  ])('is never %j', (given) => {
    expect(evidencePlaceSchema.safeParse(given).success).toBe(false);
  });
});
