import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagesFolder } from '../installed-packages.ts';

/** A folder with many packages installed. */
export interface IndexWorkspace {
  readonly title: string;
  readonly folder: string;
  /** A file of one of its packages, to be changed and put back. */
  readonly changed: string;
}

const npmPackages = ['react-scripts@5.0.1', 'react@19.3.1', 'react-dom@19.3.1'];
const pythonPackages = [
  'numpy==2.4.6',
  'scipy==1.17.1',
  'pandas==3.1.1',
  'scikit-learn==1.9.1',
  'matplotlib==3.11.2',
];

/** Installs what isn't there yet, outside the clone. The process ends with 2 where that can't be done. */
export function indexWorkspaces(): readonly IndexWorkspace[] {
  return [npmWorkspace(), pythonWorkspace()];
}

function npmWorkspace(): IndexWorkspace {
  const folder = join(packagesFolder(), 'index-npm');
  if (!existsSync(join(folder, 'node_modules'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    run(
      'npm',
      ['install', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', ...npmPackages],
      folder,
    );
  }
  const changed = join(folder, 'node_modules/chokidar/README.md');
  return { title: 'npm, react-scripts 5.0.1 with what it needs', folder: realpathSync(folder), changed };
}

function pythonWorkspace(): IndexWorkspace {
  const folder = join(packagesFolder(), 'index-python');
  const site = () => {
    const code = 'import sysconfig; print(sysconfig.get_paths()["purelib"])';
    return run(join(folder, '.venv/bin/python'), ['-c', code], folder).trim();
  };
  if (!existsSync(join(folder, '.venv'))) {
    mkdirSync(folder, { recursive: true });
    run('python3', ['-m', 'venv', '.venv'], folder);
    const installed = spawnSync(
      join(folder, '.venv/bin/python'),
      ['-m', 'pip', 'install', '--quiet', ...pythonPackages],
      {
        cwd: folder,
      },
    );
    if (installed.status !== 0) {
      // Half an environment would be taken for a whole one the next time.
      rmSync(join(folder, '.venv'), { recursive: true });
      console.error(`pip failed: ${installed.stderr}`);
      process.exit(2);
    }
  }
  const title = 'Python, numpy, scipy, pandas, scikit-learn and matplotlib with the standard library';
  return { title, folder: realpathSync(folder), changed: join(site(), 'joblib/hashing.py') };
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return stdout;
  console.error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  process.exit(2);
}
