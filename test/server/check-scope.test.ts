import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { commitAll, gitRepository } from '../support/git-repository.ts';
import { startServer, type TestServer } from '../support/language-server.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const wrong = (name: string) =>
  `/** @param {number} [a=3] How often. */\nfunction ${name}(a = 5) { return a }\n`;

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

async function start(folder: string, check: Readonly<Record<string, string>>) {
  server = await startServer({ folder, initializationOptions: { settings: { check } } });
  const uri = pathToFileURL(join(folder, 'a.js')).href;
  const linesAt = async (version: number) => {
    const diagnostics = await server?.diagnosed(uri, (one) => one.version === version);
    return diagnostics?.map(({ range }) => range.start.line);
  };
  return { ...server, uri, linesAt };
}

describe('open files, as far as lines changed', () => {
  it('show claims on lines that differ from the commit, unsaved ones too', async () => {
    const folder = temporaryWorkspace({ 'a.js': wrong('f') });
    commitAll(gitRepository(folder));
    const { open, change, uri, linesAt } = await start(folder, { scope: 'changed' });
    await open(uri, 'javascript', wrong('f'));
    expect(await linesAt(1)).toEqual([]);
    await change(uri, 2, `\n${wrong('f')}${wrong('g')}`);
    expect(await linesAt(2)).toEqual([3]);
    await change(uri, 3, wrong('f').replace('a = 5', 'a = 6'));
    expect(await linesAt(3)).toEqual([0]);
  });

  it('count from the commit that the settings name', async () => {
    const folder = temporaryWorkspace({ 'a.js': '\n' });
    const git = gitRepository(folder);
    commitAll(git);
    writeFileSync(join(folder, 'a.js'), wrong('f'));
    commitAll(git);
    const { open, uri, linesAt } = await start(folder, { scope: 'changed', changedAgainst: 'HEAD~1' });
    await open(uri, 'javascript', wrong('f'));
    expect(await linesAt(1)).toEqual([0]);
  });

  it('show everything where Git can’t tell, and that is said once', async () => {
    const folder = temporaryWorkspace({ 'a.js': wrong('f') });
    const { connection, open, change, uri, linesAt } = await start(folder, { scope: 'changed' });
    const shown: string[] = [];
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      shown.push(message);
    });
    await open(uri, 'javascript', wrong('f'));
    expect(await linesAt(1)).toEqual([0]);
    await change(uri, 2, `\n${wrong('f')}`);
    expect(await linesAt(2)).toEqual([1]);
    expect(shown).toHaveLength(1);
  });
});

describe('open files, as far as lines seem generated', () => {
  it('show claims on lines that came in one large change, wherever they move', async () => {
    const folder = temporaryWorkspace({ 'a.js': wrong('f') });
    commitAll(gitRepository(folder));
    const { connection, open, uri, linesAt } = await start(folder, { scope: 'generated' });
    const insert = (version: number, line: number, text: string) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text }],
      });
    await open(uri, 'javascript', wrong('f'));
    expect(await linesAt(1)).toEqual([]);
    await insert(2, 2, wrong('g'));
    expect(await linesAt(2)).toEqual([2]);
    await insert(3, 0, '\n');
    expect(await linesAt(3)).toEqual([3]);
  });

  it('show claims on committed lines with an agent among the authors', async () => {
    const folder = temporaryWorkspace({ 'a.js': wrong('f') });
    const git = gitRepository(folder);
    commitAll(git);
    writeFileSync(join(folder, 'a.js'), wrong('f') + wrong('g'));
    commitAll(git, 'Add g', 'Co-authored-by: Claude <noreply@anthropic.com>');
    const { open, uri, linesAt } = await start(folder, { scope: 'generated' });
    await open(uri, 'javascript', `\n${wrong('f')}${wrong('g')}`);
    expect(await linesAt(1)).toEqual([3]);
  });
});
