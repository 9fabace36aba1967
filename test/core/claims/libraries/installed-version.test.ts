import { describe, expect, it } from 'vitest';
import { applyEdits, createUnchangedFiles } from '../../../../src/core/claims/index.ts';
import {
  createMemoryCacheStore,
  type FileSystem,
  neverCancelled,
} from '../../../../src/core/platform/index.ts';
import { languageById, SourceText } from '../../../../src/core/source/index.ts';
import { createRenderer } from '../../../../src/node/catalogue.ts';
import { decodeUtf8 } from '../../../../src/node/file-system.ts';
import { sha256 } from '../../../../src/node/hash.ts';
import { briefCheckIn, checkedIn, installed, libraryFindings } from '../../../support/library-claims.ts';
import { createMemoryFiles } from '../../../support/memory-files.ts';

const render = createRenderer('en');
const path = '/harbour/ship.js';
const text = "import { pull } from 'tugboat';\n\n// `pull` waits 100 ms by default.\npull('ship');\n";
const manifest = '/harbour/node_modules/tugboat/package.json';
const script = '/harbour/node_modules/tugboat/index.js';

/** What is installed when the package is upgraded: another version, another default. */
const upgraded: Readonly<Record<string, string>> = {
  ...installed,
  [manifest]: installed[manifest]?.replace('1.5.0', '1.6.0') ?? '',
  [script]: installed[script]?.replace('wait = 250', 'wait = 100') ?? '',
  [path]: text,
};

const sentences = async (files: FileSystem, cache: ReturnType<typeof createMemoryCacheStore>) =>
  (await checkedIn(files, path, cache)).map(({ verdict, message }) => `${verdict}: ${render(message)}`);

describe('a package that is upgraded', () => {
  it('decides the same text anew', async () => {
    const cache = createMemoryCacheStore();
    const before = await sentences(createMemoryFiles({ ...installed, [path]: text }), cache);
    expect(before).toEqual(['contradicted: The default of wait in pull is 250 (tugboat 1.5.0).']);
    expect(await sentences(createMemoryFiles(upgraded), cache)).toEqual([
      'supported: The default of wait in pull is 100 (tugboat 1.6.0).',
    ]);
  });

  it.each([
    ['nothing changed', installed, installed, true],
    ['it is another version', installed, { ...installed, [manifest]: upgraded[manifest] ?? '' }, false],
    ['its code is another', installed, { ...installed, [script]: upgraded[script] ?? '' }, false],
    ['it still is not installed', {}, {}, true],
    ['it was installed since', {}, installed, false],
  ])('is noticed without looking symbols up: %s', async (_name, then, now, isKept) => {
    const cache = createMemoryCacheStore();
    const language = languageById('javascript');
    if (language === undefined) throw new Error('no language');
    const looking = (entries: Readonly<Record<string, string>>) =>
      createUnchangedFiles(
        {
          files: createMemoryFiles({ ...entries, [path]: text }),
          decode: decodeUtf8,
          sha256,
          cache,
          engine: 'test',
          began: 1,
        },
        '/harbour',
      );
    const checked = await briefCheckIn(createMemoryFiles({ ...then, [path]: text }), path, cache);
    const first = looking(then);
    first.add(path, language, checked);
    await first.write(neverCancelled);
    expect((await looking(now).find(path, language)) !== undefined).toBe(isKept);
  });
});

describe('corrections', () => {
  it.each([
    ['// `pull` waits `100` by default.', '// `pull` waits `250` by default.'],
    ['// The default `force` of `pull` is 7.', '// The default `force` of `pull` is 5.'],
    ['// See `tug.pulll`, not code.', undefined],
  ])('of %s', async (comment, expected) => {
    const source = `import { pull } from 'tugboat';\nimport * as tug from 'tugboat';\n\n${comment}\npull(tug);\n`;
    const [found] = (await libraryFindings(path, source)).filter(({ verdict }) => verdict === 'contradicted');
    const whole = new SourceText(source);
    const edits = found?.fix?.edits.map(({ range, newText }) => ({ span: whole.spanOf(range), newText }));
    const fixed = edits === undefined ? undefined : applyEdits(source, edits);
    expect(fixed?.split('\n')[3]).toBe(expected);
  });

  it('are none where the unit of the number is not known', async () => {
    const [found] = await libraryFindings(path, text);
    expect([found?.verdict, found?.fix]).toEqual(['contradicted', null]);
  });
});
