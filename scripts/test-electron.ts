import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron';
import manifest from '../package.json' with { type: 'json' };
import { buildSuite } from './host/build-suite.ts';
import { packedExtension, unpackExtension } from './host/extension-package.ts';
import { PlainError, runScript } from './host/plain-error.ts';
import { copySample } from './host/sample-copy.ts';

// Runs the suite inside desktop VS Code, on the packed extension: in the oldest version that the manifest allows and
// in the newest, which are downloaded.
const oldest = manifest.engines.vscode.replace(/^\D+/, '');

await runScript(async () => {
  const extension = await unpackExtension(await packedExtension());
  const suite = await buildSuite();
  let failed = 0;
  for (const version of [oldest, 'stable']) {
    for (const locale of ['en', 'zh-cn']) {
      console.log(`\nVS Code ${version}, ${locale}`);
      if (!(await passes({ executable: await download(version), extension, suite, locale }))) failed += 1;
    }
  }
  return failed === 0 ? 0 : 1;
});

async function download(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(
      `VS Code ${version} could not be downloaded (${reason}); check the connection, or use \`npm run test:host\`.`,
    );
  }
}

interface DesktopRun {
  readonly executable: string;
  readonly extension: string;
  readonly suite: string;
  readonly locale: string;
}

async function passes({ executable, extension, suite, locale }: DesktopRun): Promise<boolean> {
  const sample = await copySample();
  const profile = await mkdtemp(join(tmpdir(), 'factprobe-desktop-'));
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      extensionTestsEnv: { FACTPROBE_LOCALE: locale, FACTPROBE_CACHE_DIR: join(profile, 'cache') },
      launchArgs: [
        sample.folder,
        '--disable-workspace-trust',
        '--disable-extensions',
        '--skip-welcome',
        '--skip-release-notes',
        `--user-data-dir=${join(profile, 'user')}`,
      ],
    });
    return true;
  } catch (error) {
    if (error instanceof TestRunFailedError) return false;
    throw error;
  } finally {
    await sample.remove();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
