import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/platform/index.ts';
import { databasePath } from '../../src/node/cache-database.ts';
import { createSqliteCacheStore, type SqliteCacheStore } from '../../src/node/sqlite-cache-store.ts';

const writer = join(import.meta.dirname, '../fixtures/cache/write.ts');
let root: string;
let folder: string;
let notices: Message[];
let stores: SqliteCacheStore[];

function open(options: { readonly in?: string; readonly maximumBytes?: number } = {}): SqliteCacheStore {
  const { in: where = folder, ...rest } = options;
  const store = createSqliteCacheStore({ folder: where, onNotice: (text) => notices.push(text), ...rest });
  stores.push(store);
  return store;
}

/** A real process that writes; its standard output gathers in `output`. */
function writing(
  args: readonly string[],
  flags: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, [...flags, writer, ...args], {
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

async function untilWritten(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('its output is not read');
  await once(child.stdout, 'data');
}

function entriesIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    return Number(database.prepare('SELECT COUNT(*) AS n FROM entries').get()?.n);
  } finally {
    database.close();
  }
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'factprobe-cache-'));
  folder = join(root, 'deep', 'cache');
  notices = [];
  stores = [];
});

afterEach(async () => {
  for (const store of stores) store.close();
  await rm(root, { recursive: true, force: true });
});

describe('the cache on the disk', () => {
  it('keeps many texts at once, and drops the oldest of them where they are too many', () => {
    const store = open({ maximumBytes: 200_000 });
    const text = 'x'.repeat(10_000);
    store.writeAll('check', new Map(Array.from({ length: 40 }, (_, i) => [`key ${i}`, text])));
    expect(store.read('check', 'key 39')).toBe(text);
    expect(store.read('check', 'key 0')).toBeUndefined();
    expect(open().read('check', 'key 39')).toBe(text);
  });

  it('keeps texts by area and key over its closing, the newest of each', () => {
    const first = open();
    first.write('check', 'a', '"old"');
    first.write('check', 'a', '"new"');
    first.write('facts', 'a', '"other"');
    first.close();
    const second = open();
    expect(second.read('check', 'a')).toBe('"new"');
    expect(second.read('facts', 'a')).toBe('"other"');
    expect(second.read('facts', 'b')).toBeUndefined();
    expect(notices).toEqual([]);
  });

  it('takes any text as data', () => {
    const store = open();
    const hard = `'); DROP TABLE entries; -- "\0 键 😀`;
    store.write(hard, hard, hard);
    expect(store.read(hard, hard)).toBe(hard);
  });

  it('forgets everything when it is cleared, for every connection', () => {
    const [one, two] = [open(), open()];
    one.write('check', 'a', '1');
    expect(two.read('check', 'a')).toBe('1');
    two.clear();
    expect(one.read('check', 'a')).toBeUndefined();
  });

  it('drops the oldest entries above its size, and gives the room back', async () => {
    const store = open({ maximumBytes: 1_000_000 });
    const text = 'x'.repeat(10_000);
    for (let i = 0; i < 400; i++) store.write('check', `${i}`, text);
    expect(store.read('check', '0')).toBeUndefined();
    expect(store.read('check', '399')).toBe(text);
    store.close();
    expect((await stat(databasePath(folder))).size).toBeLessThan(1_300_000);
    expect(entriesIn(databasePath(folder))).toBeGreaterThan(50);
  });

  it('passes over a text that would drive all others out', () => {
    const store = open({ maximumBytes: 100_000 });
    store.write('check', 'small', '1');
    store.write('check', 'large', 'x'.repeat(90_000));
    expect(store.read('check', 'large')).toBeUndefined();
    expect(store.read('check', 'small')).toBe('1');
  });

  it('sets a file aside that is no database, and begins anew', async () => {
    await mkdir(folder, { recursive: true });
    const garbage = 'no database at all\n'.repeat(1000);
    await writeFile(databasePath(folder), garbage);
    const store = open();
    store.write('check', 'a', '1');
    expect(store.read('check', 'a')).toBe('1');
    const aside = `${databasePath(folder)}.damaged`;
    expect(notices).toEqual([{ id: 'cache.damaged', values: { path: aside } }]);
    expect(await readFile(aside, 'utf8')).toBe(garbage);
  });

  it('finds damage inside the file while it is used', async () => {
    const first = open();
    for (let i = 0; i < 500; i++) first.write('check', `${i}`, 'x'.repeat(3000));
    first.close();
    const bytes = await readFile(databasePath(folder));
    bytes.fill(0xa5, 4096);
    await writeFile(databasePath(folder), bytes);
    const second = open();
    expect(second.read('check', '3')).toBeUndefined();
    second.write('check', '3', '1');
    expect(second.read('check', '3')).toBe('1');
    expect(notices.map(({ id }) => id)).toEqual(['cache.damaged']);
  });

  it('begins anew beside tables of another shape', async () => {
    await mkdir(folder, { recursive: true });
    const foreign = new DatabaseSync(databasePath(folder));
    foreign.exec('CREATE TABLE entries (something TEXT)');
    foreign.close();
    const store = open();
    store.write('check', 'a', '1');
    expect(store.read('check', 'a')).toBe('1');
    expect(notices.map(({ id }) => id)).toEqual(['cache.damaged']);
  });

  it('goes on in another file when its own was deleted meanwhile', async () => {
    const store = open();
    store.write('check', 'a', '1');
    await rm(folder, { recursive: true });
    store.write('check', 'b', '2');
    const other = open();
    other.write('check', 'c', '3');
    store.write('check', 'd', '4');
    expect(store.read('check', 'd')).toBe('4');
    expect(other.read('check', 'c')).toBe('3');
  });

  it.each(['below a file', 'at a folder of the database’s name'])(
    'stays in memory when the database can’t be had: %s',
    async (where) => {
      const blocked = where === 'below a file' ? join(root, 'file', 'cache') : folder;
      if (where === 'below a file') await writeFile(join(root, 'file'), '');
      else await mkdir(databasePath(folder), { recursive: true });
      const store = open({ in: blocked });
      store.write('check', 'a', '1');
      expect(store.read('check', 'a')).toBe('1');
      expect(store.read('check', 'b')).toBeUndefined();
      expect(notices).toEqual([
        { id: 'cache.unusable', values: { folder: blocked, problem: expect.any(String) } },
      ]);
    },
  );

  it.each(['empty', 'with a database'])(
    'stays in memory in a folder that may only be read, %s',
    async (state) => {
      await mkdir(folder, { recursive: true });
      if (state === 'with a database') {
        const first = open();
        first.write('check', 'a', '1');
        first.close();
        await chmod(databasePath(folder), 0o444);
      }
      await chmod(root, 0o755);
      await chmod(folder, 0o555);
      const { child, heard, ended } = writing([folder, 'later', '3'], [], { WITHOUT_PRIVILEGES: '1' });
      await ended;
      await chmod(folder, 0o755);
      expect(heard.errors).toBe('');
      expect(child.exitCode).toBe(0);
      expect(heard.output).toMatch(/^notice cache\.unusable .*\n0\n$/);
    },
  );

  it('stays in memory in a Node without SQLite', async () => {
    const { child, heard, ended } = writing([folder, 'a', '3'], ['--no-experimental-sqlite']);
    await ended;
    expect(child.exitCode).toBe(0);
    expect(heard.errors).toBe('');
    expect(heard.output).toBe('notice cache.no-sqlite {}\n0\n');
  });
});

describe('the cache of several processes', () => {
  it('keeps what all of them write, begun at the same moment', async () => {
    const writers = ['a', 'b', 'c'].map((prefix) => writing([folder, prefix, '200']));
    await Promise.all(writers.map(({ ended }) => ended));
    for (const { child, heard } of writers) {
      expect(heard.errors).toBe('');
      expect(heard.output).not.toContain('notice');
      expect(child.exitCode).toBe(0);
    }
    expect(entriesIn(databasePath(folder))).toBe(600);
  });

  it('is healed once when several find it damaged', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(databasePath(folder), 'no database at all\n'.repeat(1000));
    const writers = ['a', 'b', 'c'].map((prefix) => writing([folder, prefix, '100']));
    await Promise.all(writers.map(({ ended }) => ended));
    const output = writers.map(({ heard }) => heard.output).join('');
    expect(output.match(/notice \S+/g)).toEqual(['notice cache.damaged']);
    expect(writers.map(({ child }) => child.exitCode)).toEqual([0, 0, 0]);
    expect(entriesIn(databasePath(folder))).toBe(300);
    expect((await readdir(folder)).filter((name) => name.endsWith('.moving'))).toEqual([]);
  });

  it('is whole after a process was killed while it wrote', async () => {
    for (let round = 0; round < 3; round++) {
      const { child, ended } = writing([folder, `round-${round}`]);
      await untilWritten(child);
      await untilWritten(child);
      child.kill('SIGKILL');
      await ended;
    }
    const store = open();
    expect(JSON.parse(store.read('test', 'round-2-0') ?? 'null')).toMatchObject({ i: 0 });
    store.write('test', 'after', '1');
    expect(store.read('test', 'after')).toBe('1');
    store.close();
    expect(entriesIn(databasePath(folder))).toBeGreaterThan(3);
    expect(notices).toEqual([]);
  });
});
