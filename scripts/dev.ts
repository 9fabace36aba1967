import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { startCodeServer } from './host/code-server.ts';
import { packedExtension } from './host/extension-package.ts';
import { runScript } from './host/plain-error.ts';
import { copySample } from './host/sample-copy.ts';

// `npm run dev`: a real VS Code on a copy of the sample, with the extension. The desktop's own where `code` is on the
// PATH, else code-server in the browser, installed on demand. `--browser` takes the second in any case.
await runScript(async () => {
  const sample = await copySample();
  const code = process.argv.includes('--browser') ? undefined : await desktopCode();
  return code === undefined ? inBrowser(sample.folder) : onDesktop(code, sample.folder);
});

async function onDesktop(code: string, folder: string): Promise<number> {
  console.log(`Opening ${folder} in ${code}; close its window to end.`);
  const extension = `--extensionDevelopmentPath=${resolve('.')}`;
  const child = spawn(code, ['--new-window', '--wait', extension, folder], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const [exitCode] = await once(child, 'close');
  return typeof exitCode === 'number' ? exitCode : 1;
}

async function inBrowser(folder: string): Promise<number> {
  const server = await startCodeServer({ vsix: await packedExtension() });
  console.log(`\nVS Code is at ${server.folderUrl(folder)}\nOpen src/upload.ts there. Ctrl+C ends it.`);
  // Lives until a signal, which takes the server and the copy along.
  await new Promise<never>(() => setInterval(() => undefined, 2 ** 30));
  return 0;
}

async function desktopCode(): Promise<string | undefined> {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}
