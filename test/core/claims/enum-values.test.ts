import { describe, expect, it } from 'vitest';
import { checkFile, WorkspaceNames } from '../../../src/core/claims/index.ts';
import { createMemoryCacheStore, neverCancelled } from '../../../src/core/platform/index.ts';
import { languageOfFile } from '../../../src/core/source/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { decodeUtf8 } from '../../../src/node/file-system.ts';
import { createMemoryFiles } from '../../support/memory-files.ts';
import { checkTools } from '../../support/tools.ts';

const render = createRenderer('en');
const cache = createMemoryCacheStore();

/** The decided lists of values of one of some files: verdict, sentence, and the files that prove it. */
async function listsIn(files: Readonly<Record<string, string>>, path: string) {
  const language = languageOfFile(path);
  if (language === undefined) throw new Error(`no language for ${path}`);
  const system = createMemoryFiles(files);
  const names = new WorkspaceNames({ files: system, decode: decodeUtf8 }, () => Number.POSITIVE_INFINITY);
  const tools = { ...(await checkTools()), files: system, decode: decodeUtf8, cache, engine: 'test', names };
  const { findings } = await checkFile(tools, { path, language, cancellation: neverCancelled });
  return findings
    .filter(({ kind }) => kind === 'allowed-values')
    .map(({ verdict, message, evidence }) => ({
      verdict,
      sentence: render(message),
      files: evidence.map((one) => one.path),
    }));
}

const typescript = (listed: string, around: string) =>
  `${around}\n/**\n * Paints.\n * @param colour One of ${listed}.\n */\nexport function paint(colour: Colour) { return colour }\n`;
const python = (listed: string, around: string) =>
  `${around}\n\ndef paint(colour: Colour):\n    """Paint.\n\n    Args:\n        colour: One of ${listed}.\n    """\n    return colour\n`;

const enumeration =
  "export enum Colour {\n  /** As blood. */\n  Red = 'red',\n  Green = 'green', // leaves\n}\n";
const members =
  'class Colour(str, Enum):\n    """Colours."""\n\n    RED = "red"\n    GREEN = "green"\n\n    def shade(self):\n        x = 1\n        return x\n';

describe('listed values of enums and aliases', () => {
  it.each([
    ['an enum', enumeration],
    ['a constant enum', enumeration.replace('export enum', 'declare const enum')],
    ['an alias', "type Colour = 'red' | 'green';\n"],
  ])('contradicts a value that %s of the file lacks', async (_name, around) => {
    const path = '/harbour/a.ts';
    const [found] = await listsIn({ [path]: typescript("'red', 'blue'", around) }, path);
    expect(found).toMatchObject({ verdict: 'contradicted', files: [path, path] });
    expect(found?.sentence).toContain('blue');
  });

  it('contradicts a value that an enum of Python lacks', async () => {
    const path = '/harbour/a.py';
    const [found] = await listsIn({ [path]: python("'red', 'blue'", members) }, path);
    expect(found).toMatchObject({ verdict: 'contradicted', files: [path, path] });
  });

  it.each([
    ['values', "'red', 'green'"],
    ['names', "'Red', 'Green'"],
    ['some of them', "'red' or 'green'"],
  ])('takes the %s of an enum', async (_name, listed) => {
    const path = '/harbour/a.ts';
    const found = await listsIn({ [path]: typescript(listed, enumeration) }, path);
    expect(found.map(({ verdict }) => verdict)).toEqual(['supported']);
  });

  it.each([
    [
      'a member that is computed',
      "enum Colour { Red = 'red', Blue = make() }\n",
      typescript,
      '/harbour/a.ts',
    ],
    ['two of that name', `${enumeration}${enumeration}`, typescript, '/harbour/a.ts'],
    [
      'a look-up of its own',
      `${members}\n    @classmethod\n    def _missing_(cls, value):\n        return cls.RED\n`,
      python,
      '/harbour/a.py',
    ],
    [
      'values that are made',
      'class Colour(Enum):\n    RED = auto()\n    GREEN = auto()\n',
      python,
      '/harbour/a.py',
    ],
  ])('proves nothing by %s', async (_name, around, source, path) => {
    const found = await listsIn({ [path]: source("'red', 'green', 'blue'", around) }, path);
    expect(found.map(({ verdict }) => verdict)).toEqual(['unverified']);
  });

  it.each([
    ['an enum', "import { Colour } from './colours'", '/harbour/colours.ts', enumeration],
    [
      'a renamed enum',
      "import { Paint as Colour } from './colours.js'",
      '/harbour/colours.ts',
      enumeration.replace('Colour', 'Paint'),
    ],
    [
      'an alias',
      "import type { Colour } from './colours'",
      '/harbour/colours/index.ts',
      "export type Colour = 'red' | 'green';\n",
    ],
  ])('follows %s into the module that it is imported from', async (_name, line, module, text) => {
    const path = '/harbour/a.ts';
    const [found] = await listsIn({ [path]: typescript("'red', 'blue'", line), [module]: text }, path);
    expect(found).toMatchObject({ verdict: 'contradicted', files: [path, module] });
  });

  it.each([
    ['relative', 'from .colours import Colour', '/harbour/pkg/colours.py', members],
    ['absolute', 'from pkg.colours import (\n    Colour,\n    Shade,\n)', '/harbour/pkg/colours.py', members],
    [
      'a package',
      'from .colours import Colour',
      '/harbour/pkg/colours/__init__.py',
      'Colour = Literal["red", "green"]\n',
    ],
  ])('follows imports of Python: %s', async (_name, line, module, text) => {
    const path = '/harbour/pkg/a.py';
    const files = { '/harbour/pkg/__init__.py': '', [path]: python("'red', 'blue'", line), [module]: text };
    const [found] = await listsIn(files, path);
    expect(found).toMatchObject({ verdict: 'contradicted', files: [path, module] });
  });

  it('decides anew when the module that it read changes, though the file stays', async () => {
    const path = '/harbour/again.ts';
    const source = typescript("'red', 'blue'", "import { Colour } from './colours'");
    const verdictWith = async (text: string) =>
      (await listsIn({ [path]: source, '/harbour/colours.ts': text }, path)).map(({ verdict }) => verdict);
    expect(await verdictWith(enumeration)).toEqual(['contradicted']);
    expect(await verdictWith(enumeration.replace('}', "  Blue = 'blue',\n}"))).toEqual(['supported']);
    expect(await verdictWith('')).toEqual(['unverified']);
  });

  it('reads no module of another package', async () => {
    const path = '/harbour/a.ts';
    const files = {
      [path]: typescript("'red', 'blue'", "import { Colour } from 'colours'"),
      '/harbour/colours.ts': enumeration,
    };
    expect((await listsIn(files, path)).map(({ verdict }) => verdict)).toEqual(['unverified']);
  });
});
