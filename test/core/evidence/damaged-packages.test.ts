import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { factsOf, lookUp, signature } from '../../support/evidence.ts';
import { manifest, type TemporaryFile, temporaryWorkspace } from '../../support/temporary-workspace.ts';

const render = createRenderer('en');
const site = '.venv/lib/python3.12/site-packages';

/** The sentence with which a lookup is declined as broken. */
async function problemOf(files: Readonly<Record<string, TemporaryFile>>, symbol: string): Promise<string> {
  const lookup = await lookUp(temporaryWorkspace(files), symbol);
  if (lookup.type !== 'broken') throw new Error(JSON.stringify(lookup));
  return render(lookup.problem);
}

describe('an npm package that is damaged', () => {
  it.each<[string, Record<string, TemporaryFile>, string]>([
    [
      'a folder without a manifest',
      { 'node_modules/p/index.js': '' },
      'p is installed without its package.json; run npm install to repair it.',
    ],
    [
      'a manifest that is no JSON',
      { 'node_modules/p/package.json': '{ "name": "p", ' },
      'The package.json of p cannot be read; run npm install to repair it.',
    ],
    [
      'a manifest that is no object',
      { 'node_modules/p/package.json': '[]' },
      'The package.json of p cannot be read; run npm install to repair it.',
    ],
    [
      'a manifest that is no text',
      { 'node_modules/p/package.json': new Uint8Array([0xff, 0xfe, 0]) },
      'The package.json of p cannot be read; run npm install to repair it.',
    ],
    [
      'declarations that are not there',
      {
        'node_modules/p/package.json': manifest('p', { types: './dist/p.d.ts' }),
        'node_modules/p/index.js': 'exports.f = 1;',
      },
      'p names ./dist/p.d.ts, which is not installed; run npm install to repair it.',
    ],
    [
      'a main file that is not there',
      { 'node_modules/p/package.json': manifest('p', { main: './p.js' }) },
      'p names ./p.js, which is not installed; run npm install to repair it.',
    ],
    [
      'nothing to read',
      { 'node_modules/p/package.json': manifest('p'), 'node_modules/p/readme.md': '' },
      'p has neither declarations nor JavaScript to read; run npm install to repair it.',
    ],
    [
      'binary declarations',
      {
        'node_modules/p/package.json': manifest('p'),
        'node_modules/p/index.d.ts': new Uint8Array([1, 0, 2]),
      },
      'index.d.ts of p cannot be read as source; run npm install to repair it.',
    ],
    [
      'declarations of 10 MB',
      {
        'node_modules/p/package.json': manifest('p'),
        'node_modules/p/index.d.ts': 'declare const a: 1;\n'.repeat(550_000),
      },
      'index.d.ts of p cannot be read as source; run npm install to repair it.',
    ],
    [
      'declarations that are something else',
      { 'node_modules/p/package.json': manifest('p'), 'node_modules/p/index.d.ts': '%%% ??? <<<\n' },
      'index.d.ts of p cannot be read as source; run npm install to repair it.',
    ],
  ])('%s', async (_, files, sentence) => {
    expect(await problemOf(files, 'p.f')).toBe(sentence);
  });

  it('is not installed when its link leads in a circle or nowhere', async () => {
    const workspace = temporaryWorkspace({
      'node_modules/p': { link: './q' },
      'node_modules/q': { link: './p' },
      'node_modules/gone': { link: './nowhere' },
    });
    expect(await lookUp(workspace, 'p.f', { ecosystem: 'npm' })).toMatchObject({
      type: 'not-installed',
      name: 'p',
    });
    expect(await lookUp(workspace, 'gone.f', { ecosystem: 'npm' })).toMatchObject({ type: 'not-installed' });
  });

  it('is read where it can be read although other parts are broken', async () => {
    const workspace = temporaryWorkspace({
      'node_modules/p/package.json': manifest('p'),
      'node_modules/p/index.d.ts':
        "export * from './gone';\nexport * from './huge';\nexport { x } from './p';\nexport declare function f(a: 1): void;\n",
      'node_modules/p/huge.d.ts': `/*${'x'.repeat(5 * 1024 * 1024)}*/`,
      'node_modules/p/p': { link: '../p' },
    });
    expect(signature(await factsOf(workspace, 'p.f'))).toEqual(['a: 1']);
    expect(await lookUp(workspace, 'p.g')).toMatchObject({ type: 'no-such-symbol', isPartial: true });
  });

  it('says nothing sure of a name behind an error in the declarations', async () => {
    const workspace = temporaryWorkspace({
      'node_modules/p/package.json': manifest('p'),
      'node_modules/p/index.d.ts': 'export declare function f(a: 1): void;\nexport declare function g(a: ',
    });
    expect(signature(await factsOf(workspace, 'p.f'))).toEqual(['a: 1']);
    expect(await lookUp(workspace, 'p.h')).toMatchObject({ type: 'no-such-symbol', isPartial: true });
  });

  it('ends types that refer to themselves', async () => {
    const workspace = temporaryWorkspace({
      'node_modules/p/package.json': manifest('p'),
      'node_modules/p/index.d.ts':
        'export interface A extends B { }\nexport interface B extends A { inner?: A }\nexport declare const c: typeof c;\nexport declare function f(options: A): void;\n',
    });
    expect(await lookUp(workspace, 'p.A.nothing')).toMatchObject({ type: 'no-such-symbol' });
    expect((await factsOf(workspace, 'p.c')).parameters).toBeUndefined();
    expect(signature(await factsOf(workspace, 'p.f'))).toEqual([
      'options: A',
      'options.inner?: A',
      'options.inner.inner?: A',
    ]);
  });
});

describe('a Python package that is damaged', () => {
  it.each<[string, Record<string, TemporaryFile>, string]>([
    [
      'no metadata',
      { [`${site}/p/__init__.py`]: 'def f(): pass', [`${site}/p-1.0.dist-info/RECORD`]: 'p/__init__.py,,' },
      'p-1.0.dist-info tells neither name nor version; run pip install --force-reinstall p.',
    ],
    [
      'no modules',
      {
        [`${site}/p-1.0.dist-info/METADATA`]: 'Name: p\nVersion: 1.0\n',
        [`${site}/p-1.0.dist-info/RECORD`]: 'p/__init__.py,,',
      },
      'The modules of p are not where its installation says; run pip install --force-reinstall p.',
    ],
    [
      'a binary module',
      {
        [`${site}/p.py`]: new Uint8Array([0, 1, 2]),
        [`${site}/p-1.0.dist-info/METADATA`]: 'Name: p\nVersion: 1.0\n',
      },
      'p.py of p cannot be read as source; run pip install --force-reinstall p.',
    ],
    [
      'machine code alone',
      { [`${site}/p.cpython-312-x86_64-linux-gnu.so`]: new Uint8Array([0, 1, 2]) },
      'p is compiled and has no stub or source to read; install type stubs for it.',
    ],
  ])('%s', async (_, files, sentence) => {
    expect(await problemOf(files, 'p.f')).toBe(sentence);
  });

  it('has no version when nothing tells it, and no lie in its place', async () => {
    const facts = await factsOf(temporaryWorkspace({ [`${site}/p.py`]: 'def f(a=1): pass\n' }), 'p.f');
    expect(facts.package).toMatchObject({ name: 'p' });
    expect(facts.package.version).toBeUndefined();
    expect(facts.head.version).toBeUndefined();
  });

  it('ends modules that import each other', async () => {
    const workspace = temporaryWorkspace({
      [`${site}/p/__init__.py`]: 'from .a import *\nfrom .a import g\n',
      [`${site}/p/a.py`]: 'from . import *\nfrom p import g, h\nclass A(B): pass\nclass B(A): pass\n',
    });
    expect(await lookUp(workspace, 'p.g')).toMatchObject({ type: 'no-such-symbol' });
    expect(await lookUp(workspace, 'p.A.m')).toMatchObject({ type: 'no-such-symbol' });
    expect((await factsOf(workspace, 'p.A')).parameters).toBeUndefined();
  });

  it('may have more where it makes names at run time', async () => {
    const workspace = temporaryWorkspace({ [`${site}/p.py`]: 'def __getattr__(name): return 1\n' });
    expect(await lookUp(workspace, 'p.g')).toMatchObject({ type: 'no-such-symbol', isPartial: true });
  });
});
