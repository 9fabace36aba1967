import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractConfiguration from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { describe, expect, it } from 'vitest';

const configuration = await extractConfiguration(resolve('.dependency-cruiser.mjs'));

/** The folder that a source stands in, as the picture names it: folders of core by themselves. */
function roomOf(path: string): string | undefined {
  return /^src\/(?:core\/)?([^/]+)\//.exec(path)?.[1];
}

async function importsBetweenRooms(): Promise<ReadonlySet<string>> {
  const { output } = await cruise(['src'], { ...configuration.options, ruleSet: { forbidden: [] } });
  if (typeof output === 'string') throw new Error('dependency-cruiser printed instead of answering');
  const found = new Set<string>();
  for (const { source, dependencies } of (output as ICruiseResult).modules) {
    for (const { resolved } of dependencies) {
      const [from, to] = [roomOf(source), roomOf(resolved)];
      if (from !== undefined && to !== undefined && from !== to) found.add(`${from} --> ${to}`);
    }
  }
  return found;
}

async function arrowsOfThePicture(): Promise<ReadonlySet<string>> {
  const text = await readFile('docs/architecture.md', 'utf8');
  const picture = /```mermaid\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  return new Set([...picture.matchAll(/^\s*(\w+ --> \w+)$/gm)].map(([, arrow]) => arrow ?? ''));
}

describe('docs/architecture.md', () => {
  it('draws the imports as they are', async () => {
    const [drawn, real] = await Promise.all([arrowsOfThePicture(), importsBetweenRooms()]);
    expect(drawn.size).toBeGreaterThan(20);
    expect([...real].filter((arrow) => !drawn.has(arrow))).toEqual([]);
    expect([...drawn].filter((arrow) => !real.has(arrow))).toEqual([]);
  });

  it('forbids by rules that are all switched on, each with its reason', () => {
    for (const { severity, comment } of configuration.forbidden ?? []) {
      expect(severity).toBe('error');
      expect(comment?.length).toBeGreaterThan(20);
    }
  });
});
