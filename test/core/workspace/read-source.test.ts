import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../src/core/platform/index.ts';
import { readSource, unsuitableText } from '../../../src/core/workspace/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { decodeUtf8 } from '../../../src/node/file-system.ts';
import { createMemoryFiles, type MemoryEntry } from '../../support/memory-files.ts';

const render = createRenderer('en');

async function read(entry: MemoryEntry, files: Partial<FileSystem> = {}) {
  const all = { ...createMemoryFiles({ '/w/a.ts': entry }), ...files };
  const { text, skipped } = await readSource(all, decodeUtf8, '/w/a.ts');
  return skipped === undefined ? text : render(skipped);
}

describe('reading a source', () => {
  it('drops a byte order mark and keeps line ends', async () => {
    expect(await read('\uFEFFa\r\nb')).toBe('a\r\nb');
  });

  it.each<[string, MemoryEntry]>([
    ['It is a binary file.', new Uint8Array([97, 0, 98])],
    ['It is not UTF-8 text; save it as UTF-8 to have it checked.', new Uint8Array([99, 0xe9, 10])],
    [
      'It has 10.5 MB, more than the 4 MB that are checked; split it, or exclude it.',
      new Uint8Array(11_000_000).fill(97),
    ],
    ['It looks minified; check the source that it was made from.', 'var a=1;'.repeat(6000)],
    ['It cannot be read; check its permissions.', { unreadable: 'file' }],
    ['It is neither a file nor a folder.', { unreadable: 'folder' }],
  ])('says “%s”', async (sentence, entry) => {
    expect(await read(entry)).toBe(sentence);
  });

  it('says that a file went away while it was being read', async () => {
    let asked = 0;
    const stat: FileSystem['stat'] = async () =>
      asked++ === 0 ? { kind: 'file', size: 1, modified: 0 } : undefined;
    const readBytes = async () => undefined;
    expect(await read('', { stat, readBytes })).toBe('It was deleted or moved meanwhile; check again.');
  });

  it('judges an unsaved text alike', () => {
    expect(unsuitableText('a'.repeat(5_000_000))?.id).toBe('workspace.skipped.too-large');
    expect(unsuitableText('a\0b')?.id).toBe('workspace.skipped.binary');
    expect(unsuitableText('')).toBeUndefined();
  });
});
