import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/language-server.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const wrong =
  '/**\n * @param {number} [retries=3] How often.\n * @returns {number} How many.\n */\nfunction get(retries = 5) { put(retries) }\n';

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

async function open(folder: string, name = 'a.js') {
  server = await startServer({ folder });
  const uri = pathToFileURL(join(folder, name)).href;
  await server.open(uri, 'javascript', wrong);
  return { ...server, uri };
}

describe('a project in the editor', () => {
  it('sets kinds and severities', async () => {
    const settings = { kinds: ['returns'], severities: { returns: 'information' } };
    const folder = temporaryWorkspace({ '.factprobe/config.json': JSON.stringify(settings) });
    const { diagnosed, uri } = await open(folder);
    expect(await diagnosed(uri)).toMatchObject([{ code: 'returns', severity: 3 }]);
  });

  it('is read again when it changes', async () => {
    const folder = temporaryWorkspace({ '.factprobe/config.json': '{"kinds":["returns"]}' });
    const { connection, diagnosed, uri } = await open(folder);
    expect(await diagnosed(uri)).toHaveLength(1);
    rmSync(join(folder, '.factprobe/config.json'));
    const changes = [{ uri: pathToFileURL(join(folder, '.factprobe/config.json')).href, type: 3 }];
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect(await diagnosed(uri, ({ diagnostics }) => diagnostics.length === 2)).toHaveLength(2);
  });

  it('leaves a document out', async () => {
    const folder = temporaryWorkspace({ '.factprobe/config.json': '{"excludes":["out/"]}' });
    const { published, connection, uri } = await open(folder, 'out/a.js');
    const hover = { textDocument: { uri }, position: { line: 1, character: 22 } };
    expect(await connection.sendRequest('textDocument/hover', hover)).toBeNull();
    expect(published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it('is as if it were not there while it is broken, and that is said once', async () => {
    const folder = temporaryWorkspace({ '.factprobe/config.json': '{' });
    server = await startServer({ folder });
    const shown: string[] = [];
    server.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      shown.push(message);
    });
    const uri = pathToFileURL(join(folder, 'a.js')).href;
    await server.open(uri, 'javascript', wrong);
    expect(await server.diagnosed(uri)).toHaveLength(2);
    await server.change(uri, 2, `${wrong}\n`);
    expect(await server.diagnosed(uri, ({ version }) => version === 2)).toHaveLength(2);
    expect(shown).toEqual([
      `Factprobe: ${folder}/.factprobe/config.json is not valid JSON; correct it, or delete it.`,
    ]);
    writeFileSync(join(folder, '.factprobe/config.json'), '{"kinds":["returns"]}');
    await server.change(uri, 3, wrong);
    expect(await server.diagnosed(uri, ({ version }) => version === 3)).toHaveLength(1);
  });
});
