import { describe, expect, it } from 'vitest';
import { diffLines } from '../../../src/core/workspace/diff-lines.ts';

const read = (...lines: readonly string[]) => Object.fromEntries(diffLines(`${lines.join('\n')}\n`));

describe('reading a diff', () => {
  it('takes the new lines of each hunk, counted from 0', () => {
    expect(
      read(
        'diff --git a/a.js b/a.js',
        'index 1..2 100644',
        '--- a/a.js',
        '+++ b/a.js',
        '@@ -2 +2,3 @@ function f()',
        '-old',
        '+new',
        '+new',
        '+new',
        '@@ -9,0 +12 @@',
        '+new',
      ),
    ).toEqual({
      'a.js': [
        { start: 1, end: 4 },
        { start: 11, end: 12 },
      ],
    });
  });

  it('finds nothing new where lines went, or the file did', () => {
    expect(
      read(
        '--- a/a.js',
        '+++ b/a.js',
        '@@ -2,2 +1,0 @@',
        '-one',
        '-two',
        '--- a/gone.js',
        '+++ /dev/null',
        '@@ -1 +0,0 @@',
        '-x',
      ),
    ).toEqual({ 'a.js': [] });
  });

  it('is not led astray by lines that look like heads', () => {
    expect(
      read(
        '--- a/a.patch.js',
        '+++ b/a.patch.js',
        '@@ -1,1 +1,3 @@',
        '--- a/x',
        '+++ b/x',
        '+@@ -1 +1,9 @@',
        '+y',
        '\\ No newline at end of file',
        '@@ -7 +9 @@',
        '-a',
        '+b',
      ),
    ).toEqual({
      'a.patch.js': [
        { start: 0, end: 3 },
        { start: 8, end: 9 },
      ],
    });
  });

  it('reads names with spaces, quotes, tabs and letters of any script', () => {
    const named = (name: string) => Object.keys(read(`+++ ${name}`, '@@ -0,0 +1 @@', '+x'));
    expect(named('b/two words.js\t')).toEqual(['two words.js']);
    expect(named('"b/a \\"b\\" \\\\ \\t.js"')).toEqual(['a "b" \\ \t.js']);
    expect(named('b/港口.js')).toEqual(['港口.js']);
    expect(named('"b/\\346\\270\\257\\"\\360\\237\\230\\200.js"')).toEqual(['港"😀.js']);
    expect(named('b/b/b.js')).toEqual(['b/b.js']);
  });

  it('has nothing for a diff without changes', () => {
    expect(read('')).toEqual({});
    expect(
      read('diff --git a/a.js b/b.js', 'similarity index 100%', 'rename from a.js', 'rename to b.js'),
    ).toEqual({});
  });
});
