import { describe, expect, it } from 'vitest';
import { type CacheStore, CancelledError, createMemoryCacheStore } from '../../../src/core/platform/index.ts';
import { evidenceTools, factsOf, lookUp, signature } from '../../support/evidence.ts';
import { manifest, temporaryWorkspace } from '../../support/temporary-workspace.ts';

const workspaceWith = (text: string) =>
  temporaryWorkspace({ 'node_modules/p/package.json': manifest('p'), 'node_modules/p/index.d.ts': text });

/** A cache that shows what it holds, and what it was asked for and had. */
function openCache(): CacheStore & { readonly texts: Map<string, string>; readonly hits: string[] } {
  const texts = new Map<string, string>();
  const hits: string[] = [];
  const write = (area: string, key: string, text: string) => void texts.set(`${area} ${key}`, text);
  return {
    texts,
    hits,
    read(area, key) {
      const text = texts.get(`${area} ${key}`);
      if (text !== undefined) hits.push(key);
      return text;
    },
    write,
    writeAll: (area, all) => all.forEach((text, key) => void write(area, key, text)),
    clear: () => texts.clear(),
  };
}

describe('facts in the cache', () => {
  it('serve every place where the same text stands, each with its own paths', async () => {
    const cache = openCache();
    const tools = await evidenceTools({ cache });
    const text = 'export declare function f(a: 1): void;\n';
    const [first, second] = [workspaceWith(text), workspaceWith(text)];
    await factsOf(first, 'p.f', { tools });
    expect(cache.hits).toEqual([]);
    const facts = await factsOf(second, 'p.f', { tools });
    expect(cache.hits).toHaveLength(1);
    expect(facts.head.path).toBe(`${second}/node_modules/p/index.d.ts`);
    expect([...cache.texts.keys()].every((key) => key.startsWith('facts '))).toBe(true);
    expect([...cache.texts.values()].join('')).not.toContain('node_modules');
  });

  it("keep a patched copy's facts apart", async () => {
    const tools = await evidenceTools({ cache: createMemoryCacheStore() });
    const [plain, patched] = [
      workspaceWith('export declare function f(a: 1): void;\n'),
      workspaceWith('export declare function f(a: 2): void;\n'),
    ];
    expect(signature(await factsOf(plain, 'p.f', { tools }))).toEqual(['a: 1']);
    expect(signature(await factsOf(patched, 'p.f', { tools }))).toEqual(['a: 2']);
  });

  it('of another build are not used', async () => {
    const cache = openCache();
    const workspace = workspaceWith('export declare function f(a: 1): void;\n');
    await factsOf(workspace, 'p.f', { tools: await evidenceTools({ cache, engine: '1' }) });
    await factsOf(workspace, 'p.f', { tools: await evidenceTools({ cache, engine: '2' }) });
    expect(cache.hits).toEqual([]);
  });

  it.each(['', '{', '[]', '{"symbols":[{"path":1}]}'])(
    'are read again when the entry is %j',
    async (broken) => {
      const cache = openCache();
      const tools = await evidenceTools({ cache });
      const workspace = workspaceWith('export declare function f(a: 1): void;\n');
      await factsOf(workspace, 'p.f', { tools });
      for (const key of cache.texts.keys()) cache.texts.set(key, broken);
      expect(signature(await factsOf(workspace, 'p.f', { tools }))).toEqual(['a: 1']);
      expect([...cache.texts.values()]).not.toContain(broken);
    },
  );
});

describe('cancelling a lookup', () => {
  it.each([0, 1, 2, 3, 5])('ends it at the next step, here after %i', async (steps) => {
    let left = steps;
    const cancellation = {
      get aborted() {
        left -= 1;
        return left < 0;
      },
    };
    const workspace = workspaceWith(
      "export * from './more';\nexport declare class A { b(c: 1): void; d(e: 2): void }\n",
    );
    await expect(lookUp(workspace, 'p.A.b', { cancellation })).rejects.toThrow(CancelledError);
  });
});
