import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CancelledError, type IsolatedRequest, neverCancelled } from '../../src/core/platform/index.ts';
import { runIsolated } from '../../src/node/run-isolated.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

/** Runs a script; `tell` in it writes to the results. */
function run(script: string, more: Partial<IsolatedRequest> = {}) {
  const tell = 'const tell = (text) => require("node:fs").writeSync(3, String(text));';
  return runIsolated({
    program: process.execPath,
    arguments: () => ['-e', tell + script],
    environment: {},
    input: '',
    seconds: 60,
    cancellation: neverCancelled,
    ...more,
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that nobody has waited for yet is dead all the same.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function isGone(pid: number): Promise<void> {
  while (isAlive(pid)) await setTimeout(20);
}

describe('programs that are run apart', () => {
  it('hands results back, and the code', async () => {
    const outcome = await run(
      'tell(require("node:fs").readFileSync(0, "utf8") + "!"); process.exitCode = 3',
      {
        input: 'häfen',
      },
    );
    expect(outcome).toEqual({ type: 'ended', code: 3, results: 'häfen!', errors: '' });
  });

  it('hands no variable on but the few that programs need', async () => {
    process.env.FACTPROBE_API_KEY = 'secret';
    onTestFinished(() => {
      delete process.env.FACTPROBE_API_KEY;
    });
    const outcome = await run('tell(JSON.stringify(process.env))', { environment: { EXTRA: '1' } });
    const seen = JSON.parse(outcome.type === 'missing' ? '' : outcome.results);
    expect(seen.FACTPROBE_API_KEY).toBeUndefined();
    expect(seen.EXTRA).toBe('1');
    expect(seen.HOME).not.toBe(process.env.HOME);
  });

  it('runs in an empty folder that is gone afterwards', async () => {
    const outcome = await run(
      'const fs = require("node:fs"); tell(process.cwd() + "\\n" + fs.readdirSync(".").length); fs.writeFileSync("left", "")',
    );
    const [folder = '', count] = outcome.type === 'missing' ? [] : outcome.results.split('\n');
    expect(count).toBe('0');
    expect(existsSync(folder)).toBe(false);
  });

  it('ends what never ends, and keeps what it told', async () => {
    const outcome = await run('tell("begun"); for (;;);', { seconds: 2 });
    expect(outcome).toMatchObject({ type: 'timed-out', results: 'begun' });
  });

  it('ends what writes without end', async () => {
    const outcome = await run('for (;;) tell("x".repeat(100000));');
    expect(outcome).toMatchObject({ type: 'too-much' });
    expect(outcome.type === 'missing' ? 0 : outcome.results.length).toBe(4_000_000);
  });

  it('ends what a program leaves behind, although it holds the outputs open', async () => {
    const outcome = await run(
      'const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" }); tell(child.pid); child.unref();',
    );
    const pid = Number(outcome.type === 'missing' ? 0 : outcome.results);
    expect(pid).toBeGreaterThan(0);
    await isGone(pid);
  });

  it('ends it when it is cancelled', async () => {
    const folder = await temporaryWorkspace({});
    const mark = `${folder}/pid`;
    const abort = new AbortController();
    const running = run(
      `require("node:fs").writeFileSync(${JSON.stringify(mark)}, String(process.pid)); setInterval(() => {}, 1000);`,
      { cancellation: abort.signal },
    );
    while (!existsSync(mark) || readFileSync(mark, 'utf8') === '') await setTimeout(20);
    abort.abort();
    await expect(running).rejects.toBeInstanceOf(CancelledError);
    await isGone(Number(readFileSync(mark, 'utf8')));
  });

  it('says when there is no such program', async () => {
    expect(await run('', { program: 'harbour-no-such-program' })).toEqual({ type: 'missing' });
  });
});
