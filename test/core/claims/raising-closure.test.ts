import { describe, expect, it } from 'vitest';
import { checkFile, WorkspaceNames } from '../../../src/core/claims/index.ts';
import { createMemoryCacheStore, neverCancelled } from '../../../src/core/platform/index.ts';
import { languageOfFile } from '../../../src/core/source/index.ts';
import { decodeUtf8 } from '../../../src/node/file-system.ts';
import { createMemoryFiles } from '../../support/memory-files.ts';
import { checkTools } from '../../support/tools.ts';

const cache = createMemoryCacheStore();

/** What one of some files says that it raises: verdict, and the files that prove it. */
async function raisesIn(files: Readonly<Record<string, string>>, path: string) {
  const language = languageOfFile(path);
  if (language === undefined) throw new Error(`no language for ${path}`);
  const system = createMemoryFiles(files);
  const names = new WorkspaceNames({ files: system, decode: decodeUtf8 }, () => Number.POSITIVE_INFINITY);
  const tools = { ...(await checkTools()), files: system, decode: decodeUtf8, cache, engine: 'test', names };
  const { findings } = await checkFile(tools, { path, language, cancellation: neverCancelled });
  return findings
    .filter(({ kind }) => kind === 'raises')
    .map(({ verdict, evidence }) => `${verdict} ${evidence.map((one) => one.path).join(' ')}`.trim());
}

const path = '/harbour/pkg/a.py';
const python = (line: string, body = 'return berth(a)') =>
  `${line}\n\n\ndef sail(a):\n    """Sail.\n\n    Raises:\n        KeyError: If there is no berth.\n    """\n    ${body}\n`;
const own = { '/harbour/pkg/__init__.py': '' };
const berth = (statement: string) =>
  `def berth(a):\n    if a is None:\n        ${statement}\n    return [a]\n`;

describe('exceptions of imported functions', () => {
  it('supports one that a function of another module raises, and quotes it there', async () => {
    const files = {
      ...own,
      [path]: python('from .berths import berth'),
      '/harbour/pkg/berths.py': berth('raise KeyError(a)'),
    };
    expect(await raisesIn(files, path)).toEqual([`supported ${path} /harbour/pkg/berths.py`]);
  });

  it.each([
    ['a function', 'from .berths import berth', '/harbour/pkg/berths.py'],
    ['a renamed one', 'from pkg.berths import berth as berth', '/harbour/pkg/berths.py'],
    ['a package', 'from .berths import berth', '/harbour/pkg/berths/__init__.py'],
  ])('contradicts what nothing raises, through %s', async (_name, line, module) => {
    const files = { ...own, [path]: python(line), [module]: berth('raise RuntimeError(a)') };
    expect(await raisesIn(files, path)).toEqual([`contradicted ${path}`]);
  });

  it('follows what a module hands on, and functions that call others', async () => {
    const files = {
      ...own,
      [path]: python('from . import other\nfrom .berths import berth'),
      '/harbour/pkg/berths/__init__.py': 'from .inner import berth\n',
      '/harbour/pkg/berths/inner.py': `from ..deep import check\n\n\n${berth('check(a)')}`,
      '/harbour/pkg/deep.py': 'def check(a):\n    raise KeyError(a)\n',
    };
    expect(await raisesIn(files, path)).toEqual([`supported ${path} /harbour/pkg/deep.py`]);
  });

  it.each([
    ['a module that is not there', 'from .berths import berth', ''],
    ['a module of another package', 'from berths import berth', berth('raise RuntimeError(a)')],
    [
      'a function under a decorator',
      'from .berths import berth',
      `@checked\n${berth('raise RuntimeError(a)')}`,
    ],
    ['what calls something unknown', 'from .berths import berth', berth('a.moor()')],
    [
      'another definition of the name',
      'from .berths import berth\n\nberth = berth or None',
      berth('raise RuntimeError(a)'),
    ],
    ['everything that a module has', 'from .berths import *', berth('raise RuntimeError(a)')],
    ['a class with a base', 'from .berths import berth', 'class berth(Base):\n    pass\n'],
    [
      'functions that call each other without end',
      'from .berths import berth',
      'from .a import sail\n\n\ndef berth(a):\n    return sail(a) or unknown(a)\n',
    ],
  ])('proves nothing by %s', async (_name, line, module) => {
    const files = {
      ...own,
      [path]: python(line),
      ...(module === '' ? {} : { '/harbour/pkg/berths.py': module }),
    };
    expect(await raisesIn(files, path)).toEqual(['unverified']);
  });

  it.each([
    ['a module of the package', 'from . import berths', 'return berths.berth(a)'],
    ['a module of a named package', 'from pkg import berths', 'return berths.berth(a)'],
    ['a module under another name', 'import pkg.berths as there', 'return there.berth(a)'],
    ['a class', 'from .berths import Quay', 'return Quay(a).berth(a)'],
    ['a variable', 'from .berths import Quay', 'quay = Quay(a)\n    return quay.berth(a)'],
    ['a decorator', 'from .berths import checked', 'return [a]'],
  ])('follows what is called through %s', async (name, line, body) => {
    const decorated =
      name === 'a decorator' ? python(line, body).replace('def sail', '@checked\ndef sail') : undefined;
    const source = decorated ?? python(line, body);
    const module = (statement: string) =>
      `${berth(statement)}\n\nclass Quay:\n    def __init__(self, a):\n        self.a = a\n\n    def berth(self, a):\n        ${statement}\n\n\ndef checked(func):\n    def wrapper(a):\n        if a is None:\n            ${statement}\n        return func(a)\n    return wrapper\n`;
    const found = (statement: string) =>
      raisesIn({ ...own, [path]: source, '/harbour/pkg/berths.py': module(statement) }, path);
    expect(await found('raise KeyError(a)')).toEqual([`supported ${path} /harbour/pkg/berths.py`]);
    expect(await found('raise RuntimeError(a)')).toEqual([`contradicted ${path}`]);
    expect(await found('a.moor()')).toEqual(['unverified']);
  });

  it('decides anew when the module that is called changes, though the file stays', async () => {
    const source = python('from .again import berth');
    const verdictWith = (statement: string) =>
      raisesIn({ ...own, [path]: source, '/harbour/pkg/again.py': berth(statement) }, path);
    expect(await verdictWith('raise RuntimeError(a)')).toEqual([`contradicted ${path}`]);
    expect(await verdictWith('raise KeyError(a)')).toEqual([`supported ${path} /harbour/pkg/again.py`]);
  });

  it('follows imports of ECMAScript, too', async () => {
    const file = '/harbour/a.ts';
    const source = (exception: string) =>
      `import { berth } from './berths.js';\n/**\n * Sails.\n * @throws {${exception}} Without a berth.\n */\nexport function sail(a: string) { berth(a); }\n`;
    const berths = 'export function berth(a: string) { if (a === "") throw new RangeError(a); }\n';
    const found = (exception: string) =>
      raisesIn({ [file]: source(exception), '/harbour/berths.ts': berths }, file);
    expect(await found('RangeError')).toEqual([`supported ${file} /harbour/berths.ts`]);
    expect(await found('URIError')).toEqual([`contradicted ${file}`]);
  });

  it.each([
    ['a whole module', "import * as berths from './berths';", 'berths.berth(a)', 'export function berth'],
    [
      'another name',
      "import { quay } from './berths';",
      'quay(a)',
      'export { berth as quay };\nfunction berth',
    ],
    ['a class', "import { Quay } from './berths';", 'new Quay().berth(a)', 'export class Quay { berth'],
    [
      'CommonJS',
      "const { berth } = require('./berths');",
      'berth(a)',
      'module.exports = { berth };\nfunction berth',
    ],
    [
      'a CommonJS module',
      "const berths = require('./berths');",
      'berths.quay(a)',
      'exports.quay = berth;\nfunction berth',
    ],
  ])('follows imports of ECMAScript by %s', async (_name, line, call, head) => {
    const file = '/harbour/a.js';
    const source = `${line}\n/**\n * Sails.\n * @throws {RangeError} Without a berth.\n */\nexport function sail(a) { return [${call}]; }\n`;
    const found = (exception: string) =>
      raisesIn(
        {
          [file]: source,
          '/harbour/berths.js': `${head}(a) { if (a === "") throw new ${exception}(a); }${/class/.test(head) ? ' }' : ''}\n`,
        },
        file,
      );
    expect(await found('RangeError')).toEqual([`supported ${file} /harbour/berths.js`]);
    expect(await found('EvalError')).toEqual(['unverified']);
  });
});
