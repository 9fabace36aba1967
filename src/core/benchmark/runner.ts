import type { ChatModel, ChatReply, Sampling } from '../model/index.ts';
import { type CancellationSignal, CancelledError } from '../platform/index.ts';
import { answerPrompt } from './answer-prompt.ts';
import { askJudge, type Judge, judgeName } from './judge.ts';
import type { Question } from './question.ts';
import { type RetryTools, withRetries } from './retries.ts';
import { gradeByRules } from './rule-grader.ts';
import type { AnswerEvent, FailureEvent, GradeEvent, RunEvent } from './run-events.ts';
import { itemKey, type RunLog } from './run-log.ts';
import { BudgetSpentError } from './spending.ts';
import { TimeLeft } from './time-left.ts';

/** What a run needs. */
export interface RunTools extends RetryTools {
  readonly model: ChatModel;
  /** Absent where rules alone grade. */
  readonly judge?: Judge;
  /** Keeps an event for good before it resolves. */
  readonly append: (event: RunEvent) => Promise<void>;
  /** A text that nobody can guess, new at each call. */
  readonly randomMark: () => string;
  readonly onProgress: (progress: Progress) => void;
}

/** How far a run is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Absent while too little was seen to tell. */
  readonly secondsLeft?: number;
}

/** How far a run came, and which part of its budget ended it, if any did. */
export interface RunOutcome extends Progress {
  readonly spent?: BudgetSpentError['spent'];
}

/** What is to be asked, and how. */
export interface RunPlan {
  readonly questions: readonly Question[];
  readonly samples: number;
  readonly sampling: Sampling;
  readonly thinking?: boolean;
  /** Requests in flight at most. */
  readonly concurrency: number;
  readonly signal: CancellationSignal;
}

interface Item {
  readonly question: Question;
  readonly sample: number;
}

/**
 * Asks and grades every item that the log has no grade for. An answer that stands in the log is graded without being
 * asked again. Each reply, grade and failure is kept before the next request of its line begins. A budget that is spent
 * ends the run; what was in flight is kept. Rejects with the `ModelError` that every further request would meet, or a
 * `CancelledError`; what was kept by then stays.
 */
export async function runBenchmark(
  tools: RunTools,
  plan: RunPlan,
  log: Pick<RunLog, 'answers' | 'grades'>,
): Promise<RunOutcome> {
  const items = plan.questions.flatMap((question) =>
    Array.from({ length: plan.samples }, (_none, sample): Item => ({ question, sample })),
  );
  const open = items.filter((item) => !log.grades.has(keyOf(item)));
  const progress = { done: items.length - open.length, total: items.length, failed: 0 };
  const timeLeft = new TimeLeft(tools.clock, plan.concurrency);
  tools.onProgress({ ...progress });
  const queue = open.values();
  let ending: { readonly error: unknown } | undefined;
  const work = async () => {
    for (const item of queue) {
      if (ending !== undefined || plan.signal.aborted) return;
      try {
        const isGraded = await runItem(tools, plan, { item, known: log.answers.get(keyOf(item)) });
        progress.done++;
        if (!isGraded) progress.failed++;
        const secondsLeft = timeLeft.itemEnded(progress.total - progress.done);
        tools.onProgress({ ...progress, ...(secondsLeft === undefined ? {} : { secondsLeft }) });
      } catch (error) {
        ending ??= { error };
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, plan.concurrency) }, work));
  if (ending?.error instanceof BudgetSpentError) return { ...progress, spent: ending.error.spent };
  if (ending !== undefined) throw ending.error;
  if (plan.signal.aborted) throw new CancelledError('cancelled');
  return progress;
}

function keyOf({ question, sample }: Item): string {
  return itemKey({ questionId: question.id, sample });
}

interface Running {
  readonly item: Item;
  /** The answer that an earlier process kept. */
  readonly known: AnswerEvent | undefined;
}

/** Whether the item came to a grade; a failure is kept as one. */
async function runItem(tools: RunTools, plan: RunPlan, { item, known }: Running): Promise<boolean> {
  const id = { questionId: item.question.id, sample: item.sample };
  const answer = known ?? (await answerItem(tools, plan, item));
  if (answer.type === 'failure') {
    await tools.append(answer);
    return false;
  }
  if (known === undefined) await tools.append(answer);
  const grade = await gradeItem(tools, plan, { item, answer });
  await tools.append({ ...grade, ...id });
  return grade.type === 'grade';
}

async function answerItem(
  tools: RunTools,
  { sampling, thinking, signal }: RunPlan,
  { question, sample }: Item,
): Promise<AnswerEvent | FailureEvent> {
  const seed = sampling.seed === undefined ? {} : { seed: sampling.seed + sample };
  const request = {
    messages: answerPrompt(question),
    sampling: { ...sampling, ...seed },
    ...(thinking === undefined ? {} : { thinking }),
  };
  const id = { questionId: question.id, sample };
  const outcome = await withRetries(tools, {
    run: (limited) => tools.model.complete({ ...request, signal: limited }),
    signal,
  });
  return 'failure' in outcome
    ? { type: 'failure', ...id, stage: 'answer', reason: outcome.failure, attempt: outcome.attempts }
    : { type: 'answer', ...id, ...recorded(outcome.value) };
}

function recorded(reply: ChatReply) {
  const { text, thinking, isThinkingClosed, finishReason, milliseconds } = reply;
  const { refusal = null, usage = null } = reply;
  return { text, thinking, isThinkingClosed, finishReason, refusal, usage, milliseconds };
}

interface Grading {
  readonly item: Item;
  readonly answer: AnswerEvent;
}

async function gradeItem(
  tools: RunTools,
  { signal }: RunPlan,
  { item: { question, sample }, answer }: Grading,
): Promise<GradeEvent | FailureEvent> {
  const id = { questionId: question.id, sample };
  const { refusal, ...received } = answer;
  const ruled = gradeByRules(question, refusal === null ? received : { ...received, refusal });
  if (ruled !== undefined) return { type: 'grade', ...id, ...ruled, grader: 'rules' };
  const { judge } = tools;
  const failure = (reason: string, attempt: number): FailureEvent => ({
    type: 'failure',
    ...id,
    stage: 'judge',
    reason,
    attempt,
  });
  if (judge === undefined) return failure('rules-undecided', 1);
  const outcome = await withRetries(tools, {
    run: (limited) => askJudge(judge, { question, reply: answer.text, mark: tools.randomMark() }, limited),
    signal,
    isUnusable: (grade) => grade === undefined,
  });
  if ('failure' in outcome) return failure(outcome.failure, outcome.attempts);
  if (outcome.value === undefined) return failure('no-grade', outcome.attempts);
  return { type: 'grade', ...id, grade: outcome.value, reason: 'judged', grader: judgeName(judge) };
}
