import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { runCommand, startCommand } from '../support/command-line.ts';

const cwd = resolve('sample');

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

it('says how it is to be started', async () => {
  expect(await runCommand(['lsp'], { cwd })).toEqual({
    code: 2,
    output: '',
    errors:
      'factprobe: The language server speaks over standard input and output only; write factprobe lsp --stdio.\n',
  });
});
