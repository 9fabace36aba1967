import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PlainError } from './plain-error.ts';
import { toolsFolder } from './tools-folder.ts';

const run = promisify(execFile);

const codeServerVersion = '4.139.1';
/** The Node that this code-server is made for; an older one can't load it. */
const nodeVersion = '24.21.0';

/** A code-server on the disk: how to start it. */
export interface CodeServerInstallation {
  readonly node: string;
  readonly entry: string;
}

/**
 * The pinned code-server in the tools folder; installs it from npm first when it isn't there. Nothing is
 * compiled: the parts without a prebuilt binary are optional at run time. A folder counts only once its stamp is
 * written, and appears under its name whole, so that an interrupted installation leaves nothing half-made behind.
 */
export async function installCodeServer(): Promise<CodeServerInstallation> {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new PlainError('code-server does not run on Windows; use `npm run test:electron` there.');
  }
  const name = `code-server-${codeServerVersion}-node-${nodeVersion}-${platform}`;
  const folder = join(toolsFolder(), name);
  if (!(await isStamped(folder))) await installInto(folder, name, `node-${platform}`);
  const modules = join(folder, 'node_modules');
  return {
    node: join(modules, `node-${platform}/bin/node`),
    entry: join(modules, 'code-server/out/node/entry.js'),
  };
}

async function installInto(folder: string, name: string, nodePackage: string): Promise<void> {
  const tools = toolsFolder();
  const making = await makeFolder(tools, name);
  console.error(`Installing code-server ${codeServerVersion} into ${folder} (once, about a minute)…`);
  try {
    await writeFile(join(making, 'package.json'), '{"private":true}\n');
    const vscode = join(making, 'node_modules/code-server/lib/vscode');
    await npm(making, [`${nodePackage}@${nodeVersion}`, `code-server@${codeServerVersion}`, '--save-exact']);
    await npm(vscode, ['--omit=dev']);
    await npm(join(vscode, 'extensions'), ['--omit=dev']);
    await writeFile(join(making, 'stamp'), `${name}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    // Another process may have been quicker.
    if (!(await isStamped(folder))) throw error;
  }
}

async function makeFolder(tools: string, name: string): Promise<string> {
  try {
    await mkdir(tools, { recursive: true });
    await removeLeftovers(tools, name);
    return await mkdtemp(join(tools, `.${name}-${process.pid}-`));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(
      `Nothing can be written into ${tools} (${reason}); name another folder in FACTPROBE_TOOLS_DIR.`,
    );
  }
}

async function npm(folder: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await run('npm', ['install', ...args, ...quiet], { cwd: folder, maxBuffer: 2 ** 26 });
  } catch (error) {
    const detail = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new PlainError(
      `code-server ${codeServerVersion} could not be installed from npm; check the connection to the registry and ` +
        `that ${folder} can be written, then try again.\n${detail}`,
    );
  }
}

/** Removes what processes that are gone left half-made. */
async function removeLeftovers(tools: string, name: string): Promise<void> {
  for (const entry of await readdir(tools)) {
    if (!entry.startsWith(`.${name}-`)) continue;
    const pid = Number.parseInt(entry.slice(name.length + 2), 10);
    if (!isRunning(pid)) await rm(join(tools, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isStamped(folder: string): Promise<boolean> {
  try {
    await access(join(folder, 'node_modules/code-server/out/node/entry.js'));
    return (await readFile(join(folder, 'stamp'), 'utf8')).length > 0;
  } catch {
    return false;
  }
}
