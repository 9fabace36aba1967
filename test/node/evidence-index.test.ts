import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createMemoryIndex,
  type EvidenceIndex,
  type IndexSource,
  indexSources,
  installedSources,
  nameKey,
  staleSources,
} from '../../src/core/evidence/index.ts';
import { type Message, neverCancelled } from '../../src/core/platform/index.ts';
import { indexPath } from '../../src/node/index-database.ts';
import { createSqliteEvidenceIndex, type SqliteEvidenceIndex } from '../../src/node/sqlite-evidence-index.ts';
import { evidenceTools } from '../support/evidence.ts';
import { contentTools } from '../support/index.ts';
import { manifest, type TemporaryFile, temporaryWorkspace } from '../support/temporary-workspace.ts';

const builder = join(import.meta.dirname, '../fixtures/index/build.ts');
let folder: string;
let notices: Message[];
let opened: SqliteEvidenceIndex[];

function open(reader = '1'): SqliteEvidenceIndex {
  const index = createSqliteEvidenceIndex({ folder, reader, onNotice: (text) => notices.push(text) });
  opened.push(index);
  return index;
}

beforeEach(() => {
  folder = join(temporaryWorkspace({}), 'deep', 'cache');
  notices = [];
  opened = [];
});

afterEach(() => {
  for (const index of opened) index.close();
});

const two: Readonly<Record<string, TemporaryFile>> = {
  'node_modules/lines/package.json': manifest('lines', { version: '2.1.0' }),
  'node_modules/lines/index.d.ts': `/** Cuts a text into its lines, whatever ends them. */
export function splitLines(text: string, limit?: number): string[];
export interface Options { keepEmpty?: boolean }
`,
  'node_modules/lines/README.md':
    '# lines\n\nCuts texts.\n\n## Carriage returns\n\nA lone carriage return ends a line, too.\n',
  'node_modules/queue/package.json': manifest('queue'),
  'node_modules/queue/index.js':
    '/** Runs jobs one after the other, in the order of their arrival. */\nexports.createQueue = (concurrency = 1) => {};\n',
};

async function sourcesOf(workspace: string): Promise<readonly IndexSource[]> {
  return installedSources(await evidenceTools(), [workspace]);
}

async function build(index: EvidenceIndex, workspace: string): Promise<number> {
  return indexSources({ ...contentTools, index }, await sourcesOf(workspace), neverCancelled);
}

/** What an index knows of the packages of a workspace. */
async function seen(index: EvidenceIndex, workspace: string) {
  const sources = await sourcesOf(workspace);
  const scope = new Set(sources.flatMap((source) => index.installed(source)?.content ?? []));
  return {
    names: (name: string) =>
      index.named(nameKey(name), scope).map(({ path, kind, file }) => `${kind} ${path} in ${file}`),
    passages: (...words: readonly string[]) =>
      index.passages(words, scope, 10).map(({ file, start }) => `${file} at ${start}`),
    keys: (prefix: string) => index.keysFrom(prefix, scope, 10),
  };
}

function rowsIn(file: string, table: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    return Number(database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()?.n);
  } finally {
    database.close();
  }
}

describe.each([
  { where: 'on the disk', make: () => open() as EvidenceIndex },
  { where: 'in memory', make: createMemoryIndex },
])('an index $where', ({ make }) => {
  it('finds declarations by name, however it is spelt, and passages by their words', async () => {
    const workspace = temporaryWorkspace(two);
    const index = make();
    expect(await build(index, workspace)).toBe(2);
    const { names, passages, keys } = await seen(index, workspace);
    expect(names('splitLines')).toEqual(['function splitLines in index.d.ts']);
    expect(names('split_lines')).toEqual(['function splitLines in index.d.ts']);
    expect(names('keepEmpty')).toEqual(['member Options.keepEmpty in index.d.ts']);
    expect(names('create_queue')).toEqual(['variable createQueue in index.js']);
    expect(names('nothing')).toEqual([]);
    expect(keys('spl')).toEqual(['splitlines']);
    const readme = readFileSync(join(workspace, 'node_modules/lines/README.md'), 'utf8');
    expect(passages('carriage')).toEqual([`README.md at ${readme.indexOf('## Carriage')}`]);
    expect(passages('arrival')).toEqual(['index.js at 0']);
    expect(index.status()).toMatchObject({ packages: 2, facts: 4, passages: 4 });
  });

  it('takes any word as a word', async () => {
    const workspace = temporaryWorkspace(two);
    const index = make();
    await build(index, workspace);
    const { passages, names } = await seen(index, workspace);
    const hard = [
      '"',
      '""',
      "'); DROP TABLE names; --",
      'a* OR b',
      'NEAR(a b)',
      '{title}: x',
      '-x',
      '^x',
      '\0',
      '(',
    ];
    for (const one of hard) {
      expect(() => passages(one)).not.toThrow();
      expect(() => names(one)).not.toThrow();
    }
    const readme = readFileSync(join(workspace, 'node_modules/lines/README.md'), 'utf8');
    expect(passages(...hard, 'carriage')).toContain(`README.md at ${readme.indexOf('## Carriage')}`);
  });

  it('reads what changed again, and nothing else', async () => {
    const workspace = temporaryWorkspace(two);
    const index = make();
    await build(index, workspace);
    expect(await build(index, workspace)).toBe(0);
    writeFileSync(join(workspace, 'node_modules/queue/index.js'), 'exports.createStack = () => {};\n');
    const stale = staleSources({ ...contentTools, index }, await sourcesOf(workspace), neverCancelled);
    expect(stale.map(({ name }) => name)).toEqual(['queue']);
    expect(await build(index, workspace)).toBe(1);
    const { names } = await seen(index, workspace);
    expect(names('createStack')).toEqual(['variable createStack in index.js']);
    expect(names('createQueue')).toEqual([]);
    expect(names('splitLines')).toHaveLength(1);
  });

  it('keeps equal packages of two folders once, and a patched copy apart', async () => {
    const [one, same] = [temporaryWorkspace(two), temporaryWorkspace(two)];
    const patched = temporaryWorkspace({
      ...two,
      'node_modules/lines/index.d.ts': 'export function patchedLines(): void;\n',
    });
    const index = make();
    for (const workspace of [one, same, patched]) await build(index, workspace);
    expect(index.status().packages).toBe(3);
    expect((await seen(index, same)).names('splitLines')).toHaveLength(1);
    expect((await seen(index, patched)).names('splitLines')).toEqual([]);
    expect((await seen(index, one)).names('patchedLines')).toEqual([]);
    expect((await seen(index, patched)).names('patchedLines')).toHaveLength(1);
  });

  it('forgets what lies nowhere any more', async () => {
    const [gone, there] = [temporaryWorkspace(two), temporaryWorkspace(two)];
    writeFileSync(join(gone, 'node_modules/queue/index.js'), 'exports.onlyHere = 1;\n');
    const index = make();
    await build(index, gone);
    await build(index, there);
    expect(index.status().packages).toBe(3);
    rmSync(join(gone, 'node_modules/queue'), { recursive: true });
    index.tidy((root) => root !== `${gone}/node_modules/queue`);
    expect(index.status().packages).toBe(2);
    expect((await seen(index, there)).names('createQueue')).toHaveLength(1);
  });

  it('reads again what it was told to forget, and forgets everything when it is cleared', async () => {
    const workspace = temporaryWorkspace(two);
    const index = make();
    await build(index, workspace);
    for (const source of await sourcesOf(workspace)) index.forget(source);
    expect((await seen(index, workspace)).names('splitLines')).toEqual([]);
    expect(await build(index, workspace)).toBe(2);
    expect((await seen(index, workspace)).names('splitLines')).toHaveLength(1);
    index.clear();
    expect(index.status()).toMatchObject({ packages: 0, facts: 0, passages: 0 });
    expect(await build(index, workspace)).toBe(2);
  });
});

describe('reading packages', () => {
  it('passes over broken manifests, folders without one, links in circles and what is no text', async () => {
    const workspace = temporaryWorkspace({
      ...two,
      'node_modules/broken/package.json': '{ "name": ',
      'node_modules/half/lib/index.js': 'exports.half = 1;\n',
      'node_modules/lines/circle': { link: '..' },
      'node_modules/lines/self': { link: 'self' },
      'node_modules/lines/binary.d.ts': Uint8Array.of(0xff, 0xfe, 0, 1),
      'node_modules/lines/giant.d.ts': `export const giant = 1;\n${' '.repeat(5 * 1024 * 1024)}`,
      'node_modules/lines/node_modules/inner/index.d.ts': 'export const inner = 1;\n',
      'node_modules/nowhere': { link: 'gone' },
    });
    const index = open();
    expect(await build(index, workspace)).toBe(2);
    const { names } = await seen(index, workspace);
    expect(names('splitLines')).toEqual(['function splitLines in index.d.ts']);
    for (const one of ['half', 'giant', 'inner']) expect(names(one)).toEqual([]);
  });

  it('reads a package of many files piece by piece', async () => {
    const workspace = temporaryWorkspace({ 'node_modules/many/package.json': manifest('many') });
    const root = join(workspace, 'node_modules/many');
    for (let i = 0; i < 60; i++) {
      const names = Array.from({ length: 2000 }, (_, j) => `export const name${i}_${j} = ${j};\n`).join('');
      writeFileSync(join(root, `file${i}.js`), names);
    }
    const index = open();
    await build(index, workspace);
    expect(index.status()).toMatchObject({ packages: 1, facts: 120_000 });
    const { names } = await seen(index, workspace);
    expect(names('name0_0')).toEqual(['variable name0_0 in file0.js']);
    expect(names('name59_1999')).toEqual(['variable name59_1999 in file59.js']);
  });

  it('stops between files when it is cancelled, and goes on later', async () => {
    const workspace = temporaryWorkspace(two);
    const index = open();
    let asked = 0;
    const cancellation = {
      get aborted() {
        return ++asked > 3;
      },
    };
    const sources = await sourcesOf(workspace);
    expect(() => indexSources({ ...contentTools, index }, sources, cancellation)).toThrow('cancelled');
    expect(index.status().packages).toBeLessThan(2);
    await build(index, workspace);
    expect(index.status().packages).toBe(2);
  });

  it('takes the same for changed when another build reads', async () => {
    const workspace = temporaryWorkspace(two);
    await build(open('old'), workspace);
    const index = open('new');
    expect(await build(index, workspace)).toBe(2);
    index.tidy(() => true);
    expect(rowsIn(indexPath(folder), 'contents')).toBe(2);
  });
});

describe('the index on the disk', () => {
  it('is there for the next one that opens it', async () => {
    const workspace = temporaryWorkspace(two);
    await build(open(), workspace);
    const index = open();
    expect(await build(index, workspace)).toBe(0);
    expect((await seen(index, workspace)).names('splitLines')).toHaveLength(1);
    expect(index.isLasting).toBe(true);
  });

  it.each(['a file that is no database', 'tables of another shape', 'damage inside the file'])(
    'is begun anew beside %s',
    async (damage) => {
      const workspace = temporaryWorkspace(two);
      mkdirSync(folder, { recursive: true });
      if (damage === 'a file that is no database')
        writeFileSync(indexPath(folder), 'no database\n'.repeat(900));
      else if (damage === 'tables of another shape') {
        const foreign = new DatabaseSync(indexPath(folder));
        foreign.exec('CREATE TABLE contents (something TEXT); CREATE TABLE names (other TEXT)');
        foreign.close();
      } else {
        const first = open();
        await build(first, workspace);
        first.close();
        const bytes = readFileSync(indexPath(folder));
        bytes.fill(0xa5, 8192);
        writeFileSync(indexPath(folder), bytes);
      }
      const index = open();
      await build(index, workspace);
      await build(index, workspace);
      expect((await seen(index, workspace)).names('splitLines')).toHaveLength(1);
      expect((await seen(index, workspace)).passages('carriage')).toHaveLength(1);
      expect(notices.map(({ id }) => id)).toEqual(['index.damaged']);
    },
  );

  it('stays in memory below a file', async () => {
    writeFileSync(join(folder, '../..', 'file'), '');
    folder = join(folder, '../..', 'file', 'cache');
    const workspace = temporaryWorkspace(two);
    const index = open();
    await build(index, workspace);
    expect((await seen(index, workspace)).names('splitLines')).toHaveLength(1);
    expect(index.isLasting).toBe(false);
    expect(notices.map(({ id }) => id)).toEqual(['index.unusable']);
  });

  it('notices a changed file by its time alone', async () => {
    const workspace = temporaryWorkspace(two);
    const index = open();
    await build(index, workspace);
    utimesSync(join(workspace, 'node_modules/queue/index.js'), new Date(0), new Date(0));
    expect(await build(index, workspace)).toBe(1);
    expect(index.status().packages).toBe(2);
  });
});

/** A real process that reads; its standard output gathers in `output`. */
function building(args: readonly string[], flags: readonly string[] = [], environment = {}) {
  const child = spawn(process.execPath, [...flags, builder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const heard = { output: '', errors: '' };
  child.stdout.on('data', (chunk) => {
    heard.output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    heard.errors += chunk;
  });
  return { child, heard, ended: once(child, 'close') };
}

function manyPackages(count: number): string {
  const files: Record<string, string> = {};
  for (let i = 0; i < count; i++) {
    files[`node_modules/package-${i}/package.json`] = manifest(`package-${i}`);
    files[`node_modules/package-${i}/index.js`] = Array.from(
      { length: 200 },
      (_, j) =>
        `/** Does the thing of number ${j} for whoever wants it done. */\nexports.thing${j} = ${i};\n`,
    ).join('');
  }
  return temporaryWorkspace(files);
}

describe('the index of several processes', () => {
  it('holds every package once when two read the same at the same moment', async () => {
    const workspace = manyPackages(60);
    const both = [building([folder, workspace]), building([folder, workspace])];
    await Promise.all(both.map(({ ended }) => ended));
    for (const { child, heard } of both) {
      expect(heard.errors).toBe('');
      expect(child.exitCode).toBe(0);
      expect(heard.output).not.toContain('notice');
    }
    expect(rowsIn(indexPath(folder), 'contents')).toBe(60);
    expect(rowsIn(indexPath(folder), 'installs')).toBe(60);
    const index = open();
    expect(await build(index, workspace)).toBe(0);
    expect((await seen(index, workspace)).names('thing7')).toHaveLength(60);
  });

  it('is whole after a process was killed while it wrote, and the next one goes on', async () => {
    const workspace = manyPackages(40);
    for (let round = 0; round < 3; round++) {
      const { child, heard, ended } = building([folder, workspace, 'again']);
      while (heard.output.split('read 1').length < 20 * (round + 1)) await once(child.stdout, 'data');
      child.kill('SIGKILL');
      await ended;
    }
    expect(rowsIn(indexPath(folder), 'contents')).toBeGreaterThan(0);
    const { child, heard, ended } = building([folder, workspace]);
    await ended;
    expect(heard.errors).toBe('');
    expect(child.exitCode).toBe(0);
    expect(heard.output).not.toContain('notice');
    const index = open();
    expect(await build(index, workspace)).toBe(0);
    index.tidy(() => true);
    expect(index.status()).toMatchObject({ packages: 40, facts: 8000 });
    expect((await seen(index, workspace)).names('thing199')).toHaveLength(40);
  });

  it('stays in memory in a folder that may only be read', async () => {
    const workspace = manyPackages(2);
    chmodSync(workspace, 0o755);
    mkdirSync(folder, { recursive: true });
    chmodSync(join(folder, '../..'), 0o755);
    chmodSync(folder, 0o555);
    const { child, heard, ended } = building([folder, workspace], [], { WITHOUT_PRIVILEGES: '1' });
    await ended;
    chmodSync(folder, 0o755);
    expect(heard.errors).toBe('');
    expect(child.exitCode).toBe(0);
    expect(heard.output).toBe('notice index.unusable\nread 1\nread 1\nholds 2 400\n');
  });

  it('stays in memory in a Node without SQLite', async () => {
    const workspace = manyPackages(2);
    const { child, heard, ended } = building([folder, workspace], ['--no-experimental-sqlite']);
    await ended;
    expect(heard.errors).toBe('');
    expect(child.exitCode).toBe(0);
    expect(heard.output).toBe('notice index.no-sqlite\nread 1\nread 1\nholds 2 400\n');
  });
});
