import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/node/file-lock.ts';

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factprobe-lock-'));
  lock = join(folder, 'a.factrun.lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process id that nobody has any more. */
function gone(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

/** A process that tries to take the lock, says what came of it, and holds it until its input ends. */
async function contender(): Promise<{ readonly said: string; readonly end: () => Promise<void> }> {
  const script = `
    import { takeLock } from ${JSON.stringify(resolve('src/node/file-lock.ts'))};
    console.log(takeLock(${JSON.stringify(lock)}).isTaken ? 'taken' : 'held');
    process.stdin.resume();
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const [said] = await once(child.stdout, 'data');
  return {
    said: String(said).trim(),
    async end() {
      child.stdin.end();
      await once(child, 'close');
    },
  };
}

describe('a file lock', () => {
  it('is taken by one at a time, and again once it was let go', () => {
    const first = takeLock(lock);
    expect(takeLock(lock)).toEqual({ isTaken: false, holder: process.pid });
    if (first.isTaken) first.release();
    expect(takeLock(lock).isTaken).toBe(true);
  });

  it.each([
    ['a process that is gone', () => String(gone())],
    ['nobody that it names', () => 'nonsense'],
    ['nobody at all', () => ''],
  ])('of %s is taken over', async (_name, content) => {
    await writeFile(lock, content());
    expect(takeLock(lock).isTaken).toBe(true);
    expect(await readdir(folder)).toEqual(['a.factrun.lock']);
  });

  it('left behind by a killed process goes to one of many that want it at once', async () => {
    for (let round = 0; round < 3; round++) {
      await writeFile(lock, String(gone()));
      const contenders = await Promise.all(Array.from({ length: 6 }, contender));
      expect(contenders.map(({ said }) => said).sort()).toEqual([...Array(5).fill('held'), 'taken']);
      await Promise.all(contenders.map(({ end }) => end()));
      await rm(lock);
    }
  });
});
