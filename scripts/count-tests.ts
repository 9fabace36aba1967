import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { runScript } from './host/plain-error.ts';

// Adds up what the reports named on the command line counted: `.json` of vitest, anything else a text whose last
// line is “N passed, N failed, N skipped”. A report that is missing or cut counts as one failure, and is named.
const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  success: z.boolean(),
});

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

await runScript(async () => {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const path of process.argv.slice(2)) {
    const { passed, failed, skipped } = await countsOf(path);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
});

async function countsOf(path: string): Promise<Counts> {
  try {
    const text = await readFile(path, 'utf8');
    return path.endsWith('.json') ? countsOfVitest(text) : countsOfText(text);
  } catch (error) {
    console.log(`${path} has no result: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function countsOfVitest(text: string): Counts {
  const report = vitestReport.parse(JSON.parse(text));
  // A file that can't be loaded fails without a test of its own.
  const failed = report.success ? report.numFailedTests : Math.max(1, report.numFailedTests);
  return {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countsOfText(text: string): Counts {
  const last = text.trim().split('\n').at(-1) ?? '';
  const [, passed, failed, skipped] = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(last) ?? [];
  if (passed === undefined) throw new Error('it ends without counts');
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
}
