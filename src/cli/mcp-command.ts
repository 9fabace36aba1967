import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';

/** `factprobe mcp`: the tools for agents, in this process, over standard input and output. */
export function registerMcpCommand(program: Command, { dist }: CommandContext): void {
  program
    .command('mcp')
    .description(
      'serve ask_api_fact, verify_claim and check_comments to agents over standard input and output',
    )
    .action(() => {
      createRequire(join(dist, 'cli.cjs'))('./mcp.cjs');
    });
}
