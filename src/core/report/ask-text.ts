import type { Answer } from '../ask/index.ts';
import type { Evidence } from '../evidence/index.ts';
import { message } from '../platform/index.ts';
import { withNotes } from './answer-notes.ts';
import { codeFrame } from './code-frame.ts';
import type { TextOptions } from './text-style.ts';

const mostPlaces = 3;

/**
 * An answer for a terminal: the sentence, then the places that prove it; or why there is no answer, then what may help
 * where a note says so.
 */
export function askText({ answer, reason, evidence, basis, notes }: Answer, options: TextOptions): string {
  const { render, style } = options;
  if (answer === null) {
    const why = reason === null ? '' : ` ${withNotes(reason, notes, render)}`;
    const mayHelp = notes.some(({ id }) => id === 'ask.note.may-help');
    const passages = mayHelp ? evidence.map((one) => placeText(one, '', options)) : [];
    return `${[`${style.strong(render(message('report.no-answer')))}${why}`, ...passages].join('\n\n')}\n`;
  }
  const isCited = basis === 'passages';
  const places = evidence
    .slice(0, isCited ? evidence.length : mostPlaces)
    .map((one, i) => placeText(one, isCited ? `[${i + 1}] ` : '', options));
  const said = notes.map((note) => style.faint(render(note)));
  return `${[style.strong(render(answer)), ...said, ...places].join('\n\n')}\n`;
}

function placeText(one: Evidence, mark: string, options: TextOptions): string {
  const { render, style } = options;
  const origin =
    one.package === undefined
      ? ''
      : ` (${one.package} ${one.version ?? render(message('report.version-unknown'))})`;
  const place = `${mark}${options.nameOf(one.path)}:${one.range.start.line + 1}${origin}`;
  return `  ${style.faint(place)}\n${codeFrame(one.path, one.range, options)}`;
}
