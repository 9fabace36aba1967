import { describe, expect, it } from 'vitest';
import { checkFile, WorkspaceNames } from '../../../src/core/claims/index.ts';
import { createMemoryCacheStore, neverCancelled } from '../../../src/core/platform/index.ts';
import { languageOfFile } from '../../../src/core/source/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { decodeUtf8 } from '../../../src/node/file-system.ts';
import { readMarkedText } from '../../support/marked-text.ts';
import { createMemoryFiles } from '../../support/memory-files.ts';
import { checkTools } from '../../support/tools.ts';

const render = createRenderer('en');
const cache = createMemoryCacheStore();

/** The findings about references in the first of some files, checked among the others. */
async function referencesIn(files: Readonly<Record<string, string>>) {
  const [path = ''] = Object.keys(files);
  const language = languageOfFile(path);
  if (language === undefined) throw new Error(`no language for ${path}`);
  const memory = createMemoryFiles({ ...files, '/harbour/package.json': '{}' });
  const tools = {
    ...(await checkTools()),
    files: memory,
    decode: decodeUtf8,
    cache,
    engine: 'test',
    names: new WorkspaceNames({ files: memory, decode: decodeUtf8 }, () => 0),
  };
  const { findings } = await checkFile(tools, { path, language, cancellation: neverCancelled });
  return findings.filter(({ kind }) => kind === 'reference');
}

async function expectMisspelt(
  marked: string,
  sentence: string,
  others: Readonly<Record<string, string>> = {},
) {
  const { text, spans } = readMarkedText(marked);
  const path = /^def|^class/m.test(text) ? '/harbour/ship.py' : '/harbour/ship.ts';
  const found = (await referencesIn({ [path]: text, ...others })).filter(
    ({ verdict }) => verdict === 'contradicted',
  );
  expect(found.map(({ claim }) => claim)).toEqual(spans.map(({ start, end }) => text.slice(start, end)));
  expect(found.map(({ message }) => render(message))).toEqual([sentence]);
  expect(found[0]?.evidence.length).toBeGreaterThan(0);
  return found;
}

const typescript = (words: string) =>
  `/** ${words} */\nexport function sail() {}\nexport function anchorShip() {}\n`;
const python = (words: string) =>
  `def sail():\n    """${words}"""\n    return 1\n\n\ndef anchor_ship():\n    return 2\n`;

describe('names that a comment refers to', () => {
  it.each([
    ['a link', '{@link ⟦anchorShpi⟧}'],
    ['a link with words', '{@link ⟦ancorShip⟧|the anchor}'],
    ['a call in backticks', 'See `⟦anchorShipp⟧()`.'],
  ])('contradicts %s to a slip of a name of the file', async (_name, words) => {
    const name = /⟦(.*)⟧/.exec(words)?.[1] ?? '';
    const [found] = await expectMisspelt(typescript(words), `${name} exists nowhere; anchorShip does.`);
    expect(found?.fix?.edits.map(({ newText }) => newText)).toEqual(['anchorShip']);
  });

  it.each([
    ['a role', 'See :func:`⟦anchor_shpi⟧`.'],
    ['a role with a tilde', 'See :func:`~⟦anchor_shi⟧`.'],
    ['“See Also”', 'Sail.\n\n    See Also\n    --------\n    ⟦anchr_ship⟧ : Anchors.\n    '],
  ])('contradicts %s to a slip of a name of the file', async (_name, words) => {
    const name = /⟦(.*)⟧/.exec(words)?.[1] ?? '';
    await expectMisspelt(python(words), `${name} exists nowhere; anchor_ship does.`);
  });

  it('finds the name in another file, and quotes it there', async () => {
    const [found] = await expectMisspelt(
      typescript('{@link ⟦lowerFlga⟧}'),
      'lowerFlga exists nowhere; lowerFlag does.',
      { '/harbour/flag.ts': 'export function lowerFlag() {}\n' },
    );
    expect(found?.evidence.map(({ path, quote }) => `${path} ${quote}`)).toContain(
      '/harbour/flag.ts lowerFlag',
    );
  });

  it.each([
    ['a name of the file', '{@link anchorShip}', 'supported'],
    ['a name from far away', '{@link AbortController}', 'unverified'],
    ['a name of another file', '{@link lowerFlga}', 'unverified'],
    ['a member of something from elsewhere', '{@link harbour.anchorShpi}', 'unverified'],
    ['a plural', '{@link anchorShips}', 'unverified'],
    ['a private name', '{@link _anchorShip}', 'unverified'],
    ['a class for its instance', '{@link AnchorShip}', 'unverified'],
    ['an address', '{@link https://example.com/anchorShpi}'],
    ['a word in backticks', 'The `anchorShpi` of it.'],
    ['an example', '```\n * `anchorShpi()`\n * ```'],
  ])('stays quiet on %s', async (_name, words, ...verdicts) => {
    const others = { '/harbour/other.ts': 'export const lowerFlga = 1;\n' };
    const found = await referencesIn({ '/harbour/ship.ts': typescript(words), ...others });
    expect(found.map(({ verdict }) => verdict)).toEqual(verdicts);
  });

  it('knows the names that comments alone declare', async () => {
    const declared = '/** @typedef {Object<string, {a: number}>} HarbourPlan - A plan. */\nexport {};\n';
    const [found] = await expectMisspelt(
      typescript('{@link ⟦HarbourPaln⟧}'),
      'HarbourPaln exists nowhere; HarbourPlan does.',
      { '/harbour/plan.ts': declared },
    );
    expect(found?.evidence.map(({ path, quote }) => `${path} ${quote}`)).toContain(
      '/harbour/plan.ts HarbourPlan',
    );
  });

  it.each([
    ['a type', '@typedef {{\n *   a: {b: number}\n * }} HarbourPlan'],
    ['a callback', '@callback Harbour~HarbourPlan'],
    ['a namespace', '@namespace HarbourPlan'],
    ['an event', '@event Harbour#HarbourPlan'],
  ])('takes %s that a comment declares for a name of the file', async (_name, tag) => {
    const text = `/**\n * ${tag}\n */\n\n${typescript('{@link HarbourPlan}')}`;
    const found = await referencesIn({ '/harbour/ship.ts': text });
    expect(found.map(({ verdict }) => verdict)).toEqual(['supported']);
    await expectMisspelt(
      text.replace('@link HarbourPlan', '@link ⟦HarbourPaln⟧'),
      'HarbourPaln exists nowhere; HarbourPlan does.',
    );
  });

  it('takes no other words of comments for names', async () => {
    const text = `/** @returns HarbourPlan, the plan. */\nfunction plan() {}\n\n${typescript('{@link HarbourPaln}')}`;
    const found = await referencesIn({ '/harbour/ship.ts': text });
    expect(found.map(({ verdict }) => verdict)).toEqual(['unverified']);
  });

  it('uses no verdict that another file has made untrue', async () => {
    const text = typescript('{@link anchorShpi}');
    await expectMisspelt(typescript('{@link ⟦anchorShpi⟧}'), 'anchorShpi exists nowhere; anchorShip does.');
    const found = await referencesIn({
      '/harbour/ship.ts': text,
      '/harbour/other.ts': 'export const anchorShpi = 1;\n',
    });
    expect(found.map(({ verdict }) => verdict)).toEqual(['unverified']);
  });
});
