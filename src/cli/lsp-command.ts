import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { FactprobeError, message } from '../core/platform/index.ts';
import type { CommandContext } from './command-context.ts';

/** `factprobe lsp --stdio`: the language server of the editor, in this process, for any other client. */
export function registerLspCommand(program: Command, { dist }: CommandContext): void {
  program
    .command('lsp')
    .description('run the language server')
    .addOption(new Option('--stdio', 'speak over standard input and output'))
    .action(({ stdio }: { readonly stdio?: true }) => {
      if (stdio !== true) throw new FactprobeError(message('cli.lsp-stdio'));
      // The server reads --stdio from the arguments itself.
      createRequire(join(dist, 'cli.cjs'))('./server.cjs');
    });
}
