import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { runScript } from './host/plain-error.ts';

// Adds up what the reports named on the command line counted: `.json` of vitest, anything else a text whose last
// line is “N passed, N failed, N skipped”. A report that is missing or cut counts as one failure, and is named;
// `--failed` adds what failed without being a test. Skipped tests are named.
const vitestReport = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { failed: { type: 'string', default: '0' } },
    allowPositionals: true,
  });
  const total = { passed: 0, failed: Number(values.failed), skipped: 0 };
  for (const path of positionals) {
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
  const { success, testResults } = vitestReport.parse(JSON.parse(text));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length;
  for (const { fullName, status } of tests) {
    if (status !== 'passed' && status !== 'failed') console.log(`skipped: ${fullName}`);
  }
  return {
    passed,
    // A file that can't be loaded fails without a test of its own.
    failed: success ? failed : Math.max(1, failed),
    skipped: tests.length - passed - failed,
  };
}

function countsOfText(text: string): Counts {
  const last = text.trim().split('\n').at(-1) ?? '';
  const [, passed, failed, skipped] = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(last) ?? [];
  if (passed === undefined) throw new Error('it ends without counts');
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
}
