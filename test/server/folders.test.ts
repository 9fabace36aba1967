import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/language-server.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const wrong =
  '/**\n * @param {number} [retries=3] How often.\n * @returns {number} How many.\n */\nfunction get(retries = 5) { put(retries) }\n';

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

const uriIn = (folder: string, name = 'a.js') => pathToFileURL(join(folder, name)).href;
const whole = { id: '1', scope: 'workspace', changedAgainst: 'HEAD', everything: false };

describe('several folders', () => {
  it('have a project each, a folder in a folder too', async () => {
    const outer = temporaryWorkspace({
      'a.js': wrong,
      'inner/a.js': wrong,
      '.factprobe/config.json': '{"kinds":["returns"]}',
      'inner/.factprobe/config.json': '{"kinds":["default"]}',
    });
    const other = temporaryWorkspace({ 'a.js': wrong });
    const inner = join(outer, 'inner');
    server = await startServer({ folders: [outer, inner, other] });
    const { diagnosed } = server;
    const kindsIn = async (folder: string) => {
      await server?.open(uriIn(folder), 'javascript', wrong);
      return (await diagnosed(uriIn(folder))).map(({ code }) => code);
    };
    expect(await kindsIn(outer)).toEqual(['returns']);
    expect(await kindsIn(inner)).toEqual(['default']);
    expect(await kindsIn(other)).toEqual(['default', 'returns']);
  });

  it('keep what is marked as accurate in their own files', async () => {
    const first = temporaryWorkspace({ 'a.js': wrong });
    const second = temporaryWorkspace({ 'a.js': wrong });
    server = await startServer({ folders: [first, second] });
    const { connection, diagnosed, open } = server;
    for (const folder of [first, second]) {
      await open(uriIn(folder), 'javascript', wrong);
      expect(await diagnosed(uriIn(folder))).toHaveLength(2);
    }
    const claim = { uri: uriIn(second), position: { line: 1, character: 22 } };
    await connection.sendRequest('factprobe/markAccurate', claim);
    expect(await diagnosed(uriIn(second), ({ diagnostics }) => diagnostics.length === 1)).toMatchObject([
      { code: 'returns' },
    ]);
    const marks = readFileSync(join(second, '.factprobe/accurate.jsonl'), 'utf8');
    expect(marks).toContain('"file":"a.js"');
    expect(() => readFileSync(join(first, '.factprobe/accurate.jsonl'))).toThrow('ENOENT');
    const asked = { uri: uriIn(first) };
    expect(await connection.sendRequest('factprobe/checkDocument', asked)).toMatchObject({
      contradicted: 2,
    });
  });

  it('have settings each, and are checked together', async () => {
    const first = temporaryWorkspace({ 'a.js': wrong, 'made/b.js': wrong });
    const second = temporaryWorkspace({ 'a.js': wrong, 'made/b.js': wrong });
    server = await startServer({
      folders: [first, second],
      settingsOf: (uri) =>
        Promise.resolve({
          check: uri.startsWith(pathToFileURL(first).href) ? { kinds: ['default'] } : { excludes: ['made/'] },
        }),
    });
    expect(await server.connection.sendRequest('factprobe/checkWorkspace', whole)).toMatchObject({
      total: 4,
      contradicted: 4,
    });
    expect((await server.diagnosed(uriIn(first, 'made/b.js'))).map(({ code }) => code)).toEqual(['default']);
    expect(await server.diagnosed(uriIn(second, 'made/b.js'))).toEqual([]);
  });
});
