import { existsSync, readFileSync } from 'node:fs';
import { FactprobeError, message } from '../core/platform/index.ts';
import {
  type Baseline,
  baselineText,
  type CheckReport,
  contradictedCount,
  readBaseline,
  withoutKnown,
} from '../core/report/index.ts';
import { writeAtomically } from '../node/write-atomically.ts';
import type { Terminal } from './terminal.ts';

/** Reads the baseline that an option names. Throws a `FactprobeError` when it can't be read or is none. */
export function openBaseline(file: string): Baseline {
  const baseline = readBaseline(readText(file));
  if (baseline === undefined) throw new FactprobeError(message('cli.broken-baseline', { file }));
  return baseline;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new FactprobeError(message('cli.unreadable-baseline', { file }), { cause });
  }
}

/** A report without what a baseline knows. */
export function compareWithBaseline(report: CheckReport, baseline: Baseline): CheckReport {
  return { ...report, ...withoutKnown(report.findings, baseline, (file) => !existsSync(file)) };
}

/** Writes what is false in a report. Throws a `FactprobeError` when the file can't be written. */
export function saveBaseline(file: string, report: CheckReport, terminal: Terminal): void {
  try {
    writeAtomically(file, baselineText(report));
  } catch (cause) {
    throw new FactprobeError(message('cli.unwritable-baseline', { file }), { cause });
  }
  const count = contradictedCount(report);
  terminal.tell(terminal.render(message('cli.baseline-written', { file, count })));
}
