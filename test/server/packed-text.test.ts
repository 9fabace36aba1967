import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/language-server.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

let server: TestServer | undefined;

afterEach(() => void server?.process.kill());

describe('evidence that is packed', () => {
  it('is given as text, and nothing else is', async () => {
    const folder = temporaryWorkspace({
      'lib/tide-sources.jar': zipSync({ 'org/harbour/Gauge.java': strToU8('class Gauge {}\n') }),
      'man/low.3.gz': gzipSync(strToU8('.TH low 3\n')),
      'broken.gz': 'no such thing',
      'plain.txt': 'plain',
    });
    server = await startServer({ folder });
    const text = (path: string) =>
      server?.connection.sendRequest('factprobe/packedText', {
        uri: pathToFileURL(join(folder, path)).href,
      });
    expect(await text('lib/tide-sources.jar!/org/harbour/Gauge.java')).toEqual({ text: 'class Gauge {}\n' });
    expect(await text('man/low.3.gz')).toEqual({ text: '.TH low 3\n' });
    for (const path of ['lib/tide-sources.jar!/org/Other.java', 'no.jar!/A.java', 'broken.gz', 'plain.txt']) {
      expect(await text(path), path).toEqual({ text: null });
    }
  });
});
