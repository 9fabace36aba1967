import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { FileFindings } from '../../src/protocol/findings.ts';
import { commitAll, gitRepository } from '../support/git-repository.ts';
import { type ServerOptions, startServer, type TestServer } from '../support/language-server.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const wrong = (name: string) =>
  `/** @param {number} [a=3] How often. */\nfunction ${name}(a = 5) { return a }\n`;
const right = (name: string) =>
  `/** @param {number} [a=5] How often. */\nfunction ${name}(a = 5) { return a }\n`;

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

async function start(folder: string, options: ServerOptions = {}) {
  server = await startServer({ folder, initializationOptions: { findings: true }, ...options });
  const listed = new Map<string, FileFindings['findings']>();
  const messages: number[] = [];
  server.connection.onNotification('factprobe/findings', ({ uri, findings }: FileFindings) => {
    listed.set(uri, findings);
  });
  server.connection.onNotification('factprobe/checkWorkspace/progress', ({ done }: { done: number }) => {
    messages.push(done);
  });
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const verdictsOf = (name: string) => listed.get(uriOf(name))?.map(({ verdict }) => verdict);
  return { ...server, listed, messages, uriOf, verdictsOf };
}

const whole = { id: '1', scope: 'workspace', changedAgainst: 'HEAD', everything: false };

describe('a check of the workspace', () => {
  it('publishes and lists the false claims of files that aren’t open', async () => {
    const folder = temporaryWorkspace({
      'src/a.js': wrong('f'),
      'src/b.js': right('g'),
      'src/c.js': new Uint8Array([0, 1, 2, 0]),
      'node_modules/d/index.js': wrong('h'),
    });
    const { connection, diagnosed, listed, uriOf, verdictsOf } = await start(folder);
    expect(await connection.sendRequest('factprobe/checkWorkspace', whole)).toEqual({
      isCancelled: false,
      done: 3,
      total: 3,
      claims: 6,
      contradicted: 1,
      skipped: 1,
    });
    expect(await diagnosed(uriOf('src/a.js'))).toMatchObject([{ message: 'The default of a is 5, not 3.' }]);
    expect(verdictsOf('src/a.js')).toEqual(['contradicted']);
    expect(verdictsOf('src/b.js')).toEqual([]);
    expect(listed.get(uriOf('src/a.js'))).toMatchObject([
      {
        range: { start: { line: 0, character: 21 }, end: { line: 0, character: 24 } },
        claim: 'a=3',
        kind: 'default',
        severity: 'warning',
        proof: 'syntax',
        message: 'The default of a is 5, not 3.',
        evidence: [{ uri: uriOf('src/a.js'), quote: 'a = 5' }],
        fix: 'Correct the default to 5',
      },
    ]);
    expect(listed.has(uriOf('node_modules/d/index.js'))).toBe(false);
  });

  it('lists every verdict where that is wanted', async () => {
    const folder = temporaryWorkspace({ 'a.js': right('f') });
    const { connection, verdictsOf } = await start(folder);
    await connection.sendRequest('factprobe/checkWorkspace', { ...whole, everything: true });
    expect(verdictsOf('a.js')).toEqual(['supported', 'supported', 'supported']);
  });

  it('keeps to what settings and the project leave', async () => {
    const folder = temporaryWorkspace({
      'a.js': wrong('f'),
      'out/b.js': wrong('g'),
      'made/c.js': wrong('h'),
      'd.py': 'def f(a=5):\n    """F.\n\n    :param a: Defaults to 3.\n    """\n    return a\n',
      '.factprobe/config.json': '{"excludes":["out/"]}',
    });
    const check = {
      excludes: ['made/'],
      languages: { python: false },
      severities: { default: 'information' },
    };
    const { connection, listed, uriOf } = await start(folder, {
      initializationOptions: { findings: true, settings: { check } },
    });
    expect(await connection.sendRequest('factprobe/checkWorkspace', whole)).toMatchObject({
      contradicted: 1,
    });
    expect(listed.get(uriOf('a.js'))).toMatchObject([{ severity: 'information' }]);
  });

  it('takes the text of what is open, and checks a file again when it is closed', async () => {
    const folder = temporaryWorkspace({ 'a.js': wrong('f') });
    const { connection, diagnosed, open, uriOf } = await start(folder);
    const uri = uriOf('a.js');
    expect(await connection.sendRequest('factprobe/checkWorkspace', whole)).toMatchObject({
      contradicted: 1,
    });
    await open(uri, 'javascript', right('f'));
    expect(await diagnosed(uri, ({ version }) => version === 1)).toEqual([]);
    expect(await connection.sendRequest('factprobe/checkWorkspace', whole)).toMatchObject({
      contradicted: 0,
    });
    writeFileSync(join(folder, 'a.js'), wrong('f').replace('a=3', 'a=4'));
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    expect(
      await diagnosed(uri, ({ diagnostics }) =>
        diagnostics.some(({ message }) => String(message).includes('not 4')),
      ),
    ).toHaveLength(1);
  });

  it('stops when it is cancelled, keeps what it found and says how far it came', async () => {
    const names = Array.from({ length: 400 }, (_, i) => `f${i}`);
    const folder = temporaryWorkspace(
      Object.fromEntries(names.map((name) => [`${name}.js`, wrong(name).repeat(20)])),
    );
    const { connection, listed } = await start(folder);
    const source = new CancellationTokenSource();
    connection.onNotification('factprobe/checkWorkspace/progress', () => source.cancel());
    const result = await connection.sendRequest<{ done: number; total: number; isCancelled: boolean }>(
      'factprobe/checkWorkspace',
      whole,
      source.token,
    );
    expect(result).toMatchObject({ isCancelled: true, total: 400 });
    expect(result.done).toBeGreaterThan(0);
    expect(result.done).toBeLessThan(400);
    expect(listed.size).toBe(result.done);
  });

  it('needs an open folder', async () => {
    server = await startServer({});
    await expect(server.connection.sendRequest('factprobe/checkWorkspace', whole)).rejects.toThrow(
      'No folder is open whose files could be checked; open one, or check the open files.',
    );
  });
});

describe('a check of the lines that changed', () => {
  const changed = { ...whole, scope: 'changed' };

  it('takes claims on them alone', async () => {
    const folder = temporaryWorkspace({ 'a.js': wrong('f'), 'b.js': wrong('g') });
    const git = gitRepository(folder);
    commitAll(git);
    writeFileSync(join(folder, 'a.js'), wrong('f') + wrong('h'));
    const { connection, listed, uriOf, verdictsOf } = await start(folder);
    expect(await connection.sendRequest('factprobe/checkWorkspace', changed)).toMatchObject({
      total: 1,
      contradicted: 1,
    });
    expect(listed.get(uriOf('a.js'))).toMatchObject([{ range: { start: { line: 2 } } }]);
    expect(verdictsOf('b.js')).toBeUndefined();
  });

  it('says so when there is no repository, or no such commit', async () => {
    const folder = temporaryWorkspace({ 'a.js': wrong('f') });
    const { connection } = await start(folder);
    await expect(connection.sendRequest('factprobe/checkWorkspace', changed)).rejects.toThrow(/Git/);
    commitAll(gitRepository(folder));
    await expect(
      connection.sendRequest('factprobe/checkWorkspace', { ...changed, changedAgainst: 'nowhere' }),
    ).rejects.toThrow('nowhere');
  });

  it('takes generated lines by the co-author of their commit', async () => {
    const folder = temporaryWorkspace({ 'a.js': wrong('f') });
    const git = gitRepository(folder);
    commitAll(git);
    writeFileSync(join(folder, 'b.js'), wrong('g'));
    commitAll(git, 'Add g', 'Co-authored-by: Claude <noreply@anthropic.com>');
    const { connection, verdictsOf } = await start(folder);
    const generated = { ...whole, scope: 'generated' };
    expect(await connection.sendRequest('factprobe/checkWorkspace', generated)).toMatchObject({ total: 1 });
    expect(verdictsOf('b.js')).toEqual(['contradicted']);
  });
});

describe('files that a check of the workspace listed', () => {
  const changed = (uri: string, type: 1 | 2 | 3) =>
    ['workspace/didChangeWatchedFiles', { changes: [{ uri, type }] }] as const;

  it('follow the disk while they aren’t open', async () => {
    const folder = temporaryWorkspace({ 'src/a.js': wrong('f'), 'src/b.js': wrong('g') });
    const { connection, listed, uriOf, verdictsOf } = await start(folder);
    await connection.sendRequest('factprobe/checkWorkspace', whole);
    writeFileSync(join(folder, 'src/a.js'), right('f'));
    await connection.sendNotification(...changed(uriOf('src/a.js'), 2));
    await expect.poll(() => verdictsOf('src/a.js'), { timeout: 30_000 }).toEqual([]);
    writeFileSync(join(folder, 'src/a.js'), `\n${wrong('f')}`);
    await connection.sendNotification(...changed(uriOf('src/a.js'), 2));
    await expect
      .poll(() => listed.get(uriOf('src/a.js'))?.[0]?.range.start.line, { timeout: 30_000 })
      .toBe(1);
    expect(verdictsOf('src/b.js')).toEqual(['contradicted']);
  });

  it('go with their folder, and come back with it', async () => {
    const folder = temporaryWorkspace({ 'src/a.js': wrong('f') });
    const { connection, diagnosed, published, uriOf, verdictsOf } = await start(folder);
    const uri = uriOf('src/a.js');
    await connection.sendRequest('factprobe/checkWorkspace', whole);
    expect(await diagnosed(uri)).toHaveLength(1);
    rmSync(join(folder, 'src'), { recursive: true });
    await connection.sendNotification(...changed(uriOf('src'), 3));
    await expect.poll(() => verdictsOf('src/a.js'), { timeout: 30_000 }).toEqual([]);
    expect(published.findLast((one) => one.uri === uri)?.diagnostics).toEqual([]);
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/a.js'), wrong('f'));
    await connection.sendNotification(...changed(uri, 1));
    await expect.poll(() => verdictsOf('src/a.js'), { timeout: 30_000 }).toEqual(['contradicted']);
  });

  it('show no more than their scope when they change', async () => {
    const folder = temporaryWorkspace({ 'a.js': `${wrong('f')}\n${right('g')}` });
    commitAll(gitRepository(folder));
    writeFileSync(join(folder, 'a.js'), `${wrong('f')}\n${wrong('g')}`);
    const { connection, listed, uriOf } = await start(folder);
    await connection.sendRequest('factprobe/checkWorkspace', { ...whole, scope: 'changed' });
    const lines = () => listed.get(uriOf('a.js'))?.map(({ range }) => range.start.line);
    await expect.poll(lines, { timeout: 30_000 }).toEqual([3]);
    writeFileSync(join(folder, 'a.js'), `${wrong('f')}\n\n${wrong('g')}`);
    await connection.sendNotification(...changed(uriOf('a.js'), 2));
    await expect.poll(lines, { timeout: 30_000 }).toEqual([4]);
  });

  it('follow the settings', async () => {
    const folder = temporaryWorkspace({ 'a.js': wrong('f') });
    const { connection, verdictsOf } = await start(folder);
    await connection.sendRequest('factprobe/checkWorkspace', whole);
    const settings = { factprobe: { check: { kinds: ['returns'] } } };
    await connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await expect.poll(() => verdictsOf('a.js'), { timeout: 30_000 }).toEqual([]);
  });
});
