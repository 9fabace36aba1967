import { describe, expect, it } from 'vitest';
import { CancelledError, neverCancelled } from '../../../src/core/platform/index.ts';
import { findSources } from '../../../src/core/workspace/index.ts';
import { createMemoryFiles, type MemoryEntry } from '../../support/memory-files.ts';

async function find(entries: Readonly<Record<string, MemoryEntry>>, ...paths: readonly string[]) {
  const found = await findSources(createMemoryFiles(entries), { paths, cancellation: neverCancelled });
  return { files: found.files, skipped: found.skipped.map(({ path, reason }) => [path, reason.id]) };
}

describe('finding sources', () => {
  it('takes the languages that are scanned, sorted, and leaves dependencies alone', async () => {
    const entries = {
      '/w/b.ts': '',
      '/w/a.py': '',
      '/w/readme.md': '',
      '/w/node_modules/x/i.js': '',
      '/w/.venv/lib/y.py': '',
    };
    expect(await find(entries, '/w')).toEqual({ files: ['/w/a.py', '/w/b.ts'], skipped: [] });
    expect((await find(entries, '/w/node_modules/x')).files).toEqual(['/w/node_modules/x/i.js']);
  });

  it('respects ignore files at every level, exceptions included', async () => {
    const entries = {
      '/w/.gitignore': 'out/\n*.gen.ts\n',
      '/w/out/a.ts': '',
      '/w/src/x.gen.ts': '',
      '/w/src/.gitignore': '!keep.gen.ts\nlocal.ts\n',
      '/w/src/keep.gen.ts': '',
      '/w/src/local.ts': '',
      '/w/local.ts': '',
    };
    expect((await find(entries, '/w')).files).toEqual(['/w/local.ts', '/w/src/keep.gen.ts']);
  });

  it('respects the ignore files above a named folder up to the root of its repository', async () => {
    const entries = {
      '/.gitignore': '*.ts\n',
      '/w/.git/HEAD': '',
      '/w/.gitignore': '*.gen.ts\nout/\n',
      '/w/src/a.ts': '',
      '/w/src/a.gen.ts': '',
      '/w/out/a.ts': '',
    };
    expect((await find(entries, '/w/src')).files).toEqual(['/w/src/a.ts']);
    expect((await find(entries, '/w/out')).files).toEqual(['/w/out/a.ts']);
  });

  it('takes a file that is named itself although a rule excludes it', async () => {
    const entries = { '/w/.git/HEAD': '', '/w/.gitignore': '*.ts', '/w/a.ts': '' };
    expect((await find(entries, '/w/a.ts')).files).toEqual(['/w/a.ts']);
  });

  it('enters no link to a folder, and takes a link to a file', async () => {
    const entries = {
      '/w/a.ts': '',
      '/w/sub/up': { link: '/w' },
      '/w/sub/b.ts': { link: '/w/a.ts' },
      '/w/sub/circle.ts': { link: '/w/sub/circle.ts' },
      '/w/sub/nowhere.ts': { link: '/w/none.ts' },
    };
    expect(await find(entries, '/w')).toEqual({ files: ['/w/a.ts', '/w/sub/b.ts'], skipped: [] });
  });

  it('enters a folder once that is named twice', async () => {
    expect((await find({ '/w/s/a.ts': '' }, '/w', '/w/s', '/w/s/a.ts')).files).toEqual(['/w/s/a.ts']);
  });

  it('says what it could not enter, and goes on', async () => {
    const entries: Record<string, MemoryEntry> = {
      '/w/a.ts': '',
      '/w/locked': { unreadable: 'folder' },
      '/w/notes.txt': '',
    };
    expect(await find(entries, '/w', '/w/none', '/w/notes.txt')).toEqual({
      files: ['/w/a.ts'],
      skipped: [
        ['/w/locked', 'workspace.skipped.unreadable-folder'],
        ['/w/none', 'workspace.skipped.missing'],
        ['/w/notes.txt', 'workspace.skipped.language'],
      ],
    });
  });

  it('stops when it is cancelled', async () => {
    const request = { paths: ['/w'], cancellation: { aborted: true } };
    await expect(findSources(createMemoryFiles({ '/w/a.ts': '' }), request)).rejects.toBeInstanceOf(
      CancelledError,
    );
  });
});
