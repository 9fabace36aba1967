import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ServerOptions, startServer, type TestServer } from '../support/language-server.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const text = [
  '/**',
  ' * @param [size=10] How many.',
  ' * @param [unit="kg"] Of what.',
  ' */',
  'export function take(size = 20, unit = "kg") {}',
  '',
].join('\n');

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

async function open(options: ServerOptions, uri: string): Promise<TestServer> {
  server = await startServer(options);
  await server.open(uri, 'typescript', text);
  return server;
}

async function inFolder(options: ServerOptions = {}) {
  const folder = temporaryWorkspace({ 'take.ts': text });
  const uri = pathToFileURL(join(folder, 'take.ts')).href;
  return { ...(await open({ folder, ...options }, uri)), folder, uri };
}

function actionsAt({ connection }: Pick<TestServer, 'connection'>, uri: string, line: number, only?: string) {
  return connection.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line, character: 0 }, end: { line, character: 40 } },
    context: { diagnostics: [], ...(only === undefined ? {} : { only: [only] }) },
  });
}

/** The text after each action that edits it, by title; for the others, the command that it runs. */
function outcomes(actions: readonly CodeAction[], uri: string): Readonly<Record<string, string>> {
  const document = TextDocument.create(uri, 'typescript', 1, text);
  return Object.fromEntries(
    actions.map(({ title, edit, command }) => [
      title,
      edit === undefined
        ? (command?.command ?? '')
        : TextDocument.applyEdits(document, edit.changes?.[uri] ?? []),
    ]),
  );
}

describe('code actions on a false claim', () => {
  it('correct it, delete it, mark it or keep it away; the text after each', async () => {
    const { uri, ...running } = await inFolder();
    const actions = await actionsAt(running, uri, 1);
    expect(outcomes(actions, uri)).toEqual({
      'Correct the default to 20': text.replace('=10', '=20'),
      'Delete this claim': text.replace('=10', ''),
      'Mark this claim as accurate': 'factprobe.server.markAccurate',
      'Ignore this claim': `// factprobe-ignore default\n${text}`,
      'Ignore claims on this line': text.replace('many.', 'many. factprobe-ignore-line'),
      'Ignore claims in this file': `// factprobe-ignore-file\n${text}`,
    });
    expect(actions.map(({ kind }) => kind)).toEqual(actions.map(() => 'quickfix'));
    expect(actions.map(({ isPreferred = false }) => isPreferred)).toEqual([
      true,
      ...actions.slice(1).map(() => false),
    ]);
    for (const { diagnostics } of actions) {
      expect(diagnostics).toMatchObject([{ message: 'The default of size is 20, not 10.' }]);
    }
  });

  it('have titles in Chinese', async () => {
    const { uri, ...running } = await inFolder({ locale: 'zh-cn' });
    expect((await actionsAt(running, uri, 1)).map(({ title }) => title)).toEqual([
      '将默认值更正为 20',
      '删除此声明',
      '将此声明标记为准确',
      '忽略此声明',
      '忽略此行的声明',
      '忽略此文件的声明',
    ]);
  });

  it('run the editor’s commands where it knows them', async () => {
    const { uri, ...running } = await inFolder({ initializationOptions: { commandLinks: true } });
    const actions = await actionsAt(running, uri, 1);
    expect(actions.flatMap(({ command }) => (command === undefined ? [] : [command]))).toEqual([
      {
        title: 'Mark this claim as accurate',
        command: 'factprobe.markAccurate',
        arguments: [{ uri, fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) }],
      },
      {
        title: 'Show the evidence',
        command: 'factprobe.showEvidence',
        arguments: [{ uri, range: { start: { line: 4, character: 21 }, end: { line: 4, character: 30 } } }],
      },
    ]);
  });

  it('leave out the mark where no folder could keep it', async () => {
    const uri = 'untitled:take.ts';
    const running = await open({}, uri);
    const titles = (await actionsAt(running, uri, 1)).map(({ title }) => title);
    expect(titles).toContain('Ignore this claim');
    expect(titles).not.toContain('Mark this claim as accurate');
  });

  it('are not offered elsewhere, nor to who wants something else', async () => {
    const { uri, ...running } = await inFolder();
    expect(await actionsAt(running, uri, 2)).toEqual([]);
    expect(await actionsAt(running, uri, 1, 'refactor')).toEqual([]);
  });
});

describe('a claim marked as accurate', () => {
  it('is a line of the project’s file and no finding, until its code changes', async () => {
    const { uri, folder, ...running } = await inFolder();
    const { connection, diagnosed, change } = running;
    expect(await diagnosed(uri)).toHaveLength(1);
    const mark = (await actionsAt(running, uri, 1)).find(({ command }) => command !== undefined);
    const { command, arguments: given } = mark?.command ?? { command: '' };
    await connection.sendRequest('workspace/executeCommand', { command, arguments: given });
    expect(readFileSync(join(folder, '.factprobe/accurate.jsonl'), 'utf8')).toMatch(
      /^\{"file":"take\.ts","kind":"default","claim":"size=10","fingerprint":"[0-9a-f]{16}"\}\n$/,
    );
    expect(await diagnosed(uri, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
    await change(uri, 2, text.replace('size = 20', 'size = 30'));
    expect(await diagnosed(uri, ({ version }) => version === 2)).toMatchObject([
      { message: 'The default of size is 30, not 10.' },
    ]);
  });

  it('may be the one under the cursor, and only once', async () => {
    const { uri, folder, connection } = await inFolder();
    const place = { uri, position: { line: 1, character: 12 } };
    expect(await connection.sendRequest('factprobe/markAccurate', place)).toEqual({
      claim: 'size=10',
      file: pathToFileURL(join(folder, '.factprobe/accurate.jsonl')).href,
    });
    await expect(connection.sendRequest('factprobe/markAccurate', place)).rejects.toThrow(
      'That claim is not false any more; it was changed meanwhile, or marked.',
    );
  });

  it('needs an open folder, and a place to write to', async () => {
    const place = { position: { line: 1, character: 12 } };
    const alone = await open({}, 'untitled:take.ts');
    await expect(
      alone.connection.sendRequest('factprobe/markAccurate', { ...place, uri: 'untitled:take.ts' }),
    ).rejects.toThrow('The file is in no open folder');
    alone.process.kill();
    const { uri, folder, connection } = await inFolder();
    writeFileSync(join(folder, '.factprobe'), '');
    await expect(connection.sendRequest('factprobe/markAccurate', { ...place, uri })).rejects.toThrow(
      `${folder}/.factprobe/accurate.jsonl cannot be written; check its permissions.`,
    );
    expect(existsSync(join(folder, '.factprobe/accurate.jsonl'))).toBe(false);
  });
});
