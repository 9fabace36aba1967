import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { CancelledError, type ProcessOutcome, type RunProcess } from '../core/platform/index.ts';

/** Programs of this machine. */
export const runProcess: RunProcess = async ({ program, arguments: words, environment, signal }) => {
  const isAborted = () => signal?.aborted === true;
  if (isAborted()) throw new CancelledError('cancelled before it began');
  const child = spawn(program, words, {
    // Windows looks for a program in the working directory first: that must not be the workspace.
    cwd: dirname(process.execPath),
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const cancel = () => child.kill();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const [output, errors, [code, killedBy]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    if (isAborted()) throw new CancelledError('cancelled');
    if (typeof code !== 'number') throw new Error(`${program} was ended by ${String(killedBy)}`);
    return { type: 'ended', code, output, errors };
  } catch (error) {
    if (isMissing(error)) return { type: 'missing' } satisfies ProcessOutcome;
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
};

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
