import { describe, expect, it } from 'vitest';
import { factsOf, lookUp } from '../../support/evidence.ts';
import { manifest, temporaryWorkspace } from '../../support/temporary-workspace.ts';

const site = '.venv/lib/python3.12/site-packages';
const npm = (name: string, text: string) => ({
  [`node_modules/${name}/package.json`]: manifest(name),
  [`node_modules/${name}/index.d.ts`]: text,
});
const python = (name: string, text: string) => ({
  [`${site}/${name}.py`]: text,
  [`${site}/${name}-1.0.dist-info/METADATA`]: `Name: ${name}\nVersion: 1.0\n`,
  [`${site}/${name}-1.0.dist-info/RECORD`]: `${name}.py,,\n`,
});

describe('a name without a package', () => {
  it('is looked for in the packages that the nearest manifest names', async () => {
    const workspace = temporaryWorkspace({
      'package.json': manifest('app', { dependencies: { a: '*' }, devDependencies: { b: '*' } }),
      ...npm('a', 'export declare function f(): void;\nexport declare function both(): void;\n'),
      ...npm('b', 'export declare function g(): void;\nexport declare function both(): void;\n'),
      ...npm('c', 'export declare function h(): void;\n'),
    });
    expect((await factsOf(workspace, 'g')).package.name).toBe('b');
    expect(await lookUp(workspace, 'both')).toEqual({ type: 'ambiguous', candidates: ['a.both', 'b.both'] });
    expect(await lookUp(workspace, 'h')).toMatchObject({ type: 'not-installed', name: 'h' });
    expect((await factsOf(workspace, 'c.h')).package.name).toBe('c');
  });

  it('means an export of a named package before a package that nobody names', async () => {
    const workspace = temporaryWorkspace({
      'package.json': manifest('app', { dependencies: { a: '*' } }),
      ...npm('a', 'export declare function retry(): void;\n'),
      ...npm('retry', 'export declare function other(): void;\n'),
    });
    expect(await factsOf(workspace, 'retry')).toMatchObject({ package: { name: 'a' }, name: 'retry' });
    expect(await factsOf(workspace, 'a')).toMatchObject({ package: { name: 'a' }, kind: 'module' });
  });

  it.each([
    ['requirements.txt', '# tools\na >= 1.0\nb[extra]==2 ; python_version > "3"\n'],
    ['pyproject.toml', '[project]\nname = "x"\ndependencies = [\n  "a>=1.0",\n  "b[extra]",\n]\n'],
    ['pyproject.toml', '[tool.poetry.dependencies]\npython = "^3.9"\na = "^1.0"\nb = { version = "2" }\n'],
    ['pyproject.toml', '[dependency-groups]\ndev = ["a", "b"]\n'],
  ])('is looked for in what %s names', async (file, text) => {
    const workspace = temporaryWorkspace({
      [file]: text,
      ...python('a', 'def f(): pass\n'),
      ...python('b', 'def g(): pass\n'),
      ...python('c', 'def h(): pass\n'),
    });
    expect((await factsOf(workspace, 'f', { ecosystem: 'python' })).package.name).toBe('a');
    expect((await factsOf(workspace, 'g', { ecosystem: 'python' })).package.name).toBe('b');
    expect(await lookUp(workspace, 'h', { ecosystem: 'python' })).toMatchObject({ type: 'not-installed' });
  });

  it('is looked for in everything that is installed when that is little', async () => {
    const workspace = temporaryWorkspace(python('a', 'class C:\n    def f(self): pass\n'));
    expect(await factsOf(workspace, 'C.f', { ecosystem: 'python' })).toMatchObject({
      name: 'C.f',
      package: { name: 'a' },
    });
  });
});

describe('a name that both ecosystems have', () => {
  const workspace = () =>
    temporaryWorkspace({
      'package.json': manifest('app', { dependencies: { both: '*' } }),
      ...npm('both', 'export declare function f(js: 1): void;\n'),
      ...python('both', 'def f(py): pass\n'),
    });

  it('is ambiguous, and each candidate finds its own', async () => {
    const folder = workspace();
    const lookup = await lookUp(folder, 'both.f');
    expect(lookup).toEqual({ type: 'ambiguous', candidates: ['npm:both.f', 'python:both.f'] });
    expect((await factsOf(folder, 'npm:both.f')).package.ecosystem).toBe('npm');
    expect((await factsOf(folder, 'python:both.f')).package.ecosystem).toBe('python');
  });

  it('is the one of the language that asks', async () => {
    const folder = workspace();
    expect((await factsOf(folder, 'both.f', { ecosystem: 'python' })).package.ecosystem).toBe('python');
    expect((await factsOf(folder, 'f', { ecosystem: 'npm', package: 'both' })).package.ecosystem).toBe('npm');
  });
});

describe('names as people write them', () => {
  it.each(['a.Q.push', 'a.Q#push', 'a.Q.prototype.push()', '`a.Q.push`', 'a.Q.push(1, 2)', ' a.Q.push '])(
    '%s',
    async (written) => {
      const workspace = temporaryWorkspace(npm('a', 'export declare class Q { push(x: 1): void }\n'));
      expect((await factsOf(workspace, written)).name).toBe('Q.push');
    },
  );

  it('lets a dot be part of a package name', async () => {
    const workspace = temporaryWorkspace(npm('socket.io', 'export declare class Server { close(): void }\n'));
    expect(await factsOf(workspace, 'socket.io.Server.close')).toMatchObject({
      package: { name: 'socket.io' },
    });
  });

  it.each(['', '   ', '()', '../x', '/etc/passwd', '@', '..', 'a/../../b', '$', 'a'.repeat(5000)])(
    'finds nothing for %j and does not fail',
    async (written) => {
      const workspace = temporaryWorkspace({ 'main.js': '' });
      expect((await lookUp(workspace, written)).type).toBe('not-installed');
    },
  );
});
