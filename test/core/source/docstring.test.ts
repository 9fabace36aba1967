import { describe, expect, it } from 'vitest';
import { docCommentsOf, entriesOf, quotesOf, shownDoc } from '../../support/doc-comments.ts';

/** A function with a docstring of these lines, indented as in a method with CRLF, tabs and an astral character before it. */
function sourceOf(docstring: string): string {
  const body = docstring
    .split('\n')
    .map((line, i) => (i === 0 || line === '' ? line : `\t${line}`))
    .join('\r\n');
  return `NAME = '😀漢'\r\ndef f(x):\r\n\t"""${body}\r\n\t"""\r\n\treturn x\r\n`;
}

async function docOf(docstring: string) {
  const text = sourceOf(docstring);
  const [doc] = await docCommentsOf('python', text);
  if (doc === undefined) throw new Error('no docstring was read');
  for (const { text: words, span } of quotesOf(doc)) expect(text.slice(span.start, span.end)).toBe(words);
  return { doc, text };
}

async function expectDoc(docstring: string, format: string, ...lines: readonly string[]): Promise<void> {
  const { doc } = await docOf(docstring);
  expect(shownDoc(doc)).toEqual(lines);
  expect(doc.format).toBe(format);
}

describe('numpydoc', () => {
  it('reads parameters, their types, defaults and choices', () =>
    expectDoc(
      `Fits 😀.

Parameters
----------
x : int, optional
    How many 漢字.

    A second paragraph.
y, z : array_like
    Two at once.
order : {'C', 'F'}, default: 'C'
    Memory layout.
weight : string or None, optional (default = None)
size : int (default 10)
\\*args, **kwargs : Any
    Passed on.
n: The number of rounds. Not a type.
bare
    Without a type.

Other Parameters
----------------
seed : int, default=0
    Seed.`,
      'numpy',
      'param x?: int | How many 漢字. A second paragraph.',
      'param y: array_like | Two at once.',
      'param z: array_like | Two at once.',
      "param order?: {'C', 'F'} = 'C' | Memory layout.",
      'param weight?: string or None = None',
      'param size?: int = 10',
      'param args: Any | Passed on.',
      'param kwargs: Any | Passed on.',
      'param n | The number of rounds. Not a type.',
      'param bare | Without a type.',
      'param seed?: int = 0 | Seed.',
    ));

  it('reads results, exceptions and attributes', () =>
    expectDoc(
      `Runs.

Attributes
----------
rate : float
    Per second.

Returns
-------
count : int
    How many.
ndarray of shape (n,)
    The rest.

Yields
------
str
    A line.

Raises
------
ValueError
    If x is negative.
TypeError, LookupError
    Else.
:exc:\`~errors.Timeout\` : when slow

See Also
--------
other : Does more.`,
      'numpy',
      'attribute rate: float | Per second.',
      'returns count: int | How many.',
      'returns ndarray of shape (n,) | The rest.',
      'yields str | A line.',
      'raises ValueError | If x is negative.',
      'raises TypeError | Else.',
      'raises LookupError | Else.',
      'raises errors.Timeout | when slow',
      'tag see also | other : Does more.',
    ));

  it('leaves the parts of what an entry describes to it', () =>
    expectDoc(
      'Fits.\n\nParameters\n----------\ndata : tuple\n    What is needed, including:\n\nlp : object\n    The problem.',
      'numpy',
      'param data: tuple | What is needed, including:',
    ));

  it('tells a sentence from a type in what comes back', () =>
    expectDoc(
      'Runs.\n\nReturns\n-------\nThe number of rows that were read.',
      'numpy',
      'returns | The number of rows that were read.',
    ));

  it('takes a heading that nobody knows for the end of a section, not for a format', () =>
    expectDoc('Runs.\n\nOverview\n--------\nText.', 'plain', 'tag overview | Text.'));
});

describe('field lists', () => {
  it('reads fields of reStructuredText, types apart and within', () =>
    expectDoc(
      `Sends 😀.

:param int x: How many,
    on two lines.
:param y: Where.
:type y: str, optional
:param list of int z: Each, default 3.
:keyword \\**extra: More.
:raises ValueError: If x is negative.
:raises :exc:\`errors.Slow\`, TypeError: Else.
:returns: How many were sent.
:rtype: int
:meta private:

After.`,
      'sphinx',
      'param x: int | How many, on two lines.',
      'param y?: str | Where.',
      'param z: list of int | Each, default 3.',
      'param extra | More.',
      'returns int | How many were sent.',
      'raises ValueError | If x is negative.',
      'raises errors.Slow | Else.',
      'raises TypeError | Else.',
      'tag meta',
    ));

  it('reads Epytext', () =>
    expectDoc(
      'Sends.\n\n@param x: How many.\n@type x: C{int}\n@return: The rest.\n@raise ValueError: If not.',
      'epytext',
      'param x: C{int} | How many.',
      'returns | The rest.',
      'raises ValueError | If not.',
    ));

  it('takes the type of an attribute for no parameter', () =>
    expectDoc(
      'Sends.\n\n@ivar rate: How fast.\n@type rate: C{int}',
      'epytext',
      'attribute rate | How fast.',
    ));

  it('takes a role at the start of a line for text', () =>
    expectDoc('Runs.\n\n:class:`Foo` is used.\n:param: nothing', 'sphinx'));
});

describe('Google sections', () => {
  it('reads types with what stands behind them, at any indentation', () =>
    expectDoc(
      `Loads.

    Args:
        x (int, optional): How many.
        y (\`str\`, *optional*, defaults to \`"main"\`): Which branch.
        z (Dict[str, int]): Map.
        *rest: More.

    Raises:
        ValueError: If x is negative.
        errors.Slow, TypeError: Else.

    Yields:
        int: One each.`,
      'google',
      'param x?: int | How many.',
      'param y?: `str` = "main" | Which branch.',
      'param z: Dict[str, int] | Map.',
      'param rest | More.',
      'yields int | One each.',
      'raises ValueError | If x is negative.',
      'raises errors.Slow | Else.',
      'raises TypeError | Else.',
    ));

  it('reads a section that stands too deep, and goes on behind it', () =>
    expectDoc(
      `Loads.

Args:
    x: How many.
    Returns:
        The rest.
    y: Where.`,
      'google',
      'param x | How many.',
      'param y | Where.',
      'returns | The rest.',
    ));

  it('leaves a list among the entries to the entry above it', () =>
    expectDoc(
      'Loads.\n\nArgs:\n    config: With these keys:\n    - a: One.\n    - b: Two.',
      'google',
      'param config | With these keys: - a: One. - b: Two.',
    ));

  it('takes no line about a default for a parameter', () =>
    expectDoc(
      'Pulls.\n\nArgs:\n    platform (str): For which.\n    Default: None',
      'google',
      'param platform: str | For which.',
    ));

  it('takes no heading in an example for a section', () =>
    expectDoc('Loads.\n\nWrite it like this:\n\n    Args:\n        x: How many.', 'plain'));
});

it('reads formats that are mixed', () =>
  expectDoc(
    'Loads.\n\nArgs:\n    x: How many.\n\n:returns: The rest.\n\nRaises\n------\nValueError\n    Never.',
    'google',
    'param x | How many.',
    'returns | The rest.',
    'raises ValueError | Never.',
  ));

it.each([
  ['Runs.\n\nParameters\n----------\nx : int\n    One.\ny : int\n    Two.', 'x', 'y : int'],
  ['Runs.\n\nParameters\n----------\nx, y : int\n    Both.', 'x', 'y : int'],
  ['Runs.\n\nParameters\n----------\ny, x : int\n    Both.', 'x', 'y : int'],
  ['Runs.\n\n:param x: One,\n    more.\n:param y: Two.', 'x', ':param y: Two.'],
  ['Runs.\n\nArgs:\n    x, y: Both.', 'x', 'y: Both.'],
])('deletes an entry and nothing else: %j', async (docstring, name, rest) => {
  const { doc, text } = await docOf(docstring);
  const entry = doc.parameters.find((one) => one.name.text === name)?.entry;
  if (entry === undefined) throw new Error(`no entry ${name}`);
  const after = text.slice(0, entry.start) + text.slice(entry.end);
  const [left] = await docCommentsOf('python', after);
  expect(left?.parameters.map((one) => one.name.text)).toEqual(['y']);
  expect(after).toContain(rest);
  for (const { start, end } of left === undefined ? [] : entriesOf(left)) expect(end).toBeGreaterThan(start);
});
