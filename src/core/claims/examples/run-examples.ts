import type { Cancellation } from '../../platform/index.ts';
import type { Example } from './example.ts';
import type { ExampleTools } from './example-tools.ts';
import { type ClaimOutcome, readTold, type Told } from './run-outcome.ts';
import type { RunnerProgram } from './runner-program.ts';

/** What came of one claim: told by the runner, or why it could not tell. */
export type ClaimResult =
  | ClaimOutcome
  | { readonly outcome: 'import-failed' | 'broken'; readonly error: string }
  | { readonly outcome: 'missing' | 'timed-out' | 'too-much' | 'ended' | 'not-reached' };

/** Results by an example's number and a claim's key. */
export type Results = ReadonlyMap<string, ClaimResult>;

/** Seconds that one process may take for the examples of a file. */
export const secondsForExamples = 10;

/** Processes for one file at most: each example that never ends costs one. */
const maximumProcesses = 4;

/** Names a claim of an example. */
export function resultKey(example: number, claim: number): string {
  return `${example} ${claim}`;
}

/** A file's examples to run. */
export interface RunRequest {
  readonly program: RunnerProgram;
  readonly examples: readonly Example[];
  /** Values to state instead of those of the comment, by `resultKey`. */
  readonly corrected: ReadonlyMap<string, string>;
  /** Variables that differ between runs, so that what hangs on them shows. */
  readonly environment: Readonly<Record<string, string>>;
  readonly cancellation: Cancellation;
}

/**
 * Runs examples, all in one process; where one of them never ends or takes the process with it, the ones behind it run in a
 * new one. Every claim has a result afterwards. Rejects with a `CancelledError` when cancelled.
 */
export async function runExamples(tools: ExampleTools, request: RunRequest): Promise<Results> {
  const results = new Map<string, ClaimResult>();
  let rest = request.examples.map((example, id) => ({ example, id }));
  for (let processes = 0; rest.length > 0 && processes < maximumProcesses; processes++) {
    const outcome = await runOnce(tools, request, rest);
    if (outcome.type === 'missing') return settle(request.examples, results, { outcome: 'missing' });
    const told = readTold(outcome.results);
    const failed = told.find((one) => one.type === 'import-failed');
    if (failed !== undefined) {
      return settle(request.examples, results, { outcome: 'import-failed', error: failed.error });
    }
    const ended = keep(told, results);
    const begun = told.findLast((one) => one.type === 'begin')?.example;
    if (begun === undefined) {
      const error = outcome.errors.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
      return settle(request.examples, results, { outcome: 'import-failed', error });
    }
    if (!ended.has(begun)) {
      const culprit = rest.filter(({ id }) => id === begun).map(({ example }) => example);
      settleOne(culprit[0], begun, results, { outcome: outcome.type });
      ended.add(begun);
    }
    rest = rest.filter(({ id }) => !ended.has(id));
  }
  return settle(request.examples, results, { outcome: 'not-reached' });
}

async function runOnce(
  { runIsolated }: ExampleTools,
  { program, corrected, environment, cancellation }: RunRequest,
  rest: readonly { readonly example: Example; readonly id: number }[],
) {
  const examples = rest.map(({ example, id }) => {
    const expected = new Map(
      example.claims.flatMap(({ key }) => {
        const value = corrected.get(resultKey(id, key));
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
    return { id, name: example.declaration.qualifiedName, ...example.input(expected) };
  });
  return runIsolated({
    program: program.program,
    arguments: program.arguments,
    environment: { ...program.environment, ...environment },
    input: JSON.stringify({ ...program.input, seconds: secondsForExamples, examples }),
    seconds: secondsForExamples,
    cancellation,
  });
}

/** Keeps what was told of claims; gives the examples that came to their end. */
function keep(told: readonly Told[], results: Map<string, ClaimResult>): Set<number> {
  const ended = new Set<number>();
  for (const one of told) {
    if (one.type === 'claim') results.set(resultKey(one.example, one.claim), one);
    if (one.type === 'broken') results.set(`${one.example}`, { outcome: 'broken', error: one.error });
    if (one.type === 'end') ended.add(one.example);
  }
  return ended;
}

function settle(
  examples: readonly Example[],
  results: Map<string, ClaimResult>,
  otherwise: ClaimResult,
): Results {
  for (const [id, example] of examples.entries()) settleOne(example, id, results, otherwise);
  return results;
}

function settleOne(
  example: Example | undefined,
  id: number,
  results: Map<string, ClaimResult>,
  otherwise: ClaimResult,
): void {
  for (const { key } of example?.claims ?? []) {
    const name = resultKey(id, key);
    if (!results.has(name)) results.set(name, results.get(`${id}`) ?? otherwise);
  }
}
