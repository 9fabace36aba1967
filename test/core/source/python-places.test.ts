import { describe, expect, it } from 'vitest';
import { languageById, scanSource } from '../../../src/core/source/index.ts';
import { checkTools } from '../../support/tools.ts';

async function scan(text: string) {
  const { parser } = await checkTools();
  const language = languageById('python');
  if (language === undefined) throw new Error('Python is no language');
  const request = { text, language, cancellation: { aborted: false } };
  const options = { which: 'documented', bodies: true, statements: true } as const;
  return scanSource(parser, { ...request, ...options });
}

describe('where docstrings stand', () => {
  it.each([
    ['on the line of the head', 'def f(): "Moors."'],
    ['behind a head of several lines', 'def f(\n    a,\n) -> "Ship": """Moors."""'],
    ['behind comments', 'def f():  # now\n\n    # then\n    r"""Moors."""\n'],
    ['behind a continued line', 'def f(): \\\n  "Moors."'],
    ['in a class with decorators', '@port\nclass f:\n\t"""Moors."""\r\n'],
  ])('finds one %s', async (_, text) => {
    const { declarations } = await scan(text);
    expect(declarations.map(({ name, doc }) => [name, doc?.summary.text])).toEqual([['f', 'Moors.']]);
  });

  it.each([
    ['the value of a dictionary', 'x = {"a": "Moors."}'],
    ['an annotation', 'x: "Moors."'],
    ['the string of a branch', 'if x:\n    "Moors."\n'],
    ['what is inside of another string', 'x = """\ndef f():\n    "Moors."\n"""'],
    ['a string behind a statement', 'def f():\n    pass\n    "Moors."\n'],
    ['a part of an expression', 'def f():\n    "Moors.".strip()\n'],
  ])('takes none for %s', async (_, text) => {
    expect((await scan(text)).declarations).toEqual([]);
  });
});

describe('where comments stand', () => {
  it('finds them beside and above statements, and joins lines', async () => {
    const text = 'a = "#" # wait 3 s # or 4\n# retry\n#  5 times\nb = 6\n\n  # 7 s\nc = 8 # 9 s';
    const { statements } = await scan(text);
    expect(statements.map(({ comment, statement }) => [comment.text, statement.text])).toEqual([
      ['wait 3 s # or 4', 'a = "#"'],
      ['retry\n5 times', 'b = 6'],
      ['9 s', 'c = 8'],
    ]);
  });

  it('takes no line of a string for one', async () => {
    const text = 'a = """\n# wait 3 s\n# wait 4 s """\n# wait 5 s\nb = 6\nc = "# wait 7 s"\n';
    const { statements } = await scan(text);
    expect(statements.map(({ comment }) => comment.text)).toEqual(['wait 5 s']);
  });
});
