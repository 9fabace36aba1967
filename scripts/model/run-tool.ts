import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PlainError } from '../host/plain-error.ts';
import { atProcessEnd } from '../host/process-end.ts';
import { UnavailableError } from './unavailable-error.ts';

const environment = { PIP_NO_INPUT: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_REQUIRE_VIRTUALENV: '0' };

/**
 * Runs a tool of the installation to its end; it ends with this process. Throws an `UnavailableError` where the registry
 * can't be reached or the disk is full, and a `PlainError` with the end of what it printed for any other failure.
 */
export async function runTool(
  command: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const env = { ...process.env, ...environment, ...more };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const leave = atProcessEnd(() => void child.kill('SIGKILL'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece) => {
      printed += piece;
    });
  }
  const [code] = await once(child, 'close');
  leave();
  if (code !== 0) throw failureOf([command, ...args].join(' '), printed);
}

/** Why an installation failed, read out of what the tool printed. */
export function failureOf(tool: string, printed: string): PlainError {
  if (
    /NewConnectionError|NameResolutionError|ProxyError|ConnectTimeoutError|ReadTimeoutError/.test(printed)
  ) {
    return new UnavailableError(
      "The Python package registry can't be reached; check the connection, or pip's own configuration.",
    );
  }
  if (/No space left on device/.test(printed)) {
    return new UnavailableError(
      'The disk is full; make room, or name another folder in FACTPROBE_TOOLS_DIR.',
    );
  }
  const end = printed.trim().split('\n').slice(-20).join('\n');
  return new PlainError(`The served model could not be installed; this failed: ${tool}\n${end}`);
}
