import {
  groupings,
  type Metrics,
  type RateName,
  type RunLog,
  type RunSummary,
  rateNames,
  summariseRun,
} from '../benchmark/index.ts';
import { type Message, type MessageId, message } from '../platform/index.ts';

interface Rendering {
  readonly render: (text: Message) => string;
}

/** The JSON of `factprobe bench` and `report`, version 1. */
export function benchJson(log: RunLog): string {
  const { set, subset, model, sampling, mode, judge } = log.header.setup;
  const { complete, overall, groups, failures } = summariseRun(log);
  const whole = {
    version: 1,
    set,
    subset,
    model,
    mode,
    sampling,
    judge,
    complete,
    overall,
    groups,
    failures,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** A run as a page of markdown: who was asked what, the rates with their intervals, the groups, what failed. */
export function benchMarkdown(log: RunLog, { render }: Rendering): string {
  const { set, subset, model, judge, sampling } = log.header.setup;
  const summary = summariseRun(log);
  const facts = [
    [render(message('bench.report.model')), `${model.id} (${model.baseUrl})`],
    [render(message('bench.report.set')), `${set.name}, sha256 ${set.sha256.slice(0, 12)}`],
    [
      render(message('bench.report.questions')),
      render(
        message('bench.report.selected', {
          selected: subset.selected,
          rows: set.rows,
          samples: sampling.samples,
        }),
      ),
    ],
    [
      render(message('bench.report.judge')),
      judge === null ? render(message('bench.report.rules')) : `${judge.id} (${judge.baseUrl})`,
    ],
  ];
  const head = [
    '| | |',
    '|---|---|',
    ...facts.map(([name = '', value = '']) => `| ${cell(name)} | ${cell(value)} |`),
  ];
  const sections = groupings.map((grouping) =>
    [
      `## ${render(message(`bench.report.by.${grouping}`))}`,
      table(Object.entries(summary.groups[grouping]), render),
    ].join('\n\n'),
  );
  const overall = table([[render(message('bench.report.overall')), summary.overall]], render);
  return [
    `# ${render(message('bench.report.title'))}`,
    head.join('\n'),
    ...notes(summary, render),
    overall,
    ...sections,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** A run for a terminal: the rates with their intervals and what is missing. */
export function benchText(log: RunLog, { render }: Rendering): string {
  const summary = summariseRun(log);
  const { overall } = summary;
  const rows = rateNames.map((name) => `${rateOf(overall, name).padEnd(24)}${render(rateTitle(name))}`);
  const counts = render(
    message('bench.report.counts', {
      n: overall.n,
      correct: overall.correct,
      incorrect: overall.incorrect,
      not_attempted: overall.not_attempted,
    }),
  );
  return [...notes(summary, render), counts, ...rows, ''].join('\n');
}

/** What a reader must know before the rates: that some are missing, and why. */
function notes({ complete, overall, failures }: RunSummary, render: Rendering['render']): readonly string[] {
  if (complete) return [];
  const reasons = Object.entries(failures).map(([reason, count]) => `${reason} × ${count}`);
  const said = render(
    message('bench.report.incomplete', { failed: overall.failed, n: overall.n + overall.failed }),
  );
  return [reasons.length === 0 ? said : `${said} (${reasons.join(', ')})`];
}

function table(groups: readonly (readonly [string, Metrics])[], render: Rendering['render']): string {
  const titles = rateNames.map((name) => render(rateTitle(name)));
  const head = ['', 'n', ...titles, render(message('bench.report.failed'))];
  const rows = groups.map(([name, metrics]) => [
    name,
    String(metrics.n),
    ...rateNames.map((rate) => rateOf(metrics, rate)),
    String(metrics.failed),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [
    line(head),
    `|${head.map((_title, i) => (i === 0 ? '---|' : '--:|')).join('')}`,
    ...rows.map(line),
  ].join('\n');
}

function rateTitle(name: RateName): Message {
  const id: MessageId = `bench.rate.${name}`;
  return message(id);
}

/** `43.2 % (35.1–51.6)`, or a dash where there is no rate. */
function rateOf(metrics: Metrics, name: RateName): string {
  const value = metrics[name];
  const interval = metrics.intervals[name];
  if (value === null || interval === null) return '–';
  const percent = (rate: number) => (rate * 100).toFixed(1);
  return `${percent(value)} % (${percent(interval.low)}–${percent(interval.high)})`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
