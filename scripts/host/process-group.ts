import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { atProcessEnd } from './process-end.ts';

/** A process and all that it started. */
export interface ProcessGroup {
  readonly pid: number | undefined;
  /** Why it is no longer there: an exit code, a signal, or that it could not be started; absent while it runs. */
  ending(): string | undefined;
  /** Resolves once the head of the group is gone. */
  readonly ended: Promise<void>;
  /** Ends it: asked first, then by force. */
  stop(): Promise<void>;
}

export interface GroupOptions extends SpawnOptions {
  /** The file that its output goes to. */
  readonly log: string;
  /** What the group gets should this process end first: SIGKILL, unless it must clean up. */
  readonly lastSignal?: NodeJS.Signals;
}

/** Starts a process as the head of a group, so that what it starts can be ended with it, and ends with this process. */
export function startGroup(
  command: string,
  args: readonly string[],
  { log, lastSignal = 'SIGKILL', ...options }: GroupOptions,
): ProcessGroup {
  const file = openSync(log, 'w');
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', file, file] });
  closeSync(file);
  let ending: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      ending = signal === null ? `exit code ${code}` : `signal ${signal}`;
      resolve();
    });
    child.once('error', (error) => {
      ending ??= error.message;
      resolve();
    });
  });
  const end = (signal: NodeJS.Signals | 0) => signalGroup(child.pid, signal);
  const leave = atProcessEnd(() => void end(lastSignal));
  return {
    pid: child.pid,
    ending: () => ending,
    ended,
    async stop() {
      end('SIGTERM');
      await Promise.race([ended, wait(10_000, undefined, { ref: false })]);
      // What it started may have to clean up after it, and may outlive it.
      const until = Date.now() + 5000;
      while (Date.now() < until && end(0)) await wait(20);
      end('SIGKILL');
      await ended;
      leave();
    },
  };
}

/** Whether there was anybody to get the signal; 0 only asks. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    return false;
  }
}

/** A port of the loopback that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
