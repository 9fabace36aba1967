import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { languages } from '../../src/core/source/index.ts';
import { checkedLanguageIds } from '../../src/extension/languages.ts';

const manifest = z
  .object({
    activationEvents: z.array(z.string()),
    contributes: z.object({
      commands: z.array(z.object({ command: z.string(), enablement: z.string().optional() })),
    }),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe('the languages that are checked', () => {
  const scanned = languages.map(({ id }) => id).sort();

  it('are those that core scans', () => {
    expect([...checkedLanguageIds].sort()).toEqual(scanned);
  });

  it('activate the extension', () => {
    const activating = manifest.activationEvents
      .filter((event) => event.startsWith('onLanguage:'))
      .map((event) => event.slice('onLanguage:'.length));
    // A question sheet is no source, and yet the editor answers in it.
    expect(activating.sort()).toEqual([...scanned, 'factqa'].sort());
  });

  it('enable Check Comments in File', () => {
    const { enablement = '' } =
      manifest.contributes.commands.find(({ command }) => command === 'factprobe.checkFile') ?? {};
    const pattern = /editorLangId =~ \/(.*)\/$/.exec(enablement)?.[1] ?? '';
    expect(scanned.filter((id) => !new RegExp(pattern).test(id))).toEqual([]);
    expect(new RegExp(pattern).test('javascripts')).toBe(false);
  });
});
