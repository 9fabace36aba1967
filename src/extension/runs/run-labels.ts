import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { RunViewLabels } from '../../protocol/run-view.ts';

/** The fixed words of the run view. */
export function runLabels(render: Renderer): RunViewLabels {
  return {
    all: render(message('bench.report.overall')),
    outcomes: {
      correct: render(message('run.outcome.correct')),
      incorrect: render(message('run.outcome.incorrect')),
      not_attempted: render(message('run.outcome.not_attempted')),
      failed: render(message('run.outcome.failed')),
    },
    filterOutcome: render(message('run.filter.outcome')),
    filterText: render(message('run.filter.text')),
    shown: render(message('run.shown')),
    noneFits: render(message('run.none-fits')),
    rates: render(message('run.rates')),
    items: render(message('run.items')),
    columns: {
      number: render(message('run.column.number')),
      outcome: render(message('run.column.outcome')),
      question: render(message('run.column.question')),
      expected: render(message('run.column.expected')),
      reply: render(message('run.column.reply')),
      language: render(message('run.column.language')),
      domain: render(message('run.column.domain')),
      milliseconds: render(message('run.column.milliseconds')),
    },
    thinking: render(message('run.thinking')),
    close: render(message('run.close')),
    resume: render(message('bench.resume')),
    stop: render(message('bench.stop')),
    openAsText: render(message('run.open-as-text')),
  };
}
