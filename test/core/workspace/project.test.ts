import { describe, expect, it } from 'vitest';
import { projectFindings } from '../../../src/core/claims/index.ts';
import { FactprobeError } from '../../../src/core/platform/index.ts';
import { projectExcludes, readProject, withAccurateClaim } from '../../../src/core/workspace/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { findingsOf } from '../../support/claims.ts';
import { createMemoryFiles, type MemoryEntry } from '../../support/memory-files.ts';

const render = createRenderer('en');
const folder = '/harbour';
const settings = `${folder}/.factprobe/config.json`;
const marks = `${folder}/.factprobe/accurate.jsonl`;

const read = (entries: Readonly<Record<string, MemoryEntry>>) =>
  readProject(createMemoryFiles({ '/harbour/a.js': '', ...entries }), {
    folder,
    kinds: ['default', 'returns'],
  });

const configured = (value: unknown) => read({ [settings]: JSON.stringify(value) });

async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof FactprobeError)) throw new Error(`no plain failure: ${String(error)}`);
  return render(error.text);
}

describe('what a project sets', () => {
  it('is nothing without its files', async () => {
    expect(await read({})).toEqual({
      folder,
      configuration: { severities: {}, excludes: [] },
      accurate: new Set(),
    });
  });

  it('is read from them', async () => {
    const configuration = {
      kinds: ['default'],
      severities: { returns: 'information' },
      excludes: ['generated/'],
      languages: ['python'],
    };
    const line = (fingerprint: string) =>
      JSON.stringify({ fingerprint, file: 'a.js', kind: 'default', claim: 'x=1' });
    const project = await read({
      [settings]: JSON.stringify({ $schema: './project.schema.json', ...configuration }),
      [marks]: `${line('0123456789abcdef')}\r\n\r\n${line('fedcba9876543210')}\n`,
    });
    expect(project.configuration).toMatchObject(configuration);
    expect(project.accurate).toEqual(new Set(['0123456789abcdef', 'fedcba9876543210']));
  });

  it.each([
    [{ endpoints: [{ url: 'http://localhost:8000' }] }, 'endpoints'],
    [{ baseUrl: 'http://localhost:8000' }, 'baseUrl'],
    [{ model: 'x' }, 'model'],
    [{ api_key: 'x' }, 'api_key'],
  ])('never says where to send anything: %j', async (value, key) => {
    expect(await failure(configured(value))).toBe(
      `${settings} cannot say where to send anything (${key}): that comes from your own settings, the command line and its environment alone. Delete it there.`,
    );
  });

  it.each([
    [
      { kind: [] },
      `${settings} has kind, which is no setting; it takes kinds, severities, excludes and languages.`,
    ],
    [{ kinds: ['magic'] }, `kinds.0 in ${settings} takes a list of kinds: default, returns.`],
    [{ kinds: 'default' }, `kinds in ${settings} takes a list of kinds: default, returns.`],
    [
      { severities: { returns: 'grave' } },
      `severities.returns in ${settings} gives one of warning, information to one of default, returns.`,
    ],
    [
      { severities: { magic: 'warning' } },
      `severities in ${settings} gives one of warning, information to one of default, returns.`,
    ],
    [{ excludes: 'out' }, `excludes in ${settings} takes a list of patterns as in .gitignore.`],
    [
      { languages: ['klingon'] },
      expect.stringMatching(/^languages\.0 in .* takes a list of languages: javascript, /),
    ],
    [[], `${settings} holds no settings; write an object, such as an empty one in braces.`],
    [null, `${settings} holds no settings; write an object, such as an empty one in braces.`],
  ])('is refused with one sentence: %j', async (value, sentence) => {
    expect(await failure(configured(value))).toEqual(sentence);
  });

  it('is refused where a file is broken, or there and unreadable', async () => {
    expect(await failure(read({ [settings]: '{"kinds": [' }))).toBe(
      `${settings} is not valid JSON; correct it, or delete it.`,
    );
    expect(await failure(read({ [settings]: { unreadable: 'file' } }))).toBe(
      `${settings} cannot be read; check its permissions.`,
    );
    expect(await failure(read({ [marks]: '\n<<<<<<< HEAD\n' }))).toBe(
      `Line 2 of ${marks} is no marked claim; delete it.`,
    );
  });

  it('leaves out paths by patterns below its folder, and other languages', async () => {
    const isExcluded = projectExcludes(
      await configured({
        excludes: ['out/', '*.gen.js', '!keep.gen.js', '/top.js'],
        languages: ['javascript'],
      }),
    );
    const left = [
      '/harbour/out/',
      '/harbour/out/a.js',
      '/harbour/src/a.gen.js',
      '/harbour/top.js',
      '/harbour/a.py',
    ];
    const taken = [
      '/harbour/a.js',
      '/harbour/src/top.js',
      '/harbour/keep.gen.js',
      '/harbour/src/',
      '/harbour/notes.txt',
      '/elsewhere/out/a.js',
      '/harbour-two/a.gen.js',
      '/harbour/',
    ];
    expect([...left, ...taken].filter(isExcluded)).toEqual(left);
  });
});

describe('findings as a project wants them', () => {
  const text = '/**\n * @param {number} [a=3] b\n * @returns {number} c\n */\nfunction f(a = 5) { g(a) }\n';
  const shown = async (entries: Readonly<Record<string, MemoryEntry>>) =>
    projectFindings(await findingsOf('javascript', text), await read(entries))
      .filter(({ verdict }) => verdict === 'contradicted')
      .map(({ kind, severity }) => `${kind} ${severity}`);

  it('are of its kinds and not above its severities', async () => {
    expect(await shown({})).toEqual(['default warning', 'returns warning']);
    expect(await shown({ [settings]: '{"kinds":["returns"]}' })).toEqual(['returns warning']);
    expect(
      await shown({ [settings]: '{"severities":{"returns":"information","default":"warning"}}' }),
    ).toEqual(['default warning', 'returns information']);
  });

  it('come without those that somebody marked as accurate, until claim or code changes', async () => {
    const [first] = (await findingsOf('javascript', text)).filter(
      ({ verdict }) => verdict === 'contradicted',
    );
    if (first === undefined) throw new Error('nothing found');
    const { fingerprint, kind, claim } = first;
    const accurate = withAccurateClaim('', { fingerprint, kind, claim, file: 'a.js' });
    expect(await shown({ [marks]: accurate })).toEqual(['returns warning']);
    const { accurate: known } = await read({ [marks]: accurate });
    for (const changed of [text.replace('a = 5', 'a = 6'), text.replace('a=3', 'a=4')]) {
      const now = await findingsOf('javascript', changed);
      expect(now.filter((one) => known.has(one.fingerprint))).toEqual([]);
    }
  });

  it('are marked in lines that merge: sorted, each once', () => {
    const mark = (file: string) => ({ fingerprint: '0123456789abcdef', kind: 'default', claim: 'a=3', file });
    const one = withAccurateClaim('', mark('b.js'));
    const both = withAccurateClaim(one, mark('a.js'));
    expect(both.split('\n')).toEqual([
      '{"file":"a.js","kind":"default","claim":"a=3","fingerprint":"0123456789abcdef"}',
      '{"file":"b.js","kind":"default","claim":"a=3","fingerprint":"0123456789abcdef"}',
      '',
    ]);
    expect(withAccurateClaim(both, mark('b.js'))).toBe(both);
  });
});
