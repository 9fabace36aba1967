import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { CancelledError, FactprobeError } from '../core/platform/index.ts';
import { registerAskCommand } from './ask-command.ts';
import { registerBenchCommand } from './bench-command.ts';
import { registerCheckCommand } from './check-command.ts';
import { withChangedValue } from './check-options.ts';
import type { CommandContext } from './command-context.ts';
import { registerDoctorCommand } from './doctor-command.ts';
import { registerIndexCommand } from './index-command.ts';
import { registerLspCommand } from './lsp-command.ts';
import { registerMcpCommand } from './mcp-command.ts';
import { registerReportCommand } from './report-command.ts';
import { createTerminal } from './terminal.ts';

// The entry of the command line. Exit codes: 0 done, 1 contradicted claims, 2 wrong usage or an error.
const terminal = createTerminal();
const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
// Whoever reads the results may stop reading them, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const context: CommandContext = { terminal, dist: import.meta.dirname, signal: interrupt.signal };
const program = new Command('factprobe')
  .description('Checks what code says about itself, and answers API questions from what is installed.')
  .version(manifest.version)
  // An error is one sentence.
  .showSuggestionAfterError(false)
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

registerAskCommand(program, context);
registerCheckCommand(program, context);
registerBenchCommand(program, context);
registerReportCommand(program, context);
registerDoctorCommand(program, context);
registerIndexCommand(program, context);
registerLspCommand(program, context);
registerMcpCommand(program, context);

program.parseAsync(withChangedValue(process.argv)).catch((error: unknown) => {
  process.exitCode = exitCodeOf(error);
});

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CancelledError) return 130;
  if (error instanceof FactprobeError) terminal.tell(`factprobe: ${terminal.render(error.text)}`);
  else terminal.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 2;
}
