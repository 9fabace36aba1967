import { describe, expect, it } from 'vitest';
import { notebookCellSource } from '../../../src/core/source/index.ts';

const cases: readonly (readonly [what: string, text: string, plain: string])[] = [
  ['a magic', '%matplotlib inline\nx = 1\n', '0                 \nx = 1\n'],
  ['a shell command in a block', 'if x:\n    !ls -l\n', 'if x:\n    0     \n'],
  ['a command over several lines', '!pip install a \\\n  b\ny = 2', '0               \n   \ny = 2'],
  ['a value from a command', 'files = !ls\nt = %time f()', 'files = 0  \nt = 0        '],
  ['help', 'len?\n??len\n', '0   \n0    \n'],
  ['the magic above a cell of Python', '%%time\r\nx = 1', '0     \r\nx = 1'],
  ['a cell in another language', '%%bash\nls "\n', '      \n    \n'],
];

describe('the text of a notebook’s cell', () => {
  it.each(cases)('has %s made plain, every offset kept', (_, text, plain) => {
    expect(notebookCellSource(text)).toBe(plain);
    expect(plain).toHaveLength(text.length);
  });

  it.each([
    'x = ("%d"\n     %n)\n',
    'x = y \\\n  %z\n',
    '"""\n%d items\n!important\n"""\n',
    "f(')')\nx = a != b\n# %magic\n",
    'x = 5\nx %= 2\n%\n'.replace('\n%\n', '\n'),
  ])('stays as it is where there is no command: %j', (text) => {
    expect(notebookCellSource(text)).toBe(text);
  });
});
