import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import english from '../l10n/messages.en.json' with { type: 'json' };
import chinese from '../l10n/messages.zh-cn.json' with { type: 'json' };

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = { english, chinese };

/** Names of the values that a message takes. */
function argumentsOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort();
}

async function sourcesText(): Promise<string> {
  const names = await readdir('src', { recursive: true });
  const sources = names.filter((name) => /\.ts$/.test(name));
  return (await Promise.all(sources.map((name) => readFile(join('src', name), 'utf8')))).join('\n');
}

describe('the catalogues', () => {
  it('have the same messages, sorted', () => {
    const ids = Object.keys(english);
    expect(Object.keys(chinese)).toEqual(ids);
    expect(ids).toEqual(ids.toSorted());
  });

  it.each(Object.keys(english))('say %s with the same values in every language', (id) => {
    const texts = Object.values(catalogues).map((catalogue) => catalogue[id] ?? '');
    const plain = texts.map((text) => argumentsOf(text.replace(/\{(?=[^{}]*\})(?!\w+[,}])[^{}]*\}/g, '')));
    expect(new Set(plain.map(String)).size).toBe(1);
    for (const text of texts) expect(() => new IntlMessageFormat(text, 'en')).not.toThrow();
  });

  it('hold no message that nobody says', async () => {
    const sources = await sourcesText();
    const isSaid = (id: string) => {
      const start = id.slice(0, id.lastIndexOf('.') + 1);
      return sources.includes(`'${id}'`) || sources.includes(`\`${start}\${`);
    };
    expect(Object.keys(english).filter((id) => !isSaid(id))).toEqual([]);
  });
});
