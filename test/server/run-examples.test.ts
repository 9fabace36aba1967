import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/language-server.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

const source = (value: string) =>
  `/**\n * Adds.\n * @example\n * add(2, 2) // => ${value}\n */\nexport function add(a, b) { return a + b }\n`;

async function open(text: string) {
  const folder = temporaryWorkspace({ 'a.mjs': text });
  server = await startServer({ folder });
  const uri = pathToFileURL(join(folder, 'a.mjs')).href;
  await server.open(uri, 'javascript', text);
  await server.diagnosed(uri);
  return {
    ...server,
    folder,
    uri,
    run: () => server?.connection.sendRequest('factprobe/runExamples', { uri }),
  };
}

describe('examples in the editor', () => {
  it('run when the client asks for it, and not before', async () => {
    const { published, diagnosed, run, uri } = await open(source('5'));
    expect(published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(await run()).toEqual({ contradicted: 1, claims: 1, undecided: 0 });
    expect(await diagnosed(uri, ({ diagnostics }) => diagnostics.length > 0)).toMatchObject([
      { message: 'add(2, 2) gives 4, not 5.', code: 'example' },
    ]);
  });

  it('are gone with the next key, until they run again', async () => {
    const { change, diagnosed, published, run, uri, folder } = await open(source('5'));
    await run();
    const text = `${source('4')}\n`;
    await change(uri, 2, text);
    await diagnosed(uri, ({ version, diagnostics }) => version === 2 && diagnostics.length === 0);
    expect(await run()).toEqual({ contradicted: 0, claims: 1, undecided: 1 });
    writeFileSync(join(folder, 'a.mjs'), text);
    expect(await run()).toEqual({ contradicted: 0, claims: 1, undecided: 0 });
    expect(published.at(-1)?.diagnostics).toEqual([]);
  });
});
