import { type Command, Option } from 'commander';
import { benchJson, benchMarkdown } from '../core/report/index.ts';
import { readRunFile } from '../node/run-file.ts';
import type { CommandContext } from './command-context.ts';

/** `factprobe report`: a run file for a reader or a program. */
export function registerReportCommand(program: Command, { terminal }: CommandContext): void {
  program
    .command('report')
    .description('show a run file')
    .argument('<run>', 'a .factrun file')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['markdown', 'json']).default('markdown'),
    )
    .action(async (run: string, { format }: { readonly format: 'markdown' | 'json' }) => {
      const log = readRunFile(run);
      await terminal.print(format === 'json' ? benchJson(log) : benchMarkdown(log, terminal));
    });
}
