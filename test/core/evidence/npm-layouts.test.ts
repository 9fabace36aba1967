import { describe, expect, it } from 'vitest';
import { factsOf, lookUp, shown, signature } from '../../support/evidence.ts';
import { manifest, type TemporaryFile, temporaryWorkspace } from '../../support/temporary-workspace.ts';

/** A workspace that has one package of these files. */
function withPackage(name: string, files: Readonly<Record<string, TemporaryFile>>): string {
  const inside = Object.entries(files).map(([path, content]) => [`node_modules/${name}/${path}`, content]);
  const own = { 'package.json': manifest('app', { dependencies: { [name]: '*' } }) };
  return temporaryWorkspace({ ...own, ...Object.fromEntries(inside) });
}

describe('where the declarations of an npm package stand', () => {
  const declaration = 'export declare function f(a?: number): string;\n';

  it.each<[string, Record<string, unknown>, string]>([
    ['types', { types: './t/index.d.ts' }, 't/index.d.ts'],
    ['typings without an ending', { typings: './t/index' }, 't/index.d.ts'],
    ['beside main', { main: './lib/main.js' }, 'lib/main.d.ts'],
    ['beside an index', {}, 'index.d.ts'],
    ['the types condition', { exports: { '.': { types: './t.d.ts', default: './t.js' } } }, 't.d.ts'],
    ['a nested condition', { exports: { import: { types: './m.d.mts', default: './m.mjs' } } }, 'm.d.mts'],
    ['beside an export', { exports: { '.': { import: './e.mjs' } } }, 'e.d.mts'],
    ['an export without conditions', { exports: './e.js' }, 'e.d.ts'],
    ['only for require', { exports: { require: { types: './c.d.cts', default: './c.cjs' } } }, 'c.d.cts'],
  ])('%s', async (_, fields, file) => {
    const workspace = withPackage('p', { 'package.json': manifest('p', fields), [file]: declaration });
    const facts = await factsOf(workspace, 'p.f');
    expect(facts.head.path).toBe(`${workspace}/node_modules/p/${file}`);
    expect(signature(facts)).toEqual(['a?: number']);
  });

  it('follows subpaths, patterns of exports too', async () => {
    const workspace = withPackage('@s/p', {
      'package.json': manifest('@s/p', { exports: { './features/*': { types: './dist/*.d.ts' } } }),
      'dist/one.d.ts': declaration,
    });
    expect((await factsOf(workspace, '@s/p/features/one.f')).name).toBe('features/one.f');
    expect(await lookUp(workspace, '@s/p/other.f')).toMatchObject({
      type: 'no-such-symbol',
      symbol: 'other',
    });
  });

  it('says by the quotes that declarations come from another package', async () => {
    const workspace = temporaryWorkspace({
      'node_modules/@s/p/package.json': manifest('@s/p', { main: 'index.js' }),
      'node_modules/@s/p/index.js': 'exports.f = function f(a = 7) {};\n',
      'node_modules/@types/s__p/package.json': manifest('@types/s__p', { version: '2.0.0' }),
      'node_modules/@types/s__p/index.d.ts': declaration,
    });
    const facts = await factsOf(workspace, '@s/p.f');
    expect(facts.package).toMatchObject({ name: '@s/p', version: '1.0.0' });
    expect(facts.head).toMatchObject({ package: '@types/s__p', version: '2.0.0' });
    expect(facts.parameters?.[0]?.default).toMatchObject({
      value: '7',
      evidence: [{ package: '@s/p', version: '1.0.0' }],
    });
  });

  it('takes the nearest of several installed versions, links resolved', async () => {
    const workspace = temporaryWorkspace({
      'node_modules/p/package.json': manifest('p', { version: '1.0.0' }),
      'node_modules/p/index.d.ts': 'export declare function f(old: 1): void;\n',
      'store/p@2/node_modules/p/package.json': manifest('p', { version: '2.0.0' }),
      'store/p@2/node_modules/p/index.d.ts': "export { f } from 'q';\n",
      'store/p@2/node_modules/q/package.json': manifest('q'),
      'store/p@2/node_modules/q/index.d.ts': 'export declare function f(new2: 2): void;\n',
      'apps/a/node_modules/p': { link: '../../../store/p@2/node_modules/p' },
      'apps/a/src/main.ts': '',
    });
    const near = await factsOf(`${workspace}/apps/a/src`, 'p.f');
    expect(near.package).toMatchObject({ version: '2.0.0', root: `${workspace}/store/p@2/node_modules/p` });
    expect(near.head).toMatchObject({ package: 'q' });
    expect((await factsOf(workspace, 'p.f')).package.version).toBe('1.0.0');
  });

  it('reads what another package adds with a declare module block', async () => {
    const workspace = withPackage('p', {
      'package.json': manifest('p', { types: 'index.d.ts' }),
      'index.d.ts':
        '/// <reference path="./more.d.ts" />\nexport = _;\ndeclare const _: _.Static;\ndeclare namespace _ {\n  interface Static { one(a: 1): void }\n}\n',
      'more.d.ts':
        'import _ = require("./index");\ndeclare module "./index" {\n  interface Static { two(b: Two): void }\n  interface Two { x?: number }\n}\n',
    });
    expect(signature(await factsOf(workspace, 'p.one'))).toEqual(['a: 1']);
    expect(signature(await factsOf(workspace, 'p.two'))).toEqual(['b: Two', 'b.x?: number']);
  });

  it('reads modules of Node from @types/node', async () => {
    const workspace = temporaryWorkspace({
      'node_modules/@types/node/package.json': manifest('@types/node', { version: '24.1.0' }),
      'node_modules/@types/node/index.d.ts': '/// <reference path="fs.d.ts" />\n',
      'node_modules/@types/node/fs.d.ts':
        'declare module "fs" {\n  function exists(path: string): boolean;\n}\ndeclare module "node:fs" {\n  export * from "fs";\n}\n',
    });
    const facts = await factsOf(workspace, 'node:fs.exists');
    expect(facts).toMatchObject({ name: 'fs.exists', package: { name: '@types/node', version: '24.1.0' } });
    expect(signature(facts)).toEqual(['path: string']);
  });
});

describe('ways to export', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['export =', 'declare function f(a: 1): void;\nexport = f;', 'p', ['a: 1']],
    [
      'export = with a namespace',
      'declare function f(): void;\ndeclare namespace f { function g(a: 1): void }\nexport = f;',
      'p.g',
      ['a: 1'],
    ],
    [
      'export default of a constant',
      'interface S { g(a: 1): void }\ndeclare const s: S;\nexport default s;',
      'p.g',
      ['a: 1'],
    ],
    ['export default of a class without a name', 'export default class { m(a: 1): void }', 'p.m', ['a: 1']],
    ['import, then export', "import { f } from './b';\nexport { f as g };", 'p.g', ['b: 2']],
    ['import all, then export', "import * as z from './b';\nexport { z };", 'p.z.f', ['b: 2']],
    ['export all as', "export * as z from './b';", 'p.z.f', ['b: 2']],
    ['an import type', "declare const s: import('./b').S;\nexport default s;", 'p.m', ['c: 3']],
    [
      'an intersection',
      "import { S } from './b';\nexport declare const s: S & { n(d: 4): void };",
      'p.s.n',
      ['d: 4'],
    ],
    [
      'inheritance from elsewhere',
      "import { S } from './b';\nexport interface T extends S { }",
      'p.T.m',
      ['c: 3'],
    ],
    ['typeof', 'declare function f(a: 1): void;\nexport declare const g: typeof f;', 'p.g', ['a: 1']],
    [
      'a namespace that lists its names',
      'declare function f(a: 1): void;\ndeclare namespace n { export { f as g } }\nexport { n };',
      'p.n.g',
      ['a: 1'],
    ],
    [
      'an interface that can be called',
      'interface F { (a: 1): void }\nexport declare const f: F;',
      'p.f',
      ['a: 1'],
    ],
    [
      'an interface that can be made',
      'interface F { new (a: 1): F }\nexport declare const f: F;',
      'p.f',
      ['a: 1'],
    ],
    [
      'a block of the package name',
      'declare module "p" {\n  export function f(a: 1): void;\n}',
      'p.f',
      ['a: 1'],
    ],
    ['a circle', "export * from './a';\nexport * from './b';", 'p.f', ['b: 2']],
  ])('%s', async (_, index, symbol, expected) => {
    const workspace = withPackage('p', {
      'package.json': manifest('p'),
      'index.d.ts': `${index}\n`,
      'a.d.ts': "export * from './index';\n",
      'b.d.ts': 'export declare function f(b: 2): void;\nexport interface S { m(c: 3): void }\n',
    });
    expect(signature(await factsOf(workspace, symbol))).toEqual(expected);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['module.exports of a function', 'module.exports = function f(a, b = 2) {};', 'p', ['a', 'b? = 2']],
    [
      'module.exports of a name',
      'function f(a = 1) {}\nmodule.exports = f;\nmodule.exports.g = (b = 2) => b;',
      'p.g',
      ['b? = 2'],
    ],
    [
      'module.exports of an object',
      "const h = (a = 1) => a;\nmodule.exports = { h, g: h, k(b = 2) {}, l: require('./b') };",
      'p.k',
      ['b? = 2'],
    ],
    ['a shorthand', 'const h = (a = 1) => a;\nmodule.exports = { h };', 'p.h', ['a? = 1']],
    ['a required module', "module.exports = { l: require('./b') };", 'p.l.f', ['c? = 3']],
    ['exports.name', 'exports.f = function (a = 1) {};', 'p.f', ['a? = 1']],
    ['exports in a chain', 'exports = module.exports = create;\nfunction create(a = 1) {}', 'p', ['a? = 1']],
    [
      'a property of the exported function',
      'function f() {}\nf.g = function (a = 1) {};\nmodule.exports = f;',
      'p.g',
      ['a? = 1'],
    ],
    [
      'a prototype',
      'function F() {}\nF.prototype.g = function (a = 1) {};\nexports.F = F;',
      'p.F.g',
      ['a? = 1'],
    ],
    ['a class', 'class F { constructor(a = 1) {} }\nmodule.exports = { F };', 'p.F', ['a? = 1']],
    [
      'compiled re-exports',
      'Object.defineProperty(exports, "f", { enumerable: true, get: function () { return b_1.f; } });\nconst b_1 = require("./b");',
      'p.f',
      ['c? = 3'],
    ],
    ['compiled star exports', '__exportStar(require("./b"), exports);', 'p.f', ['c? = 3']],
  ])('CommonJS: %s', async (_, index, symbol, expected) => {
    const workspace = withPackage('p', {
      'package.json': manifest('p', { main: './index.js' }),
      'index.js': `${index}\n`,
      'b.js': 'exports.f = function f(c = 3) {};\n',
    });
    expect(signature(await factsOf(workspace, symbol))).toEqual(expected);
  });
});

describe('JavaScript with JSDoc', () => {
  it('gives types, defaults, what comes back and the deprecation', async () => {
    const workspace = withPackage('p', {
      'package.json': manifest('p', { module: './index.mjs', main: './index.cjs' }),
      'index.mjs': `/**
 * Waits.
 *
 * @param {number} [delay=10] Milliseconds.
 * @param {object} [options]
 * @param {string} [options.unit='ms'] The unit.
 * @param {number} [options.tries] Defaults to 5.
 * @returns {Promise<void>} When it is over.
 * @deprecated Use
 *   timers instead.
 */
export async function wait(delay, options = {}) {}

/** Waits, or not. */
export function pause(items, size) {
  const length = items == null ? 0 : items.length;
  const step = size ?? 4;
  return length / step;
}

export const limit = 8;
export const made = make(3);
`,
    });
    const facts = await factsOf(workspace, 'p.wait');
    expect(signature(facts)).toEqual([
      'delay?: number = 10',
      'options?: object = {}',
      "options.unit? = 'ms'",
      'options.tries? = 5',
    ]);
    expect(facts.isAsync).toBe(true);
    expect(shown(facts.returns)).toBe('Promise<void> by @returns {Promise<void>} When it is over.');
    expect(facts.deprecated?.value).toBe('Use timers instead.');
    expect(signature(await factsOf(workspace, 'p.pause'))).toEqual(['items', 'size? = 4']);
    expect((await factsOf(workspace, 'p.limit')).default?.value).toBe('8');
    expect((await factsOf(workspace, 'p.made')).default).toBeUndefined();
  });
});

describe('what is made at run time', () => {
  it.each<[string, string, true | undefined]>([
    ['a call', "exports.f = wrap(require('./other'));", true],
    ['a value', 'exports.f = 4;', undefined],
    ['a function', 'exports.f = () => 4;', undefined],
  ])('does not tell how it is called: %s', async (_, index, expected) => {
    const workspace = withPackage('p', { 'package.json': manifest('p'), 'index.js': `${index}\n` });
    expect((await factsOf(workspace, 'p.f')).isCallUnknown).toBe(expected);
  });
});

describe('types that stand for functions', () => {
  const types = `
interface Handler { (event: string): void }
declare class URL { constructor(url: string) }
declare var URL: { new (url: string): URL };
export declare const handler: Handler | undefined;
export declare const place: string | URL | undefined;
export declare const url: URL;
export declare const both: ((a: 1) => void) & { (b: 2): void };
export declare class Emitter {
  static limit(emitter: Emitter): number;
  limit(): number;
  readonly self: this;
  get made(): Handler;
}
export declare namespace Emitter { function listen(emitter: Emitter): void }
export interface Emitter { listen(): void }
export interface Shape { size: number }
export interface Loud extends Sound { }
declare interface Sound extends Plain { }
declare namespace Sound { function play(sound: Sound): void }
interface Plain { play(): void }
export declare const loud: Loud;
export declare const sounds: typeof Sound;
export declare const Shape: Maker<Shape>;
`;

  it.each<[string, readonly string[] | undefined]>([
    ['p.handler', ['event: string']],
    ['p.place', undefined],
    ['p.url', undefined],
    ['p.both', ['a: 1']],
    ['p.loud.play', []],
    ['p.sounds.play', ['sound: Sound']],
    ['p.Emitter.self.self.limit', ['emitter: Emitter']],
  ])('%s', async (symbol, expected) => {
    const workspace = withPackage('p', { 'package.json': manifest('p'), 'index.d.ts': types });
    expect(signature(await factsOf(workspace, symbol))).toEqual(expected);
  });

  it.each(['p.Emitter.limit', 'p.Emitter.listen'])(
    'speaks for %s only as far as both that are called so agree',
    async (symbol) => {
      const workspace = withPackage('p', { 'package.json': manifest('p'), 'index.d.ts': types });
      const facts = await factsOf(workspace, symbol);
      expect(facts.overloads).toBe(2);
      expect(facts.agreement).toMatchObject({ returns: true, names: false });
    },
  );

  it('leaves open what may be a function', async () => {
    const workspace = withPackage('p', { 'package.json': manifest('p'), 'index.d.ts': types });
    expect((await factsOf(workspace, 'p.Shape')).isCallUnknown).toBe(true);
    expect((await factsOf(workspace, 'p.Emitter.made')).isCallUnknown).toBe(true);
    expect((await factsOf(workspace, 'p.Shape.size')).isCallUnknown).toBeUndefined();
  });
});

describe('what several files say of one interface', () => {
  it('counts as one, names that only blocks declare too', async () => {
    const workspace = withPackage('p', {
      'package.json': manifest('p'),
      'index.d.ts':
        '/// <reference path="./a.d.ts" />\n/// <reference path="./b.d.ts" />\nexport = _;\ndeclare const _: _.Static;\ndeclare namespace _ { interface Static { one(): void } }\n',
      'a.d.ts':
        'import _ = require("./index");\ndeclare module "./index" {\n  interface Base { low(a: 1): void }\n  interface List extends Base { first(): void }\n}\n',
      'b.d.ts':
        'import _ = require("./index");\ndeclare module "./index" {\n  interface List { last(b: 2): void }\n}\n',
    });
    expect(signature(await factsOf(workspace, 'p.List.last'))).toEqual(['b: 2']);
    expect(signature(await factsOf(workspace, 'p.List.low'))).toEqual(['a: 1']);
    expect(await lookUp(workspace, 'p.List.lats')).toMatchObject({ nearest: ['List.last'] });
  });
});
