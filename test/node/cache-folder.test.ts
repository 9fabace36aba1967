import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolderOf } from '../../src/node/cache-folder.ts';

const home = '/home/ada';
const folderOn = (platform: string, environment: Readonly<Record<string, string>> = {}) =>
  cacheFolderOf({ environment, platform, home });

describe('the cache’s folder', () => {
  it('is the one that is named', () => {
    const environment = { FACTPROBE_CACHE_DIR: '/own', XDG_CACHE_HOME: '/shared' };
    expect(folderOn('linux', environment)).toBe('/own');
    expect(folderOn('linux', { FACTPROBE_CACHE_DIR: 'here' })).toBe(resolve('here'));
  });

  it('lies in the shared cache folder, which must be absolute', () => {
    expect(folderOn('linux', { XDG_CACHE_HOME: '/shared' })).toBe('/shared/factprobe');
    expect(folderOn('linux', { XDG_CACHE_HOME: 'shared', FACTPROBE_CACHE_DIR: '' })).toBe(
      '/home/ada/.cache/factprobe',
    );
  });

  it('is the system’s otherwise', () => {
    expect(folderOn('linux')).toBe('/home/ada/.cache/factprobe');
    expect(folderOn('darwin')).toBe('/home/ada/Library/Caches/factprobe');
    expect(folderOn('win32', { LOCALAPPDATA: '/local' })).toBe('/local/factprobe/Cache');
  });
});
