import { type Cancellation, type Message, message } from '../../platform/index.ts';
import type { Language } from '../../source/index.ts';
import type { Decision } from '../check.ts';
import { shortened } from '../shortened.ts';
import { undecided } from '../undecided.ts';
import type { Example, ExampleClaim } from './example.ts';
import type { ExampleTools } from './example-tools.ts';
import {
  type ClaimResult,
  type Results,
  resultKey,
  runExamples,
  secondsForExamples,
} from './run-examples.ts';
import { runnerProgram } from './runner-program.ts';

/** Examples of one file. */
export interface ExamplesRequest {
  readonly path: string;
  readonly language: Language;
  readonly examples: readonly Example[];
  /** Why none of them can be run; absent when they can. */
  readonly obstacle?: Message;
  readonly cancellation: Cancellation;
}

/** A decided claim of an example; `isFixTried` where its fix was run and holds. */
export interface DecidedExample {
  readonly example: Example;
  readonly decision: Decision;
  readonly isFixTried: boolean;
}

/**
 * Runs the examples of a file and decides what they claim. What differs runs once more with other seeds, in another time
 * zone, and with its value corrected: it is false only when the same comes back, and then the correction was tried, too.
 */
export async function decideExamples(
  tools: ExampleTools,
  request: ExamplesRequest,
): Promise<readonly DecidedExample[]> {
  const { examples, cancellation, obstacle } = request;
  const program = obstacle === undefined ? await runnerProgram(tools, request) : undefined;
  if (program === undefined) {
    const why = obstacle ?? message('check.example.language');
    return each(examples, (claim) => ({ decision: unverified(claim, why), isFixTried: false }));
  }
  const run = { program, examples, cancellation };
  const first = await runExamples(tools, {
    ...run,
    corrected: new Map(),
    environment: { PYTHONHASHSEED: '0' },
  });
  const corrected = correctionsOf(examples, first);
  const isFalse = [...first.values()].some(({ outcome }) => outcome === 'different' || outcome === 'raised');
  const second: Results = isFalse
    ? await runExamples(tools, {
        ...run,
        corrected,
        environment: { PYTHONHASHSEED: '1', TZ: 'Asia/Kathmandu' },
      })
    : new Map();
  return each(examples, (claim, example, id) => {
    const key = resultKey(id, claim.key);
    const outcome = first.get(key) ?? { outcome: 'not-reached' };
    return decide({ claim, example }, outcome, { again: second.get(key), corrected: corrected.get(key) });
  });
}

type Decided = Omit<DecidedExample, 'example'>;

function each(
  examples: readonly Example[],
  decided: (claim: ExampleClaim, example: Example, id: number) => Decided,
): readonly DecidedExample[] {
  return examples.flatMap((example, id) =>
    example.claims.map((claim) => ({ example, ...decided(claim, example, id) })),
  );
}

/** The values to state instead of false ones: short literals that stand on one line without anything to escape. */
function correctionsOf(examples: readonly Example[], results: Results): ReadonlyMap<string, string> {
  const corrected = new Map<string, string>();
  for (const [id, { claims }] of examples.entries()) {
    for (const { key, quote } of claims) {
      const result = results.get(resultKey(id, key));
      if (result?.outcome !== 'different' || !result.isShort || quote.text.includes('\n')) continue;
      if (result.actual.length <= 80 && !/[\n\\]|\*\/|"""|'''/.test(result.actual)) {
        corrected.set(resultKey(id, key), result.actual);
      }
    }
  }
  return corrected;
}

interface Again {
  readonly again: ClaimResult | undefined;
  readonly corrected: string | undefined;
}

function decide(
  { claim, example }: { readonly claim: ExampleClaim; readonly example: Example },
  result: ClaimResult,
  { again, corrected }: Again,
): Decided {
  if (result.outcome === 'same') {
    const values = { code: shortened(claim.code), value: shortened(claim.expected) };
    const decision: Decision = {
      ...unverified(claim, message('check.example.supported', values)),
      verdict: 'supported',
      confidence: 0.97,
      evidence: [example.declaration.head],
    };
    return { decision, isFixTried: false };
  }
  if (result.outcome !== 'different' && result.outcome !== 'raised') {
    return { decision: unverified(claim, reasonOf(result)), isFixTried: false };
  }
  const isStable = corrected === undefined ? isAlike(result, again) : again?.outcome === 'same';
  if (!isStable) return { decision: unverified(claim, message('check.example.unstable')), isFixTried: false };
  return contradicted({ claim, example }, result, corrected);
}

type Differing = Extract<ClaimResult, { readonly outcome: 'different' | 'raised' }>;

function isAlike(a: Differing, b: ClaimResult | undefined): boolean {
  return b !== undefined && b.outcome === a.outcome && 'actual' in b && b.actual === a.actual;
}

function contradicted(
  { claim, example }: { readonly claim: ExampleClaim; readonly example: Example },
  result: Differing,
  corrected: string | undefined,
): Decided {
  const values = {
    code: shortened(claim.code),
    actual: shortened(result.actual),
    value: shortened(statedValue(claim)),
  };
  const id = result.outcome === 'raised' ? 'check.example.raises' : 'check.example.contradicted';
  const decision: Decision = {
    ...unverified(claim, message(id, values)),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.95,
    evidence: [example.declaration.head],
  };
  if (corrected === undefined) return { decision, isFixTried: false };
  const fix = {
    title: message('fix.example.replace', { actual: shortened(corrected) }),
    edits: [{ span: claim.quote.span, newText: corrected }],
  };
  return { decision: { ...decision, fix }, isFixTried: true };
}

/** Of a traceback the exception, which stands last. */
function statedValue({ expected }: ExampleClaim): string {
  return expected.startsWith('Traceback') ? (expected.split('\n').at(-1) ?? expected) : expected;
}

function reasonOf(result: Exclude<ClaimResult, Differing>): Message {
  switch (result.outcome) {
    case 'import-failed':
      return message('check.example.import-failed', { error: result.error });
    case 'failed':
      return message('check.example.failed', { error: result.error });
    case 'broken':
      return message('check.example.broken', { error: result.error });
    case 'timed-out':
      return message('check.example.timed-out', { seconds: secondsForExamples });
    case 'same':
      return message('check.example.doubtful');
    case 'blocked':
    case 'doubtful':
    case 'ended':
    case 'missing':
    case 'not-reached':
    case 'skipped':
    case 'too-much':
    case 'unread':
    case 'unstable':
      return message(`check.example.${result.outcome}`);
  }
}

function unverified({ quote }: ExampleClaim, text: Message): Decision {
  return undecided({ kind: 'example', claim: quote, proof: 'run', decidedBy: 'example/run', message: text });
}
