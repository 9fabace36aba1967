import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/language-server.ts';

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

describe('the server', () => {
  it.each(['stdio', 'ipc'] as const)('says over %s what it can do', async (transport) => {
    server = await startServer({ transport });
    expect(server.initialized).toMatchObject({
      serverInfo: { name: 'Factprobe' },
      capabilities: { hoverProvider: true, codeActionProvider: { codeActionKinds: ['quickfix'] } },
    });
  });

  it('ends with its workers when it is asked to', async () => {
    server = await startServer();
    await server.open(
      'untitled:a.py',
      'python',
      'def f(a=1):\n    """F.\n\n    Args:\n        a: Defaults to 2.\n    """\n',
    );
    // A worker is under way from here on; a thread that stays would keep the process alive.
    expect(await server.diagnosed('untitled:a.py')).toHaveLength(1);
    expect(await server.end()).toBe(0);
  });

  it('ends when its client is gone', async () => {
    server = await startServer();
    const ended = once(server.process, 'exit');
    server.process.stdin?.end();
    await ended;
    expect(server.process.exitCode).not.toBeNull();
  });
});
