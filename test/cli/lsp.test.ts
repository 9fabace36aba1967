import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';
import {
  type CodeAction,
  createProtocolConnection,
  type Hover,
  type InitializeResult,
  type PublishDiagnosticsParams as Published,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { runCommand, startCommand } from '../support/command-line.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const cwd = resolve('sample');
const wrong = '/** @param {number} [a=3] 港. */\nfunction f(a = 5) { return a }\n';

it('speaks the language server protocol over standard input and output', async () => {
  const { child, ended, heard } = startCommand(['lsp', '--stdio'], { cwd });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const answer = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  expect(answer).toMatchObject({ serverInfo: { name: 'Factprobe' } });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  expect({ code: child.exitCode, errors: heard.errors }).toEqual({ code: 0, errors: '' });
  connection.dispose();
});

/** What editors say of themselves at the start, as far as it concerns this server. */
const clients = {
  Neovim: {
    general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
    workspace: { configuration: true, workspaceFolders: true },
  },
  Helix: {
    general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
    workspace: { workspaceFolders: true, didChangeConfiguration: {} },
  },
  'a client that can do nothing': {},
};

it.each(Object.entries(clients))('corrects a claim in %s', async (_name, capabilities) => {
  const folder = temporaryWorkspace({ 'a.js': wrong });
  const { child, ended } = startCommand(['lsp', '--stdio'], { cwd: folder });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published: Published[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (one: Published) => {
    published.push(one);
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => null),
  );
  connection.onRequest('workspace/workspaceFolders', () => [{ uri: pathToFileURL(folder).href, name: 'a' }]);
  connection.listen();
  const started = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities,
  });
  // Both would count in bytes; a server that doesn't choose counts as the protocol always did.
  expect(started.capabilities.positionEncoding).toBeUndefined();
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(join(folder, 'a.js')).href;
  const document = { uri, languageId: 'javascript', version: 1, text: wrong };
  await connection.sendNotification('textDocument/didOpen', { textDocument: document });
  await vi.waitFor(() => expect(published[0]?.diagnostics).toHaveLength(1), 20_000);
  const range = published[0]?.diagnostics[0]?.range;
  const at = { textDocument: { uri }, position: range?.start };
  const hover = await connection.sendRequest<Hover>('textDocument/hover', at);
  expect(JSON.stringify(hover.contents)).toContain('Contradicted');
  const asked = { textDocument: { uri }, range, context: { diagnostics: published[0]?.diagnostics } };
  const [action] = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', asked);
  expect(action?.edit?.changes?.[uri]).toEqual([
    { range: { start: { line: 0, character: 23 }, end: { line: 0, character: 24 } }, newText: '5' },
  ]);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  expect(child.exitCode).toBe(0);
  connection.dispose();
});

it('says how it is to be started', async () => {
  expect(await runCommand(['lsp'], { cwd })).toEqual({
    code: 2,
    output: '',
    errors:
      'factprobe: The language server speaks over standard input and output only; write factprobe lsp --stdio.\n',
  });
});
