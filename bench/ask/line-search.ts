import { spawnSync } from 'node:child_process';
import type { Asked } from './asked.ts';

const ripgrep = 'rg';
const hasRipgrep = spawnSync(ripgrep, ['--version']).status === 0;

/** What searches lines here: ripgrep, or grep where that is missing. */
export const lineSearch = hasRipgrep ? 'ripgrep' : 'grep (ripgrep is not installed)';

/** The first hit for the symbol's own name as a word in some folders, with the five lines behind it. */
export function firstLines({ symbol }: Asked, folders: readonly string[]): string | undefined {
  if (folders.length === 0) return undefined;
  const args = hasRipgrep
    ? ['--no-heading', '-w', '-F', '-A', '5', '--sort', 'path', '-m', '1', '--', symbol, ...folders]
    : ['-rwF', '-A', '5', '-m', '1', '--', symbol, ...folders];
  const { stdout } = spawnSync(hasRipgrep ? ripgrep : 'grep', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const [first = ''] = stdout.split('\n--\n');
  const lines = first.split('\n').slice(0, 6).join('\n');
  return lines === '' ? undefined : lines;
}
