import type { RunHeader, RunSummary } from '../benchmark/index.ts';
import { type Message, message } from '../platform/index.ts';

/** Who was asked what and who graded, as titles with their values. */
export function runFacts(
  { setup, server }: RunHeader,
  render: (text: Message) => string,
): readonly (readonly [title: string, value: string])[] {
  const { set, subset, model, judge, sampling } = setup;
  const software = [server.software, server.version].filter((one) => one !== null).join(' ');
  const selected = { selected: subset.selected, rows: set.rows, samples: sampling.samples };
  return [
    [render(message('bench.report.model')), `${model.id} (${model.baseUrl})`],
    ...(software === '' ? [] : ([[render(message('bench.report.server')), software]] as const)),
    [render(message('bench.report.set')), `${set.name}, sha256 ${set.sha256.slice(0, 12)}`],
    [render(message('bench.report.questions')), render(message('bench.report.selected', selected))],
    [
      render(message('bench.report.judge')),
      judge === null ? render(message('bench.report.rules')) : `${judge.id} (${judge.baseUrl})`,
    ],
  ];
}

/**
 * What a reader must know before the rates: that some items are missing, and why, or that the run goes on. Empty for a
 * complete run.
 */
export function runNotes(
  { complete, overall, failures }: RunSummary,
  render: (text: Message) => string,
  isRunning = false,
): readonly string[] {
  if (complete) return [];
  const reasons = Object.entries(failures).map(([reason, count]) => `${reason} × ${count}`);
  const state = isRunning ? 'bench.report.running' : 'bench.report.incomplete';
  const said = render(message(state, { failed: overall.failed, n: overall.n + overall.failed }));
  const remedies = Object.keys(failures).flatMap((reason) => {
    const remedy = failureRemedy(reason.replace(/^\w+: /, ''));
    return remedy === undefined ? [] : [render(remedy)];
  });
  return [reasons.length === 0 ? said : `${said} (${reasons.join(', ')})`, ...new Set(remedies)];
}

const remedies: ReadonlyMap<string, Message> = new Map([
  ['wait-too-long', message('bench.failure.wait-too-long')],
  ['timeout', message('bench.failure.timeout')],
  ['rules-undecided', message('bench.failure.rules-undecided')],
  ['no-grade', message('bench.failure.no-grade')],
]);

/** What a failure of an item means and what helps, where its name alone doesn't say it. */
export function failureRemedy(reason: string): Message | undefined {
  return remedies.get(reason);
}

/** How many answers were graded, and how; then why some count as not attempted, where any do. */
export function runCounts({ overall }: RunSummary, render: (text: Message) => string): readonly string[] {
  const { n, correct, incorrect, not_attempted, not_attempted_reasons } = overall;
  const counts = render(message('bench.report.counts', { n, correct, incorrect, not_attempted }));
  const reasons = Object.entries(not_attempted_reasons).map(
    ([reason, count]) => `${notAttemptedReason(reason, render)} × ${count}`,
  );
  if (reasons.length === 0) return [counts];
  return [counts, render(message('bench.report.not-attempted', { reasons: reasons.join(', ') }))];
}

const notAttempted: ReadonlyMap<string, Message> = new Map(
  (['cut', 'declined', 'empty', 'grade-or-order', 'judged', 'refused', 'thinking-never-ended'] as const).map(
    (reason) => [reason, message(`bench.not-attempted.${reason}`)],
  ),
);

/** A reason of the run file in words; one that another grader wrote stays as it is. */
function notAttemptedReason(reason: string, render: (text: Message) => string): string {
  const known = notAttempted.get(reason);
  return known === undefined ? reason : render(known);
}
