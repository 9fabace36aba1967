import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPythonFolders } from '../../src/node/python-folders.ts';

let root: string;
const at = (path: string) => join(root, path);

/** Lays files down; one whose text begins with `->` is a link. */
async function lay(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(at(path), '..'), { recursive: true });
    if (text.startsWith('->')) await symlink(text.slice(2), at(path));
    else await writeFile(at(path), text);
  }
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'factprobe-python-'));
  await lay({
    'usr/bin/python3': '->python3.12',
    'usr/bin/python3.12': '',
    'usr/lib/python3.12/os.py': '',
    'usr/lib/python3.11/os.py': '',
    'opt/bin/python': '',
    'opt/lib/python3.10/os.py': '',
    'opt/lib/python3.9/README': '',
    'venv/bin/python3': '->../../usr/bin/python3',
    'venv/lib/python3.12/site-packages/a.py': '',
    'shims/python3': '#!/bin/sh',
    'circle/python3': '->python3',
  });
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('the library folders of the machine’s Pythons', () => {
  const found = (folders: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    findPythonFolders({ PATH: folders.map(at).join(delimiter), ...more });

  it('are those of the programs on the search path, in its order, each once', () => {
    expect(found(['opt/bin', 'usr/bin', 'usr/bin'])).toEqual([
      at('opt/lib/python3.10'),
      at('usr/lib/python3.12'),
    ]);
  });

  it('begin with the activated environment, whose Python has the standard library', () => {
    expect(found(['venv/bin'], { VIRTUAL_ENV: at('venv') })).toEqual([
      at('venv/lib/python3.12'),
      at('usr/lib/python3.12'),
    ]);
  });

  it('are none where there is no Python, only a script in its place, or a circle of links', () => {
    expect(found(['nowhere', 'shims', 'circle'])).toEqual([]);
    expect(findPythonFolders({})).toEqual([]);
  });
});
