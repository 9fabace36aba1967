import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol';
import { startServer, type TestServer } from '../support/language-server.ts';

const uri = 'untitled:take.ts';
const text = [
  '/**',
  ' * @param [size=10] How many.',
  ' * @param [unit="kg"] Of what.',
  ' */',
  'export function take(size = 20, unit = "kg") {}',
  '',
  'export function put() {}',
  '',
].join('\n');
const textDocument = { uri };
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await server.open(uri, 'typescript', text);
});

afterAll(() => void server.process.kill());

async function cardAt(line: number, character: number): Promise<string | null> {
  const hover = await server.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument,
    position: { line, character },
  });
  return hover === null ? null : JSON.parse(JSON.stringify(hover.contents)).value;
}

describe('a hover', () => {
  it('answers on a false claim with verdict, reason, proof and correction', async () => {
    expect(await cardAt(1, 12)).toBe(
      [
        '**Contradicted** · The default of size is 20, not 10\\.',
        'proof: [untitled\\:take\\.ts\\:5](untitled:take.ts#L5)',
        '```typescript\nsize = 20\n```',
        'fix: Correct the default to 20',
      ].join('\n\n'),
    );
  });

  it('answers on a true claim, and not beside one', async () => {
    expect(await cardAt(2, 12)).toMatch(/^\*\*Supported\*\* · /);
    expect(await cardAt(4, 2)).toBeNull();
  });

  it('answers on the documented symbol with all its claims, the false ones first', async () => {
    expect(await cardAt(4, 18)).toBe(
      [
        '4 claims in the comment\n',
        '- **Contradicted** · The default of size is 20, not 10\\.',
        '- Supported · There is a parameter size\\.',
        '- Supported · There is a parameter unit\\.',
        '- Supported · The default of unit is "kg"\\.',
      ].join('\n'),
    );
    expect(await cardAt(6, 10)).toBeNull();
  });

  it('has links that run a command for a client that knows it', async () => {
    const other = await startServer({ initializationOptions: { commandLinks: true } });
    await other.open(uri, 'typescript', text);
    const hover = await other.connection.sendRequest('textDocument/hover', {
      textDocument,
      position: { line: 1, character: 12 },
    });
    expect(JSON.stringify(hover)).toContain('](command:factprobe.showEvidence?');
    expect(await other.end()).toBe(0);
  });
});
