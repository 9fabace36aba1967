import { afterEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/language-server.ts';

const wrong = '/** @param {number} [a=3] How often. */\nfunction f(a = 5) { return a }\n';

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

async function shownFor(check: unknown, more: Readonly<Record<string, unknown>> = {}) {
  const shown: string[] = [];
  server = await startServer({ initializationOptions: more, settingsOf: () => Promise.resolve({ check }) });
  server.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    shown.push(message);
  });
  await server.open('untitled:a', 'javascript', wrong);
  const findings = await server.diagnosed('untitled:a');
  await server.open('untitled:b', 'javascript', wrong);
  await server.diagnosed('untitled:b');
  return { shown, findings };
}

describe('malformed settings', () => {
  it.each<[string, unknown, string]>([
    [
      'delay',
      -5,
      'factprobe.check.delay can’t be -5: it is a number of milliseconds from 0 to 60000. Its default holds until that is corrected.',
    ],
    [
      'enabled',
      'no',
      'factprobe.check.enabled can’t be "no": it is true or false. Its default holds until that is corrected.',
    ],
    [
      'scope',
      'everything',
      'factprobe.check.scope can’t be "everything": it is one of workspace, openFiles, changed, generated. Its default holds until that is corrected.',
    ],
    [
      'languages',
      { python: 'off' },
      'factprobe.check.languages can’t be {"python":"off"}: it is an object of language ids with true or false. Its default holds until that is corrected.',
    ],
  ])('are told of once, and the default holds: %s', async (name, value, sentence) => {
    const { shown, findings } = await shownFor({ [name]: value });
    expect(shown).toEqual([`Factprobe: ${sentence}`]);
    expect(findings).toHaveLength(1);
  });

  it('name the kinds that there are', async () => {
    const { shown, findings } = await shownFor({ kinds: ['defaults'] });
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain(
      'can’t be ["defaults"]: it is a list of kinds out of default, parameter-name,',
    );
    expect(findings).toHaveLength(1);
  });

  it('are left to a client that tells of them itself', async () => {
    expect((await shownFor({ delay: -5 }, { tellsSettings: true })).shown).toEqual([]);
  });

  it('are no matter where they are well', async () => {
    expect((await shownFor({ delay: 0, kinds: ['default'], unknown: 1 })).shown).toEqual([]);
  });
});
