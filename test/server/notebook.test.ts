import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol/node';
import { startServer, type TestServer } from '../support/language-server.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const wrong =
  'def take(size=20):\n    """Takes.\n\n    Args:\n        size: How many. Defaults to 10.\n    """\n';

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

async function start(files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryWorkspace({ 'notes/tides.ipynb': '{}', ...files });
  server = await startServer({ folder });
  const notebook = pathToFileURL(join(folder, 'notes/tides.ipynb'));
  const cell = (id: string) => `${notebook.href.replace('file:', 'vscode-notebook-cell:')}#${id}`;
  return { ...server, folder, cell };
}

describe('a cell of a notebook', () => {
  it('is checked by itself, magics and a broken neighbour notwithstanding', async () => {
    const { open, diagnosed, connection, cell } = await start();
    await open(cell('W0'), 'python', 'def broken(\n');
    await open(cell('W1'), 'python', `%load_ext autoreload\nfiles = !ls\n\n${wrong}`);
    expect(await diagnosed(cell('W1'))).toMatchObject([
      {
        message: 'The default of size is 20, not 10.',
        range: { start: { line: 7 } },
        relatedInformation: [{ location: { uri: cell('W1'), range: { start: { line: 3 } } } }],
      },
    ]);
    const hover = await connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: cell('W1') },
      position: { line: 7, character: 26 },
    });
    expect(JSON.stringify(hover.contents)).toContain('Contradicted');
  });

  it('offers what makes sense in a cell', async () => {
    const { open, diagnosed, connection, cell } = await start();
    await open(cell('W0'), 'python', wrong);
    const [diagnostic] = await diagnosed(cell('W0'));
    const actions = await connection.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: cell('W0') },
      range: diagnostic?.range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toEqual([
      'Correct the default to 20',
      'Delete this claim',
      'Mark this claim as accurate',
      'Ignore this claim',
      'Ignore claims on this line',
    ]);
  });

  it.each([{ excludes: ['notes/'] }, { languages: ['typescript'] }])(
    'keeps to the project around its notebook: %j',
    async (configuration) => {
      const { published, open, connection, cell } = await start({
        '.factprobe/config.json': JSON.stringify(configuration),
      });
      await open(cell('W0'), 'python', wrong);
      const asked = { uri: cell('W0') };
      expect(await connection.sendRequest('factprobe/checkDocument', asked)).toMatchObject({ claims: 0 });
      expect(published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    },
  );
});
