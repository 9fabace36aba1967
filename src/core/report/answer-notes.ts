import type { Message } from '../platform/index.ts';
import type { ReportOptions } from './check-report.ts';

/** An answer, or a reason, with what else is to be said behind it, so that no reader of the text alone misses it. */
export function withNotes(text: Message, notes: readonly Message[], render: ReportOptions['render']): string {
  const rendered = render(text);
  const gap = rendered.includes('\n') ? '\n\n' : ' ';
  return [rendered, ...notes.map((note) => render(note))].join(gap);
}
