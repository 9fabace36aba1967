import { describe, expect, it } from 'vitest';
import { factsOf, lookUp, shown, signature } from '../../support/evidence.ts';
import { manifest, temporaryWorkspace } from '../../support/temporary-workspace.ts';

const es5 = `interface JSON {
    /** Writes it. */
    stringify(value: any, space?: number): string;
}
declare var JSON: JSON;
interface Array<T> {
    /** How many. */
    length: number;
    map<U>(callback: (value: T) => U, thisArg?: any): U[];
}
interface ArrayConstructor {
    isArray(arg: any): arg is any[];
}
declare var Array: ArrayConstructor;
declare function parseInt(string: string, radix?: number): number;
interface Promise<T> {}
interface Error { message: string; }
interface TypeError extends Error {}
declare var TypeError: TypeErrorConstructor;
interface TypeErrorConstructor { captured(error: object): void; }
`;
const es2015 = `interface ArrayConstructor {
    from<T>(items: Iterable<T>): T[];
}
interface PromiseConstructor {
    all<T>(values: Iterable<T>): Promise<T[]>;
    all<T>(values: T): Promise<T>;
    both(value: number): number;
}
interface Promise<T> { both(): T; }
declare var Promise: PromiseConstructor;
`;
const base = {
  'package.json': manifest('app', { dependencies: { nets: '*' } }),
  'node_modules/nets/package.json': manifest('nets', { types: 'index.d.ts' }),
  'node_modules/nets/index.d.ts': `declare namespace Inner {
    interface Emitter { setLimit(most: number): this; off(name: string): this; }
}
export declare class Emitter implements Inner.Emitter {
    static setLimit(most?: number, ...of: object[]): void;
    static on(name: string): string;
}
export declare interface Emitter extends Inner.Emitter {}
`,
};

/** A workspace with a TypeScript whose libraries lie in one of the places where they do. */
function withLibraries(folder: string): string {
  return temporaryWorkspace({
    ...base,
    'node_modules/typescript/package.json': manifest('typescript', { version: '7.0.2' }),
    [`node_modules/${folder}/lib.es5.d.ts`]: es5,
    [`node_modules/${folder}/lib.es2015.core.d.ts`]: es2015,
    [`node_modules/${folder}/lib.dom.d.ts`]: 'interface Node { normalize(): void; }\n',
  });
}

describe('what JavaScript has without an import', () => {
  it.each(['typescript/lib', '@typescript/typescript-linux-x64/lib'])('is declared in %s', async (folder) => {
    const root = withLibraries(folder);
    const facts = await factsOf(root, 'JSON.stringify');
    expect(facts.package).toMatchObject({ ecosystem: 'npm', name: 'typescript', version: '7.0.2' });
    expect(signature(facts)).toEqual(['value: any', 'space?: number']);
    expect(shown(facts.returns)).toBe('string by string');
    expect(facts.asynchronous?.holds).toBe(false);
  });

  it('has members of what a class makes, of the class, and inherited ones', async () => {
    const root = withLibraries('typescript/lib');
    expect(signature(await factsOf(root, 'Array.prototype.map'))).toEqual([
      'callback: (value: T) => U',
      'thisArg?: any',
    ]);
    expect((await factsOf(root, 'Array.from')).returns?.value).toBe('T[]');
    expect((await factsOf(root, 'Promise.all')).asynchronous?.holds).toBe(true);
    expect((await factsOf(root, 'TypeError.message')).type?.value).toBe('string');
    expect((await factsOf(root, 'parseInt')).returns?.value).toBe('number');
    expect((await factsOf(root, 'globalThis.parseInt')).name).toBe('parseInt');
  });

  it('leaves open whether a static member is meant, unless it is said', async () => {
    const root = withLibraries('typescript/lib');
    expect(await lookUp(root, 'Promise.both')).toEqual({
      type: 'ambiguous',
      candidates: ['Promise.both (static)', 'Promise.prototype.both'],
    });
    expect((await factsOf(root, 'Promise#both')).returns?.value).toBe('T');
  });

  it('is missing where nothing declares it, and where it belongs to browsers', async () => {
    const root = withLibraries('typescript/lib');
    expect(await lookUp(root, 'Array.maps')).toMatchObject({
      type: 'no-such-symbol',
      nearest: ['Array.map'],
    });
    expect(await lookUp(root, 'Node.normalize')).toMatchObject({ type: 'not-installed' });
    expect(await lookUp(temporaryWorkspace(base), 'Array.map')).toMatchObject({ type: 'not-installed' });
  });
});

describe('a static member that is called like a method', () => {
  it('leaves open which is meant, unless it is said', async () => {
    const root = temporaryWorkspace(base);
    expect(await lookUp(root, 'nets.Emitter.setLimit')).toEqual({
      type: 'ambiguous',
      candidates: ['Emitter.setLimit (static)', 'Emitter.prototype.setLimit'],
    });
    expect(signature(await factsOf(root, 'nets.Emitter.prototype.setLimit'))).toEqual(['most: number']);
    expect((await factsOf(root, 'nets.Emitter.on')).returns?.value).toBe('string');
    expect((await factsOf(root, 'nets.Emitter.off')).returns?.value).toBe('this');
  });
});
