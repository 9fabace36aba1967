import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { toolsFolder } from '../../scripts/host/tools-folder.ts';
import { output } from './peer.ts';

/** The versions that are compared with. */
const versions = {
  npm: ['eslint@10.15.0', 'eslint-plugin-jsdoc@65.4.3'],
  pip: ['ruff==0.17.6', 'pylint==4.1.4', 'pydoclint==0.12.0'],
} as const;

/** Where the tools are. */
export interface InstalledPeers {
  /** A folder with `node_modules`. */
  readonly npm: string;
  /** A folder with Python's modules, and programs in `bin`. */
  readonly pip: string;
}

/** Installs what is not there yet into the folder of tools, outside the clone. Throws when it can't be installed. */
export function installedPeers(): InstalledPeers {
  const npm = once(`peers-npm-${versions.npm.join('-')}`, (folder) =>
    output(
      'npm',
      ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', ...versions.npm],
      {
        folder,
        codes: [0],
      },
    ),
  );
  const pip = once(`peers-pip-${versions.pip.join('-')}`, (folder) =>
    output('python3', ['-m', 'pip', 'install', '--quiet', '--target', folder, ...versions.pip], {
      folder,
      codes: [0],
    }),
  );
  return { npm, pip };
}

function once(name: string, install: (folder: string) => void): string {
  const folder = join(toolsFolder(), name.replaceAll('@', '-').replaceAll('=', '-'));
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`;
  mkdirSync(part, { recursive: true });
  install(part);
  renameSync(part, folder);
  return folder;
}
