import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { IndexProgress } from '../../src/protocol/indexing.ts';
import { startServer, type TestServer } from '../support/language-server.ts';
import { manifest, temporaryWorkspace } from '../support/temporary-workspace.ts';

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

async function start(locale = 'en') {
  const files: Record<string, string> = {
    'guide/rules.md': '# Rules\n\nBranches carry a number.\n',
    '.venv/pyvenv.cfg': '',
  };
  for (let i = 0; i < 60; i++) {
    files[`node_modules/package-${i}/package.json`] = manifest(`package-${i}`);
    files[`node_modules/package-${i}/index.js`] = `exports.thing${i} = (size = ${i}) => size;\n`;
  }
  files['.venv/lib/python3.12/site-packages/keep/__init__.py'] = '';
  const folder = temporaryWorkspace(files);
  const environment = { FACTPROBE_CACHE_DIR: join(folder, 'cache') };
  server = await startServer({ folder, environment, initializationOptions: { locale } });
  const heard: IndexProgress[] = [];
  server.connection.onNotification('factprobe/index/progress', (told: IndexProgress) => {
    heard.push(told);
  });
  const index = (add: string | null = null, token = new CancellationTokenSource().token) =>
    server?.connection.sendRequest('factprobe/index', { id: 'one', add }, token);
  return { folder, heard, index, uriOf: (name: string) => pathToFileURL(join(folder, name)).href };
}

describe('factprobe/index', () => {
  it('reads what the open folders see, then only what changed, and says how far it is', async () => {
    const { folder, heard, index } = await start();
    expect(await index()).toMatchObject({
      text: expect.stringMatching(
        /^60 packages were read: 60 in the index of this folder\. 60 declarations and /,
      ),
    });
    expect(heard.length).toBeGreaterThan(0);
    expect(heard[0]).toMatchObject({ id: 'one', total: 60 });
    writeFileSync(join(folder, 'node_modules/package-7/index.js'), 'exports.other = 1;\n');
    expect(await index()).toMatchObject({ text: expect.stringMatching(/^1 package was read/) });
  });

  it('speaks the client’s language', async () => {
    const { index } = await start('zh-cn');
    expect(await index()).toMatchObject({ text: expect.stringMatching(/^已读取 60 个软件包/) });
  });

  it('takes a folder of documentation, and says when it is none', async () => {
    const { folder, index, uriOf } = await start();
    expect(await index(uriOf('guide'))).toMatchObject({ text: expect.stringContaining('61 in the index') });
    await expect(index(uriOf('nowhere'))).rejects.toThrow(`${folder}/nowhere is not a folder.`);
    rmSync(join(folder, 'guide'), { recursive: true });
    expect(await index()).toMatchObject({ text: expect.stringContaining('is no longer there') });
  });

  it('stops when the client gives up, and goes on with the next request', async () => {
    const { index } = await start();
    const source = new CancellationTokenSource();
    source.cancel();
    await expect(index(null, source.token)).rejects.toThrow('cancelled');
    expect(await index()).toMatchObject({ text: expect.stringContaining('60 in the index') });
  });

  it('reads the rest in the background after the first question', async () => {
    const { index } = await start();
    const question = 'what is the default of size in package-3.thing3';
    await server?.connection.sendRequest('factprobe/ask', { question, at: null });
    // It waits for the reading that is under way, and finds nothing left to read.
    expect(await index()).toMatchObject({ text: expect.stringMatching(/60 in the index/) });
    expect(await index()).toMatchObject({ text: expect.stringMatching(/^Nothing had changed/) });
  });
});
