import { join } from 'pathe';
import type { EvidenceTools } from '../evidence-tools.ts';

/** A package of Debian's, its version without what Debian adds to it. */
export interface DebianPackage {
  readonly name: string;
  readonly version: string;
}

/**
 * The Debian package that installed a file of the machine; only packages whose name fits are looked into, since each
 * has a list of its own. `undefined` where none did.
 */
export async function debianPackageOf(
  { files, machine }: Pick<EvidenceTools, 'files' | 'machine'>,
  path: string,
  fitting: RegExp,
): Promise<DebianPackage | undefined> {
  if (machine.root === undefined) return undefined;
  const folder = join(machine.root, 'var/lib/dpkg');
  const inside = `\n${machine.root === '/' ? path : path.slice(machine.root.length)}\n`;
  for (const { name } of (await files.list(join(folder, 'info'))) ?? []) {
    const owner = /^([^:]+)(?::\w+)?\.list$/.exec(name)?.[1];
    if (owner === undefined || !fitting.test(owner)) continue;
    const list = await files.readText(join(folder, 'info', name));
    if (list === undefined || !`\n${list}\n`.includes(inside)) continue;
    const version = await versionOf(files, join(folder, 'status'), owner);
    return version === undefined ? undefined : { name: owner, version };
  }
  return undefined;
}

async function versionOf(
  files: EvidenceTools['files'],
  status: string,
  name: string,
): Promise<string | undefined> {
  const text = `\n${(await files.readText(status)) ?? ''}`;
  const start = text.indexOf(`\nPackage: ${name}\n`);
  if (start < 0) return undefined;
  const end = text.indexOf('\n\n', start);
  const version = /^Version: (\S+)/m.exec(text.slice(start, end < 0 ? undefined : end))?.[1];
  return version === undefined ? undefined : upstreamVersion(version);
}

/** `7.88.1` of `1:7.88.1+dfsg-10+deb12u5`. */
export function upstreamVersion(version: string): string {
  return version
    .replace(/^\d+:/, '')
    .replace(/-[^-]*$/, '')
    .replace(/[+~](?:dfsg|ds|git|deb|really)[\w.+~]*$/, '');
}
