import { describe, expect, it } from 'vitest';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { languageBytes } from '../../../src/core/workspace/index.ts';
import { createMemoryFiles } from '../../support/memory-files.ts';

/** The languages of files that are given with their bytes: `C++ 7, C 2`. */
async function measure(files: Readonly<Record<string, number | string>>): Promise<string> {
  const entries = Object.entries(files).map(([path, content]) => [
    `/w/${path}`,
    typeof content === 'number' ? 'x'.repeat(content) : content,
  ]);
  const measured = await languageBytes(createMemoryFiles(Object.fromEntries(entries)), {
    folder: '/w',
    cancellation: neverCancelled,
  });
  return measured.map(({ language, bytes }) => `${language} ${bytes}`).join(', ');
}

describe('the languages of a folder', () => {
  it('are those of the files that nothing excludes, largest first', async () => {
    const files = {
      '.gitignore': 'out/\n',
      'a.py': 5,
      'b.rs': 9,
      'c/d.sql': 3,
      'c/E.KT': 2,
      'out/x.js': 50,
      'node_modules/x/i.js': 50,
      'lib.min.js': 50,
      'readme.md': 50,
      Makefile: 50,
      'empty.go': 0,
    };
    expect(await measure(files)).toBe('Rust 9, Python 5, SQL 3, Kotlin 2');
  });

  it.each([
    ['C#', { 'a.cs': 1 }],
    ['C++', { 'a.cc': 1 }],
    ['PHP', { 'a.php': 1 }],
    ['Ruby', { 'a.rb': 1 }],
    ['R', { 'a.R': 1 }],
    ['Swift', { 'a.swift': 1 }],
    ['Smalltalk', { 'a.st': 1 }],
    ['Shell', { 'a.sh': 1 }],
    ['TSX', { 'a.tsx': 1 }],
    ['HTML', { 'a.html': 1 }],
    ['SCSS', { 'a.scss': 1 }],
    ['Java', { 'a.java': 1 }],
    ['Go', { 'a.go': 1 }],
    ['JavaScript', { 'a.jsx': 1 }],
  ])('know %s', async (language, files) => {
    expect(await measure(files)).toBe(`${language} 1`);
  });

  it.each([
    ['C 3', { 'a.c': 1, 'a.h': 2 }],
    ['C++ 5, C 1', { 'a.cpp': 2, 'a.c': 1, 'a.h': 3 }],
    ['C 2', { 'a.h': 2 }],
    ['MATLAB 4', { 'a.m': 4 }],
    ['MATLAB 4, C 3', { 'a.m': 4, 'mex.c': 1, 'mex.h': 2 }],
    ['Objective-C 6', { 'a.m': 4, 'a.h': 2 }],
    ['Objective-C 4, Swift 1', { 'a.m': 4, 'a.swift': 1 }],
  ])('share headers and .m: %s', async (expected, files) => {
    expect(await measure(files)).toBe(expected);
  });

  it('are none where nothing is known', async () => {
    expect(await measure({ 'a.txt': 3, 'b.frag': 2, '.c': 1 })).toBe('');
  });
});
