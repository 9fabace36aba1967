import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { type ServerOptions, startServer, type TestServer } from '../support/language-server.ts';

const uri = 'untitled:take.py';
const source = (documented: string, actual: string) =>
  `def take(size=${actual}):\n    """Takes.\n\n    Args:\n        size: How many. Defaults to ${documented}.\n    """\n`;

let server: TestServer | undefined;

async function start(options?: ServerOptions): Promise<TestServer> {
  server = await startServer(options);
  return server;
}

afterEach(() => void server?.process.kill());

describe('diagnostics', () => {
  it('come for an opened text, at the claim’s own words, with its proof', async () => {
    const { open, diagnosed } = await start();
    await open(uri, 'python', source('10', '20'));
    expect(await diagnosed(uri)).toMatchObject([
      {
        range: { start: { line: 4, character: 24 }, end: { line: 4, character: 38 } },
        severity: DiagnosticSeverity.Warning,
        source: 'factprobe',
        code: 'default',
        message: 'The default of size is 20, not 10.',
        relatedInformation: [{ location: { uri, range: { start: { line: 0, character: 9 } } } }],
      },
    ]);
  });

  it('come in a language that the editor has a name of its own for', async () => {
    const { open, diagnosed } = await start();
    await open('file:///harbour/take.py', 'py-harbour', source('10', '20'));
    expect(await diagnosed('file:///harbour/take.py')).toHaveLength(1);
  });

  it('are in the client’s language', async () => {
    const { open, diagnosed } = await start({ locale: 'zh-cn' });
    await open(uri, 'python', source('10', '20'));
    expect(await diagnosed(uri)).toMatchObject([{ message: 'size 的默认值是 20，而不是 10。' }]);
  });

  it('follow a change, and vanish when the document is closed', async () => {
    const { connection, open, change, diagnosed } = await start();
    await open(uri, 'python', source('10', '20'));
    await change(uri, 2, source('20', '20'));
    expect(await diagnosed(uri, ({ version }) => version === 2)).toEqual([]);
    await change(uri, 3, source('20', '30'));
    expect(await diagnosed(uri, ({ version }) => version === 3)).toHaveLength(1);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    expect(await diagnosed(uri, ({ version }) => version === undefined)).toEqual([]);
  });

  it('of an older text are never published once a newer one came', async () => {
    const { open, change, diagnosed, published } = await start();
    const long = Array.from({ length: 20_000 }, (_, i) => source('10', '20').replace('take', `take_${i}`));
    await open(uri, 'python', long.join('\n'));
    // Long enough for the check to begin, far too short for it to end.
    await wait(300);
    await change(uri, 2, source('10', '30'));
    const message = 'The default of size is 30, not 10.';
    expect(await diagnosed(uri, ({ version }) => version === 2)).toMatchObject([{ message }]);
    expect(published.flatMap(({ diagnostics }) => diagnostics.map((one) => one.message))).toEqual([message]);
  });

  it.each([
    ['a slip in a setting', { settings: { check: { delay: 'soon', kinds: 7, maximumPerFile: -1 } } }],
    ['settings of another shape', { settings: { check: 'no' }, locale: 7, commandLinks: 'yes' }],
    ['no settings at all', { settings: null }],
    ['options of another shape', 'all'],
  ])('come with defaults for %s', async (_, initializationOptions) => {
    const { open, diagnosed } = await start({ initializationOptions });
    await open(uri, 'python', source('10', '20'));
    expect(await diagnosed(uri)).toHaveLength(1);
  });

  it('follow the settings while the server runs', async () => {
    const { connection, open, diagnosed, published } = await start();
    await open(uri, 'python', source('10', '20'));
    expect(await diagnosed(uri)).toHaveLength(1);
    const set = (check: unknown) =>
      connection.sendNotification('workspace/didChangeConfiguration', { settings: { factprobe: { check } } });
    await set({ enabled: false });
    expect(await diagnosed(uri, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
    const before = published.length;
    await set('perhaps');
    await diagnosed(
      uri,
      (message) => published.indexOf(message) >= before && message.diagnostics.length === 1,
    );
  });

  it('follow the settings of each folder where the client tells them', async () => {
    const { open, diagnosed } = await start({
      settingsOf: async (asked) => ({ check: { enabled: asked === uri } }),
    });
    await open('untitled:quiet.py', 'python', source('10', '20'));
    await open(uri, 'python', source('10', '20'));
    expect(await diagnosed(uri)).toHaveLength(1);
    expect(await diagnosed('untitled:quiet.py')).toEqual([]);
  });

  it('are those of the text that is open, not of an older one of the same name and version', async () => {
    const held = Promise.withResolvers<void>();
    let answers = Promise.resolve();
    const { connection, open, diagnosed } = await start({ settingsOf: () => answers });
    await open(uri, 'python', source('10', '20'));
    expect(await diagnosed(uri)).toHaveLength(1);
    answers = held.promise;
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 40 } };
    const asked = connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    expect(await diagnosed(uri, ({ version }) => version === undefined)).toEqual([]);
    held.resolve();
    await asked;
    await open(uri, 'python', source('10', '30'));
    const message = 'The default of size is 30, not 10.';
    const isNew = await diagnosed(uri, ({ diagnostics }) => diagnostics[0]?.message === message);
    expect(isNew).toHaveLength(1);
  });

  it('are empty for what can’t be parsed and for languages that aren’t checked', async () => {
    const { open, connection } = await start();
    for (const [name, language] of [
      ['untitled:a.py', 'python'],
      ['untitled:a.rb', 'ruby'],
    ] as const) {
      await open(name, language, '\u0000)))(((');
      const answer = await connection.sendRequest('factprobe/checkDocument', { uri: name });
      expect(answer).toMatchObject({ contradicted: 0, claims: 0 });
    }
  });
});
