import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '../support/language-server.ts';

const watch = ['--require', resolve('test/fixtures/network/note-connections.cjs')];
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factprobe-network-'));
  file = join(folder, 'connections.txt');
  await writeFile(file, '');
});

afterEach(() => rm(folder, { recursive: true }));

const opened = () => readFile(file, 'utf8');

describe('the network', () => {
  it('is not used by checking and asking', async () => {
    const sample = resolve('sample');
    const server = await startServer({
      folder: sample,
      nodeOptions: watch,
      environment: { CONNECTIONS_FILE: file },
    });
    const uri = pathToFileURL(join(sample, 'src/upload.ts')).href;
    await server.open(uri, 'typescript', await readFile(join(sample, 'src/upload.ts'), 'utf8'));
    expect(await server.diagnosed(uri)).toHaveLength(2);
    for (const question of ['What is the default of attempts in retry?', 'What is leftPad.pad?']) {
      await server.connection.sendRequest('factprobe/ask', { question, at: null });
    }
    expect(await server.end()).toBe(0);
    expect(await opened()).toBe('');
  });

  it('would be noticed, in threads too', async () => {
    const code = `new (require('node:worker_threads').Worker)("fetch('http://127.0.0.1:45999').catch(() => 0)", { eval: true })`;
    await promisify(execFile)(process.execPath, [...watch, '-e', code], {
      env: { ...process.env, CONNECTIONS_FILE: file },
    });
    expect(await opened()).toContain('connect');
  });
});
