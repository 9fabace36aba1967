import { describe, expect, it } from 'vitest';
import { hoverText } from '../../src/extension/knowledge/hover-text.ts';

describe('the text of a hover', () => {
  it.each([
    [
      '```typescript\nfunction dock(berth: string): void\n```\nMoors a **ship**.',
      'function dock(berth: string): void Moors a ship.',
    ],
    ['See [the chart](https://example.org/chart "x") and ![icon](a.png).', 'See the chart and icon.'],
    ['one\n\n---\n\ntwo\\_three', 'one two_three'],
    ['`a * b ** c`', '`a * b ** c`'],
    ['```\n```', ''],
  ])('of %j', (markdown, text) => {
    expect(hoverText(markdown)).toBe(text);
  });

  it('is cut where it is long', () => {
    expect(hoverText('x'.repeat(1000))).toHaveLength(400);
  });
});
