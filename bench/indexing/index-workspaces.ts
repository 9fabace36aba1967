import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagesFolder } from '../installed-packages.ts';
import { run } from '../run-command.ts';

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

/** Installs what isn't there yet, outside the clone. Throws a `PlainError` where that can't be done. */
export function indexWorkspaces(): readonly IndexWorkspace[] {
  return [npmWorkspace(), pythonWorkspace()];
}

function npmWorkspace(): IndexWorkspace {
  const folder = join(packagesFolder(), 'index-npm');
  if (!existsSync(join(folder, 'node_modules'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    run('npm', ['install', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', ...npmPackages], {
      cwd: folder,
    });
  }
  const changed = join(folder, 'node_modules/chokidar/README.md');
  return { title: 'npm, react-scripts 5.0.1 with what it needs', folder: realpathSync(folder), changed };
}

function pythonWorkspace(): IndexWorkspace {
  const folder = join(packagesFolder(), 'index-python');
  const site = () => {
    const code = 'import sysconfig; print(sysconfig.get_paths()["purelib"])';
    return run(join(folder, '.venv/bin/python'), ['-c', code], { cwd: folder }).trim();
  };
  if (!existsSync(join(folder, '.venv'))) {
    mkdirSync(folder, { recursive: true });
    run('python3', ['-m', 'venv', '.venv'], { cwd: folder });
    try {
      run(join(folder, '.venv/bin/python'), ['-m', 'pip', 'install', '--quiet', ...pythonPackages], {
        cwd: folder,
      });
    } catch (error) {
      // Half an environment would be taken for a whole one the next time.
      rmSync(join(folder, '.venv'), { recursive: true });
      throw error;
    }
  }
  const title = 'Python, numpy, scipy, pandas, scikit-learn and matplotlib with the standard library';
  return { title, folder: realpathSync(folder), changed: join(site(), 'joblib/hashing.py') };
}
