import { groupings, type Metrics, type RunLog, rateNames, summariseRun } from '../benchmark/index.ts';
import { type Message, message } from '../platform/index.ts';
import { rateTable, rateText, rateTitle } from './rate-table.ts';
import { runCounts, runFacts, runNotes } from './run-facts.ts';

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
  const summary = summariseRun(log);
  const head = [
    '| | |',
    '|---|---|',
    ...runFacts(log.header, render).map(([name, value]) => `| ${cell(name)} | ${cell(value)} |`),
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
    ...runNotes(summary, render),
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
  const rows = rateNames.map(
    (name) => `${rateText(summary.overall, name).padEnd(24)}${render(rateTitle(name))}`,
  );
  return [...runNotes(summary, render), ...runCounts(summary, render), ...rows, ''].join('\n');
}

function table(groups: readonly (readonly [string, Metrics])[], render: Rendering['render']): string {
  const { head, rows } = rateTable(groups, render);
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [
    line(head),
    `|${head.map((_title, i) => (i === 0 ? '---|' : '--:|')).join('')}`,
    ...rows.map(line),
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
