import { describe, expect, it } from 'vitest';
import { checkBriefly, createUnchangedFiles, WorkspaceNames } from '../../../src/core/claims/index.ts';
import { createMemoryCacheStore, type FileSystem, neverCancelled } from '../../../src/core/platform/index.ts';
import { languageOfFile } from '../../../src/core/source/index.ts';
import { decodeUtf8 } from '../../../src/node/file-system.ts';
import { createMemoryFiles } from '../../support/memory-files.ts';
import { checkTools } from '../../support/tools.ts';

const began = 1000;
const retries = '/harbour/retries.js';
const moor = '/harbour/moor.js';
const sources = {
  '/harbour/package.json': '{}',
  [retries]: '/** @param [retries=3] How often. */\nfunction get(retries = 5) { return retries }\n',
  [moor]: '/**\n * Moors as {@link dockShipp} does.\n * @since 9.0.0\n */\nfunction moor(a) { return a }\n',
  '/harbour/dock.js': 'function dockShip(a) { return a }\n',
};

interface Folder {
  readonly sources: Readonly<Record<string, string>>;
  /** When the files were last written; long ago by default. */
  readonly modified?: number;
  readonly engine?: string;
}

function filesOf({ sources, modified = began - 1 }: Folder): FileSystem {
  const files = createMemoryFiles(sources);
  return {
    ...files,
    async stat(path) {
      const facts = await files.stat(path);
      return facts === undefined ? undefined : { ...facts, modified };
    },
  };
}

/** A cache, a check of a folder with it, and what it then knows of a file in another state of the folder. */
function openHarbour() {
  const cache = createMemoryCacheStore();
  const openIn = async (folder: Folder) => {
    const tools = {
      ...(await checkTools()),
      files: filesOf(folder),
      decode: decodeUtf8,
      cache,
      engine: folder.engine ?? 'engine',
    };
    return { tools, unchanged: createUnchangedFiles({ ...tools, began }, '/harbour') };
  };
  return {
    cache,
    async check(folder: Folder) {
      const { tools, unchanged } = await openIn(folder);
      const names = new WorkspaceNames(tools, () => 0);
      for (const path of [retries, moor]) {
        const language = languageOf(path);
        const request = { path, language, cancellation: neverCancelled };
        unchanged.add(path, language, await checkBriefly({ ...tools, names }, request));
      }
      await unchanged.write(neverCancelled);
    },
    async find(path: string, folder: Folder) {
      const { unchanged } = await openIn(folder);
      const found = await unchanged.find(path, languageOf(path));
      return found?.findings.map(({ claim, evidence }) => [claim, evidence.map((one) => one.path)]);
    },
  };
}

function languageOf(path: string) {
  const language = languageOfFile(path);
  if (language === undefined) throw new Error(`no language for ${path}`);
  return language;
}

describe('files that did not change', () => {
  it('come to what they came to before, with their places', async () => {
    const harbour = openHarbour();
    await harbour.check({ sources });
    expect(await harbour.find(retries, { sources })).toEqual([['retries=3', [retries]]]);
    expect(await harbour.find(moor, { sources })).toEqual([['dockShipp', [moor, '/harbour/dock.js']]]);
  });

  it('are not known before the first check, nor by other rules', async () => {
    const harbour = openHarbour();
    expect(await harbour.find(retries, { sources })).toBeUndefined();
    await harbour.check({ sources });
    expect(await harbour.find(retries, { sources, engine: 'newer' })).toBeUndefined();
  });

  it('are not known any more when their own text is another one', async () => {
    const harbour = openHarbour();
    await harbour.check({ sources });
    const changed = { ...sources, [retries]: sources[retries]?.replace('5', '3') ?? '' };
    expect(await harbour.find(retries, { sources: changed })).toBeUndefined();
  });

  it.each([
    ['another source changes', { ...sources, '/harbour/dock.js': 'function dockShipp() {}\n' }],
    ['another source is new', { ...sources, '/harbour/new.js': 'function dockShipp() {}\n' }],
    [
      'the manifest states another version',
      { ...sources, '/harbour/package.json': '{\n"version": "2.0.0"}' },
    ],
  ])('are checked again where they looked around, and only there, when %s', async (_, changed) => {
    const harbour = openHarbour();
    await harbour.check({ sources });
    expect(await harbour.find(moor, { sources: changed })).toBeUndefined();
    expect(await harbour.find(retries, { sources: changed })).toHaveLength(1);
  });

  it('are not kept when they were written during the check', async () => {
    const harbour = openHarbour();
    await harbour.check({ sources, modified: began });
    expect(await harbour.find(retries, { sources })).toBeUndefined();
  });

  it('are checked again where what was kept is broken', async () => {
    const harbour = openHarbour();
    await harbour.check({ sources });
    const { read } = harbour.cache;
    harbour.cache.read = (area, key) => (area === 'unchanged' ? '{"findings":' : read(area, key));
    expect(await harbour.find(retries, { sources })).toBeUndefined();
  });
});
