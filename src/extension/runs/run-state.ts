import { groupings, type RunSummary, rateNames } from '../../core/benchmark/index.ts';
import { message } from '../../core/platform/index.ts';
import {
  type RunItem,
  rateTable,
  rateText,
  rateTitle,
  runCounts,
  runFacts,
  runNotes,
} from '../../core/report/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { RunState, ShownItem, ShownRate, ShownTable } from '../../protocol/run-view.ts';
import type { ReadRun } from './read-run.ts';
import { runLabels } from './run-labels.ts';

/** Characters of a foreign text that a row holds; the detail holds all. */
const rowLength = 500;

/** A run as the view shows it; `isRunning` where it goes on in this window. */
export function runState({ log, summary, items }: ReadRun, render: Renderer, isRunning = false): RunState {
  return {
    type: 'run',
    labels: runLabels(render),
    title: render(message('bench.report.title')),
    complete: summary.complete,
    action: isRunning ? 'stop' : summary.complete ? null : 'resume',
    notes: notes({ summary, isCut: log.isCut, isRunning }, render),
    facts: [
      ...runFacts(log.header, render),
      [render(message('run.started')), log.header.started],
      [render(message('run.file-version')), `Factprobe ${log.header.factprobe}`],
    ],
    rates: rateNames.map((name): ShownRate => {
      const { overall } = summary;
      const interval = overall.intervals[name];
      return {
        title: render(rateTitle(name)),
        text: rateText(overall, name),
        value: overall[name],
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      };
    }),
    groups: groupings.map(
      (grouping): ShownTable => ({
        title: render(message(`bench.report.by.${grouping}`)),
        ...rateTable(Object.entries(summary.groups[grouping]), render),
      }),
    ),
    items: [...items.values()].map(shownItem),
  };
}

interface RunCondition {
  readonly summary: RunSummary;
  readonly isCut: boolean;
  readonly isRunning: boolean;
}

function notes({ summary, isCut, isRunning }: RunCondition, render: Renderer): readonly string[] {
  return [
    ...(summary.complete ? [render(message('run.complete'))] : runNotes(summary, render, isRunning)),
    ...runCounts(summary, render),
    // What is being written is no cut line.
    ...(isCut && !isRunning ? [render(message('run.cut'))] : []),
  ];
}

function shownItem({ key, question, outcome, answer }: RunItem, index: number): ShownItem {
  return {
    key,
    number: index + 1,
    question: shortened(question.question),
    expected: shortened(question.answer),
    reply: shortened(answer?.text ?? ''),
    language: shortened(question.programming_language),
    domain: shortened(question.domain.join(' / ')),
    outcome,
    milliseconds: answer === undefined ? null : Math.round(answer.milliseconds),
  };
}

/** One line, cut between characters. */
function shortened(text: string): string {
  const start = text
    .slice(0, 3 * rowLength)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...start.slice(0, 2 * rowLength)];
  const isWhole = characters.length <= rowLength && text.length <= 3 * rowLength;
  return isWhole ? start : `${characters.slice(0, rowLength).join('')}…`;
}
