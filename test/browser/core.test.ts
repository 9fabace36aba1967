import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/host/chromium.ts';
import { openLoopbackPage } from '../../scripts/host/loopback-page.ts';

let browser: Browser;
let server: Server;

beforeAll(async () => {
  const bundled = await build({
    entryPoints: [join(import.meta.dirname, 'core-in-browser.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    // The parser asks for them where it finds itself in Node.
    external: ['fs/promises', 'module'],
    logLevel: 'warning',
  });
  const script = bundled.outputFiles[0]?.contents;
  server = createServer(async ({ url = '/' }, response) => {
    if (url.endsWith('.wasm')) {
      response.setHeader('content-type', 'application/wasm').end(await readFile(join('dist', basename(url))));
    } else if (url === '/core.js') {
      response.setHeader('content-type', 'text/javascript').end(script);
    } else {
      response.setHeader('content-type', 'text/html').end('<script type="module" src="/core.js"></script>');
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

it.each([
  [
    'typescript',
    '/** @param [size=10] How many. */\nexport function take(size = 20) {}\n',
    'size=10',
    'size = 20',
  ],
  [
    'python',
    'def take(size=20):\n    """Takes.\n\n    Args:\n        size: Defaults to 10.\n    """\n',
    'Defaults to 10',
    'size=20',
  ],
  [
    'csharp',
    'class A {\n  /// <param name="size">Defaults to 10.</param>\n  void Take(int size = 20) {}\n}\n',
    'Defaults to 10',
    'int size = 20',
  ],
  [
    'cpp',
    '/** @param size Defaults to 10. */\nvoid take(int size = 20);\n',
    'Defaults to 10',
    'int size = 20',
  ],
  [
    'kotlin',
    '/** @param size Defaults to 10. */\nfun take(size: Int = 20) {}\n',
    'Defaults to 10',
    'size: Int = 20',
  ],
  ['ruby', '# @param size Defaults to 10.\ndef take(size = 20); end\n', 'Defaults to 10', 'size = 20'],
])('core checks %s in a browser', async (language, text, claim, quote) => {
  const { page, refused } = await openLoopbackPage(browser);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const address = server.address();
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  await page.waitForFunction('typeof contradictedClaims === "function"');
  const found = await page.evaluate(
    `contradictedClaims(${JSON.stringify(language)}, ${JSON.stringify(text)})`,
  );
  expect(found).toMatchObject([
    {
      claim,
      kind: 'default',
      message: { id: 'check.default.contradicted', values: { name: 'size', actual: '20', documented: '10' } },
      evidence: [{ quote }],
      fix: { edits: [{ newText: '20' }] },
    },
  ]);
  expect(errors).toEqual([]);
  expect(refused).toEqual([]);
});
