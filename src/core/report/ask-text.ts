import type { Answer } from '../ask/index.ts';
import { message } from '../platform/index.ts';
import { codeFrame } from './code-frame.ts';
import type { TextOptions } from './text-style.ts';

const mostPlaces = 3;

/** An answer for a terminal: the sentence, then the places that prove it; or why there is no answer. */
export function askText({ answer, reason, evidence }: Answer, options: TextOptions): string {
  const { render, style } = options;
  if (answer === null) {
    const why = reason === null ? '' : ` ${render(reason)}`;
    return `${style.strong(render(message('report.no-answer')))}${why}\n`;
  }
  const places = evidence.slice(0, mostPlaces).map((one) => {
    const origin =
      one.package === undefined
        ? ''
        : ` (${one.package} ${one.version ?? render(message('report.version-unknown'))})`;
    const place = `${options.nameOf(one.path)}:${one.range.start.line + 1}${origin}`;
    return `  ${style.faint(place)}\n${codeFrame(one.path, one.range, options)}`;
  });
  return `${[style.strong(render(answer)), ...places].join('\n\n')}\n`;
}
