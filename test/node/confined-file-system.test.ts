import { describe, expect, it } from 'vitest';
import { confinedFileSystem } from '../../src/node/confined-file-system.ts';
import { nodeFileSystem } from '../../src/node/file-system.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

describe('a confined file system', () => {
  it('has nothing outside of its folders, by a path or by a link', async () => {
    const root = temporaryWorkspace({
      'quay/own.ts': 'own',
      'quay/near.ts': { link: 'own.ts' },
      'quay/far.ts': { link: '../other/far.ts' },
      'quay/other': { link: '../other' },
      'quays/own.ts': 'another folder of nearly that name',
      'other/far.ts': 'far',
    });
    const files = confinedFileSystem(nodeFileSystem, [`${root}/quay`]);
    expect(await files.readText(`${root}/quay/own.ts`)).toBe('own');
    expect(await files.readText(`${root}/quay/near.ts`)).toBe('own');
    expect(await files.stat(`${root}/quay`)).toMatchObject({ kind: 'folder' });
    for (const path of [
      'quay/far.ts',
      'quay/../other/far.ts',
      'quay/other/far.ts',
      'quays/own.ts',
      'absent',
    ]) {
      expect(await files.readText(`${root}/${path}`), path).toBeUndefined();
      expect(await files.readBytes(`${root}/${path}`), path).toBeUndefined();
      expect(await files.stat(`${root}/${path}`), path).toBeUndefined();
      expect(await files.realPath(`${root}/${path}`), path).toBeUndefined();
    }
    expect(await files.list(`${root}/other`)).toBeUndefined();
    expect(await files.list(root)).toBeUndefined();
  });
});
