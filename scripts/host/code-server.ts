import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { installCodeServer } from './install-code-server.ts';
import { PlainError } from './plain-error.ts';
import { atProcessEnd } from './process-end.ts';
import { freePort, type ProcessGroup, startGroup } from './process-group.ts';

const run = promisify(execFile);

export interface CodeServerOptions {
  /** A packed extension to install, offline, before the start. */
  readonly vsix?: string;
  /** User settings on top of those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment on top of this process's own; extensions inherit it. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether a folder starts out untrusted, as it does for a user. */
  readonly workspaceTrust?: boolean;
  /** Whether the address may name an extension under development and its tests. */
  readonly developmentPayload?: boolean;
}

/** A code-server under way on this machine alone, with a profile of its own that goes when it stops. */
export interface CodeServer {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Where its log is while it runs. */
  readonly log: string;
  /** The address that opens a folder, or a workspace by its file. */
  folderUrl(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** Ends it and every process that it started. */
  stop(): Promise<void>;
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  // In a browser VS Code saves by itself, a second after a change.
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
};

/** Starts code-server on a free port, installing it first where it isn't yet. */
export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  const { node, entry } = await installCodeServer();
  const root = await mkdtemp(join(tmpdir(), 'factprobe-host-'));
  const log = join(root, 'server.log');
  const profile = await writeProfile(root, options.settings);
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: root,
    XDG_CONFIG_HOME: root,
    XDG_DATA_HOME: root,
    // Verdicts of an earlier run must not answer for this one.
    FACTPROBE_CACHE_DIR: join(root, 'cache'),
    ...options.environment,
  };
  // A terminal inside an editor has it; this server must not talk to that one.
  delete environment.VSCODE_IPC_HOOK_CLI;
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const keepFolder = atProcessEnd(() => rmSync(root, { recursive: true, force: true }));
  const remove = async () => {
    await rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    keepFolder();
  };
  let server: ProcessGroup | undefined;
  const stop = async () => {
    await server?.stop();
    await remove();
  };
  try {
    if (options.vsix !== undefined) {
      const install = ['--install-extension', resolve(options.vsix), '--force'];
      await run(node, [entry, ...profile, ...install], { env: environment });
    }
    const args = [entry, ...profile, ...serverArguments(host, options)];
    server = startGroup(node, args, { env: environment, log });
    await answering(`http://${host}/`, { log, server });
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, log, folderUrl: (folder, payload) => folderUrl(host, folder, payload), stop };
}

function serverArguments(host: string, { workspaceTrust, developmentPayload }: CodeServerOptions): string[] {
  return [
    '--auth',
    'none',
    '--bind-addr',
    host,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    ...(workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    // A built VS Code reads ?payload= only in its smoke tests' mode.
    ...(developmentPayload === true ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
}

/** Writes an empty profile; gives the arguments that make code-server use it. */
async function writeProfile(root: string, settings: CodeServerOptions['settings']): Promise<string[]> {
  const user = join(root, 'user');
  const extensions = join(root, 'extensions');
  await mkdir(join(user, 'User'), { recursive: true });
  await mkdir(extensions);
  await writeFile(join(user, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  await writeFile(join(root, 'config.yaml'), '');
  return ['--config', join(root, 'config.yaml'), '--user-data-dir', user, '--extensions-dir', extensions];
}

function folderUrl(host: string, folder: string, payload?: readonly (readonly [string, string])[]): string {
  const url = new URL(`http://${host}/`);
  url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', resolve(folder));
  if (payload !== undefined) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** Waits for the editor itself: `/healthz` says yes even where the editor can't be loaded. */
async function answering(
  url: string,
  { log, server }: { readonly log: string; readonly server: ProcessGroup },
): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until && server.ending() === undefined) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await wait(100);
  }
  const detail = (await readFile(log, 'utf8')).trim().split('\n').slice(-20).join('\n');
  throw new PlainError(`code-server did not start; this is the end of its log:\n${detail}`);
}
