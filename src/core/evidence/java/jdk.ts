import { dirname, join } from 'pathe';
import type { EvidenceTools } from '../evidence-tools.ts';
import { machinePrefixes, variableFolders } from '../machine-folders.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { type LibraryRead, readLibrary } from './maven-repository.ts';

/** The JDK that the machine uses, with its sources or the reason why it has none; `undefined` without a JDK. */
export async function jdkSource(tools: EvidenceTools): Promise<LibraryRead | undefined> {
  const { files } = tools;
  for (const home of await homes(tools)) {
    const release = await files.readText(join(home, 'release'));
    if (release === undefined) continue;
    const version = /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1];
    const owner: InstalledPackage = {
      ecosystem: 'java',
      name: 'jdk',
      root: home,
      ...(version === undefined ? {} : { version }),
    };
    const archives = [join(home, 'lib/src.zip'), join(home, 'src.zip')];
    for (const archive of archives) {
      if ((await files.stat(archive)) !== undefined) return readLibrary(tools, owner, archive);
    }
    return readLibrary(tools, owner, archives[0] ?? home);
  }
  return undefined;
}

/** The JDK of the environment, the one whose compiler or runtime is on the path, then all others. */
async function homes({ files, machine }: EvidenceTools): Promise<readonly string[]> {
  const found = [...variableFolders(machine, 'JAVA_HOME')];
  for (const prefix of machinePrefixes(machine)) {
    for (const program of ['bin/javac', 'bin/java']) {
      const real = await files.realPath(join(prefix, program));
      if (real !== undefined) found.push(dirname(dirname(real)));
    }
    const all = (await files.list(join(prefix, 'lib/jvm'))) ?? [];
    found.push(
      ...all.filter(({ kind }) => kind === 'folder').map(({ name }) => join(prefix, 'lib/jvm', name)),
    );
  }
  return found;
}
