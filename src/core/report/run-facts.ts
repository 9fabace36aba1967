import type { RunHeader, RunSummary } from '../benchmark/index.ts';
import { type Message, message } from '../platform/index.ts';

/** Who was asked what and who graded, as titles with their values. */
export function runFacts(
  { setup }: RunHeader,
  render: (text: Message) => string,
): readonly (readonly [title: string, value: string])[] {
  const { set, subset, model, judge, sampling } = setup;
  const selected = { selected: subset.selected, rows: set.rows, samples: sampling.samples };
  return [
    [render(message('bench.report.model')), `${model.id} (${model.baseUrl})`],
    [render(message('bench.report.set')), `${set.name}, sha256 ${set.sha256.slice(0, 12)}`],
    [render(message('bench.report.questions')), render(message('bench.report.selected', selected))],
    [
      render(message('bench.report.judge')),
      judge === null ? render(message('bench.report.rules')) : `${judge.id} (${judge.baseUrl})`,
    ],
  ];
}

/** What a reader must know before the rates: that some items are missing, and why. Empty for a complete run. */
export function runNotes(
  { complete, overall, failures }: RunSummary,
  render: (text: Message) => string,
): readonly string[] {
  if (complete) return [];
  const reasons = Object.entries(failures).map(([reason, count]) => `${reason} × ${count}`);
  const said = render(
    message('bench.report.incomplete', { failed: overall.failed, n: overall.n + overall.failed }),
  );
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

/** How many answers were graded, and how. */
export function runCounts({ overall }: RunSummary): Message {
  const { n, correct, incorrect, not_attempted } = overall;
  return message('bench.report.counts', { n, correct, incorrect, not_attempted });
}
