import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import JSZip from 'jszip';
import manifest from '../../package.json' with { type: 'json' };
import { PlainError } from './plain-error.ts';

/** The packed extension that `npm run package` leaves; fails with the remedy when it isn't there. */
export async function packedExtension(): Promise<string> {
  const path = resolve(`${manifest.name}-${manifest.version}.vsix`);
  await access(path).catch(() => {
    throw new PlainError(`There is no ${path}; run \`npm run package\` first.`);
  });
  return path;
}

/** Unpacks a packed extension; gives the folder of the extension in it, as an editor would have it installed. */
export async function unpackExtension(vsix: string): Promise<string> {
  const root = resolve('out/unpacked');
  await rm(root, { recursive: true, force: true });
  const zip = await JSZip.loadAsync(await readFile(vsix));
  for (const entry of Object.values(zip.files)) {
    if (entry.dir) continue;
    const target = join(root, entry.name);
    if (!target.startsWith(root + sep))
      throw new Error(`${vsix} names a file outside of itself: ${entry.name}`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await entry.async('nodebuffer'));
  }
  return join(root, 'extension');
}
