import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launchChromium } from './chromium.ts';
import { type CodeServer, startCodeServer } from './code-server.ts';
import { openLoopbackPage } from './loopback-page.ts';
import { copySample } from './sample-copy.ts';

/** One boot of an editor with the suite inside. */
export interface SuiteRun {
  /** Names the boot in its report. */
  readonly name: string;
  /** Folder of the extension to load. */
  readonly extension: string;
  /** The suite's `index.cjs`. */
  readonly suite: string;
  readonly locale: 'en' | 'zh-cn';
  readonly workspaceTrust: boolean;
  /** Whether a second folder, `quay`, is open beside the sample. */
  readonly severalFolders?: boolean;
}

const limitMinutes = 8;

/** Runs the suite inside code-server's extension host on a copy of the sample; gives whether it passed. */
export async function runSuite({ name, ...run }: SuiteRun): Promise<boolean> {
  const folder = resolve('out/host');
  await mkdir(folder, { recursive: true });
  const report = join(folder, `${name}.txt`);
  await writeFile(report, '');
  const sample = await copySample();
  const server = await startCodeServer({
    developmentPayload: true,
    workspaceTrust: run.workspaceTrust,
    environment: {
      FACTPROBE_LOCALE: run.locale,
      FACTPROBE_TEST_REPORT: report,
      ...(run.workspaceTrust ? { FACTPROBE_TEST_TRUST: 'restricted' } : {}),
    },
  });
  try {
    const opened = run.severalFolders === true ? await sample.withSecondFolder() : sample.folder;
    const outcome = await runInPage(server, { name, folder: opened, logs: folder, ...run });
    process.stdout.write(await readFile(report, 'utf8'));
    if (typeof outcome === 'string') console.error(`${outcome}; see ${folder}`);
    return outcome === 0;
  } finally {
    await server.stop();
    await sample.remove();
  }
}

interface PageRun extends SuiteRun {
  readonly folder: string;
  readonly logs: string;
}

/** The suite's exit code, or a sentence when there was none. */
async function runInPage(server: CodeServer, run: PageRun): Promise<number | string> {
  const log = join(run.logs, `${run.name}.log`);
  await writeFile(log, '');
  const browser = await launchChromium();
  try {
    const { page } = await openLoopbackPage(browser);
    const ended = Promise.withResolvers<number | string>();
    await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) =>
      appendFile(log, `[${type}] ${args.map(String).join(' ')}\n`),
    );
    await page.exposeFunction('codeAutomationExit', (code: number) => ended.resolve(code));
    page.on('crash', () => ended.resolve('the browser’s page crashed'));
    const uri = (path: string) => `vscode-remote://${server.host}${path}`;
    await page.goto(
      server.folderUrl(run.folder, [
        ['extensionDevelopmentPath', uri(run.extension)],
        ['extensionTestsPath', uri(run.suite)],
        ['skipWelcome', 'true'],
      ]),
    );
    const late = `the suite did not end within ${limitMinutes} minutes`;
    const outcome = await Promise.race([ended.promise, wait(limitMinutes * 60_000, late, { ref: false })]);
    if (outcome !== 0) await page.screenshot({ path: join(run.logs, `${run.name}.png`) });
    return outcome;
  } finally {
    await browser.close();
  }
}
