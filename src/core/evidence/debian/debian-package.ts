import { join } from 'pathe';
import { RememberedValues } from '../../platform/index.ts';
import type { EvidenceTools } from '../evidence-tools.ts';

/** A package of Debian's, its version without what Debian adds to it. */
export interface DebianPackage {
  readonly name: string;
  readonly version: string;
}

/** Who installed which files, by the packages that were looked into; read once in the life of a process. */
const known = new RememberedValues<Promise<ReadonlyMap<string, string>>>();

/**
 * The Debian package that installed a file of the machine; only packages whose name fits are looked into, since each
 * has a list of its own. `undefined` where none did.
 */
export async function debianPackageOf(
  tools: Pick<EvidenceTools, 'files' | 'machine' | 'archives'>,
  path: string,
  fitting: RegExp,
): Promise<DebianPackage | undefined> {
  const { files, machine } = tools;
  if (machine.root === undefined) return undefined;
  const folder = join(machine.root, 'var/lib/dpkg');
  const owners = await known.get(tools.archives, fitting.source, () =>
    readOwners(tools, join(folder, 'info'), fitting),
  );
  const inside = machine.root === '/' ? path : path.slice(machine.root.length);
  const name = owners.get(inside);
  if (name === undefined) return undefined;
  const version = await versionOf(files, join(folder, 'status'), name);
  return version === undefined ? undefined : { name, version };
}

async function readOwners(
  { files }: Pick<EvidenceTools, 'files'>,
  folder: string,
  fitting: RegExp,
): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (const { name } of (await files.list(folder)) ?? []) {
    const owner = /^([^:]+)(?::\w+)?\.list$/.exec(name)?.[1];
    if (owner === undefined || !fitting.test(owner)) continue;
    for (const line of ((await files.readText(join(folder, name))) ?? '').split('\n'))
      owners.set(line, owner);
  }
  return owners;
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
