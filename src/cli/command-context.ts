import type { Terminal } from './terminal.ts';

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** The folder of the bundles. */
  readonly dist: string;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}
