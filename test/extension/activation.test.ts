import { cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

interface Entry {
  activate(context: object): void;
}

interface Editor {
  readonly seen: {
    readonly commands: ReadonlyMap<string, (...given: readonly unknown[]) => Promise<unknown>>;
    readonly errors: readonly string[];
  };
}

const editorFile = resolve('test/fixtures/editor/editor.cjs');
const require = createRequire(import.meta.url);

describe('the extension as the editor loads it', () => {
  let folder: string;
  let loaded: string[];
  let hooks: ReturnType<typeof registerHooks>;
  let subscriptions: { dispose(): void }[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'factprobe-activation-'));
    await cp('dist/extension.cjs', join(folder, 'extension.cjs'));
    await cp('dist/extension', join(folder, 'extension'), { recursive: true });
    loaded = [];
    subscriptions = [];
    delete require.cache[editorFile];
    hooks = registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'vscode'
          ? { url: pathToFileURL(editorFile).href, shortCircuit: true }
          : next(specifier, context),
      load: (url, context, next) => {
        if (url.startsWith(pathToFileURL(folder).href)) loaded.push(fileURLToPath(url));
        return next(url, context);
      },
    });
  });

  afterEach(async () => {
    hooks.deregister();
    await rm(folder, { recursive: true });
  });

  /** Activates it; gives what the editor saw of it. */
  function activate(): Editor['seen'] {
    const entry: Entry = require(join(folder, 'extension.cjs'));
    entry.activate({ extension: { packageJSON: manifest }, subscriptions });
    const { seen }: Editor = require(editorFile);
    return seen;
  }

  /** The piece of the bundle that connects all parts. */
  async function mainPiece(): Promise<string> {
    const names = await readdir(join(folder, 'extension'));
    const [name = '', ...others] = names.filter((one) => one.startsWith('extension-'));
    expect(others).toEqual([]);
    return join(folder, 'extension', name);
  }

  it('reads little until it is active, and offers every command by then', async () => {
    const { commands } = activate();
    const offered = [...commands.keys()];
    // Gone before anything else is read.
    for (const subscription of subscriptions) subscription.dispose();
    const sizes = await Promise.all(loaded.map(async (file) => (await stat(file)).size));
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(32 * 1024);
    expect(offered.toSorted()).toEqual(
      manifest.contributes.commands.map(({ command }) => command).toSorted(),
    );
  });

  it('lets a command wait that is called before the rest is loaded', async () => {
    await writeFile(
      await mainPiece(),
      'exports.connectExtension = () => ({ runCommand: (name, given) => [name, ...given] });',
    );
    const { commands } = activate();
    await expect(commands.get('factprobe.showLog')?.('a', 2)).resolves.toEqual(['factprobe.showLog', 'a', 2]);
  });

  it('says what helps when its rest can’t be loaded', async () => {
    await rm(await mainPiece());
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { errors } = activate();
    await vi.waitFor(() => expect(errors).toHaveLength(1), { timeout: 20_000 });
    expect(errors[0]).toMatch(/^Factprobe could not be loaded: Cannot find module .+\. Reload the window; /);
  });
});
