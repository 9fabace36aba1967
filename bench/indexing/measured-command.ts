import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PlainError } from '../../scripts/host/plain-error.ts';

const bundle = resolve('dist/cli.cjs');

/** How a run of the command line went. */
export interface MeasuredCommand {
  readonly milliseconds: number;
  /** Of all its threads, where /proc tells; it counts in hundredths of a second. */
  readonly processor: number;
  /** Bytes of memory at the most; not a number where the machine doesn't tell. */
  readonly peak: number;
  readonly output: string;
}

/** Runs the built command line and looks at it while it runs. Throws a `PlainError` where it fails. */
export async function measuredCommand(
  args: readonly string[],
  { cwd, cache }: { readonly cwd: string; readonly cache: string },
): Promise<MeasuredCommand> {
  const began = performance.now();
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd,
    env: { ...process.env, FACTPROBE_CACHE_DIR: cache, FACTPROBE_LOCALE: 'en' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  let ended: number | undefined;
  const closed = new Promise<number | null>((settle) => {
    child.on('close', (code) => {
      ended = performance.now();
      settle(code);
    });
  });
  let peak = Number.NaN;
  let processor = Number.NaN;
  while (ended === undefined) {
    peak = number(`/proc/${child.pid}/status`, /VmHWM:\s+(\d+)/, 1024) ?? peak;
    processor = processorOf(child.pid) ?? processor;
    await setTimeout(5);
  }
  const code = await closed;
  if (code === 0) return { milliseconds: ended - began, processor, peak, output };
  throw new PlainError(`factprobe ${args.join(' ')} ended with ${code}`);
}

function number(path: string, expression: RegExp, unit: number): number | undefined {
  const found = expression.exec(textOf(path))?.[1];
  return found === undefined ? undefined : Number(found) * unit;
}

function processorOf(pid: number | undefined): number | undefined {
  const fields = textOf(`/proc/${pid}/stat`).split(') ')[1]?.split(' ');
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * 10;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended, or this is another system.
    return '';
  }
}
