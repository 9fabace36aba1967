import { describe, expect, it } from 'vitest';
import { checkFile, WorkspaceNames } from '../../../src/core/claims/index.ts';
import { createMemoryCacheStore, neverCancelled } from '../../../src/core/platform/index.ts';
import { languageOfFile } from '../../../src/core/source/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { decodeUtf8 } from '../../../src/node/file-system.ts';
import { createMemoryFiles } from '../../support/memory-files.ts';
import { checkTools } from '../../support/tools.ts';

const render = createRenderer('en');
const cache = createMemoryCacheStore();

/** The findings of two kinds in a file of a project with this manifest. */
async function findingsOf(name: string, text: string, manifest: Readonly<Record<string, string>> = {}) {
  const path = `/harbour/${name}`;
  const language = languageOfFile(path);
  if (language === undefined) throw new Error(`no language for ${path}`);
  const files = createMemoryFiles({ [path]: text, ...manifest });
  const names = new WorkspaceNames({ files, decode: decodeUtf8 }, () => 0);
  const tools = { ...(await checkTools()), files, decode: decodeUtf8, cache, engine: 'test', names };
  const { findings } = await checkFile(tools, { path, language, cancellation: neverCancelled });
  return findings
    .filter(({ kind }) => kind === 'since' || kind === 'deprecated')
    .map(({ verdict, message, evidence }) => ({
      verdict,
      said: render(message),
      proof: evidence.map((one) => `${one.path} ${one.quote}`),
    }));
}

const manifest = { '/harbour/package.json': '{\n  "name": "harbour",\n  "version": "2.3.1"\n}\n' };
const since = (words: string) =>
  `/**\n * Sails.\n * @since ${words}\n */\nexport function sail() { return 1; }\n`;

describe('versions that a comment names', () => {
  it('contradicts a version that can’t be out, by the manifest', async () => {
    expect(await findingsOf('ship.ts', since('9.9'), manifest)).toEqual([
      {
        verdict: 'contradicted',
        said: "Version 9.9 can't be out: this is 2.3.1.",
        proof: ['/harbour/package.json 2.3.1'],
      },
    ]);
  });

  it('reads a Python project’s version', async () => {
    const text = 'def sail():\n    """Sail.\n\n    .. versionadded:: 4.1\n    """\n    return 1\n';
    const found = await findingsOf('ship.py', text, {
      '/harbour/pyproject.toml': '[project]\nname = "harbour"\nversion = "1.2.0"\n',
    });
    expect(found.map(({ verdict, said }) => [verdict, said])).toEqual([
      ['contradicted', "Version 4.1 can't be out: this is 1.2.0."],
    ]);
  });

  it('uses no verdict that a new version has made untrue', async () => {
    const text = since('8.0');
    const verdicts = async (version: string) =>
      (await findingsOf('ship.ts', text, { '/harbour/package.json': `{ \n"version": "${version}" }` })).map(
        ({ verdict }) => verdict,
      );
    expect(await verdicts('2.0.0')).toEqual(['contradicted']);
    expect(await verdicts('8.1.0')).toEqual(['supported']);
  });

  it.each([
    ['an older version', '1.9', manifest, 'supported'],
    ['this version', 'v2.3.1', manifest, 'supported'],
    ['the next minor version', '2.4.0', manifest, 'unverified'],
    ['the next major version', '3.0.0', manifest, 'unverified'],
    [
      'a placeholder in the manifest',
      '9.9',
      { '/harbour/package.json': '{\n"version": "0.0.0" }' },
      'unverified',
    ],
    ['no manifest', '9.9', {}, 'unverified'],
    ['a manifest without version', '9.9', { '/harbour/package.json': '{}' }, 'unverified'],
    ['a version of something else', 'Node.js 99.1', manifest],
    ['a year', 'ES2015', manifest],
  ])('stays quiet on %s', async (_name, words, files, ...verdicts) => {
    const found = await findingsOf('ship.ts', since(words), files);
    expect(found.map(({ verdict }) => verdict)).toEqual(verdicts);
  });
});

describe('what is to be used instead', () => {
  const source = (words: string, body = 'return 1;') =>
    `/** @deprecated ${words} */\nexport function sail() { ${body} }\nexport function sailFaster() {}\n`;

  it.each(['Use `sailFsater` instead.', 'Replaced by sailFaste().', 'In favour of `sailFastter`.'])(
    'contradicts “%s”',
    async (words) => {
      const [found] = await findingsOf('ship.ts', source(words), manifest);
      expect(found?.verdict).toBe('contradicted');
      expect(found?.said).toMatch(/^sail\w+ exists nowhere; sailFaster does\.$/);
    },
  );

  it('contradicts it in a directive', async () => {
    const text =
      'def sail():\n    """Sail.\n\n    .. deprecated:: 1.0\n        Use `sail_fastr` instead.\n    """\n\n\ndef sail_faster():\n    return 1\n';
    const found = (await findingsOf('ship.py', text, manifest)).filter(
      (one) => one.verdict === 'contradicted',
    );
    expect(found.map(({ said }) => said)).toEqual(['sail_fastr exists nowhere; sail_faster does.']);
  });

  it.each([
    ['a name that exists', 'Use `sailFaster` instead.', 'return 1;', 'supported'],
    ['a name from elsewhere', 'Use `anchor` instead.', 'return 1;', 'unverified'],
    ['a member of something from elsewhere', 'Use `fleet.sailFaste` instead.', 'return 1;', 'unverified'],
    ['no name', 'Too slow.', 'return 1;', 'unverified'],
    ['a warning', 'Too slow.', "console.warn('sail is deprecated');", 'supported'],
  ])('stays quiet on %s', async (_name, words, body, verdict) => {
    const found = await findingsOf('ship.ts', source(words, body), manifest);
    expect(found.map((one) => one.verdict)).toEqual([verdict]);
  });
});
