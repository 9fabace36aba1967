import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol';
import { startServer, type TestServer } from '../support/language-server.ts';
import { installedIn } from '../support/library-claims.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const text = [
  'import moorings',
  '',
  '# The default `knots` of `moorings.tie` is 4.',
  'moorings.tie("rope")',
  '',
].join('\n');

let server: TestServer | undefined;
afterEach(() => void server?.process.kill());

it('shows what a library says to the contrary, corrects it, and leads to its file', async () => {
  const folder = temporaryWorkspace({ ...installedIn('.'), 'ship.py': text });
  const uri = pathToFileURL(join(folder, 'ship.py')).href;
  server = await startServer({ folder });
  const { connection } = server;
  await server.open(uri, 'python', text);
  const textDocument = { uri };
  const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument,
    position: { line: 2, character: 30 },
  });
  const card = JSON.stringify(hover?.contents);
  expect(card).toContain('The default of knots in moorings\\\\.tie is 3 \\\\(moorings 2\\\\.4\\\\.1\\\\)');
  expect(card).toContain('/moorings/__init__.py#L8');
  const actions = await connection.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 40 } },
    context: { diagnostics: [] },
  });
  const edits = actions.flatMap(({ edit }) => edit?.changes?.[uri] ?? []);
  expect(edits.map(({ newText }) => newText)).toContain('3');
});
