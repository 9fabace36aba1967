import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { PlainError } from './plain-error.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The Chromium to drive: `FACTPROBE_CHROMIUM`, else one on the PATH. */
export async function findChromium(): Promise<string> {
  const { FACTPROBE_CHROMIUM, PATH = '' } = process.env;
  const remedy = 'install it (Debian: apt-get install chromium fonts-dejavu-core fonts-wqy-microhei)';
  if (FACTPROBE_CHROMIUM) {
    if (await isExecutable(FACTPROBE_CHROMIUM)) return FACTPROBE_CHROMIUM;
    throw new PlainError(`FACTPROBE_CHROMIUM names ${FACTPROBE_CHROMIUM}, which can't be run; correct it.`);
  }
  for (const folder of PATH.split(delimiter)) {
    for (const name of names) {
      if (await isExecutable(join(folder, name))) return join(folder, name);
    }
  }
  throw new PlainError(`There is no Chromium on the PATH; ${remedy}, or name one in FACTPROBE_CHROMIUM.`);
}

/** Starts a headless Chromium with a fresh profile that fetches nothing for itself. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
