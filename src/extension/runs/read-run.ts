import { type RunLog, type RunSummary, readRunLog, summariseRun } from '../../core/benchmark/index.ts';
import { FactprobeError, type Message, message } from '../../core/platform/index.ts';
import { type RunItem, runItems } from '../../core/report/index.ts';

/** Bytes and items that are still shown; the command line reports on what is larger. */
const limits = { bytes: 200 * 1024 * 1024, items: 50_000 };

/** A run as it was read. */
export interface ReadRun {
  readonly log: RunLog;
  readonly summary: RunSummary;
  /** By key, in the order of the file. */
  readonly items: ReadonlyMap<string, RunItem>;
}

/** A run, or why it can't be shown. */
export type RunReading = { readonly run: ReadRun } | { readonly failure: Message };

/** Reads the bytes of a run file. */
export function readRun(bytes: Uint8Array): RunReading {
  try {
    if (bytes.length > limits.bytes) return { failure: message('run.too-large') };
    const log = readRunLog(new TextDecoder().decode(bytes));
    if (log.questions.size * log.header.setup.sampling.samples > limits.items) {
      return { failure: message('run.too-large') };
    }
    const items = new Map(runItems(log).map((item) => [item.key, item]));
    return { run: { log, summary: summariseRun(log), items } };
  } catch (error) {
    if (error instanceof FactprobeError) return { failure: error.text };
    throw error;
  }
}
