import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** About 40 MB of Python together. */
const packages = ['pandas==2.3.3', 'scikit-learn==1.7.2', 'sqlalchemy==2.0.44'];

/** The folders of large packages, installed where they aren't there yet. Throws when they can't be installed. */
export function largePython(root: string): readonly string[] {
  const folder = join(root, `large-python-${packages.join('-').replaceAll('=', '-')}`);
  if (!existsSync(folder)) {
    const words = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--no-deps',
      '--no-compile',
      '--target',
      `${folder}.part`,
    ];
    const { status, stderr } = spawnSync('python3', [...words, ...packages], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`pip failed: ${stderr}`);
    renameSync(`${folder}.part`, folder);
  }
  return ['pandas', 'sklearn', 'sqlalchemy'].map((name) => join(folder, name));
}
