import type { Span } from '../../src/core/source/index.ts';

/** A text without its marks, and the spans that ⟦…⟧ marked, in the order of the text. */
export interface MarkedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Takes the marks ⟦ and ⟧ out of a text. */
export function readMarkedText(marked: string): MarkedText {
  const spans: Span[] = [];
  let text = '';
  let start: number | undefined;
  for (const character of marked) {
    if (character === '⟦') start = text.length;
    else if (character === '⟧') {
      if (start === undefined) throw new Error('a closing mark without an opening one');
      spans.push({ start, end: text.length });
      start = undefined;
    } else text += character;
  }
  if (start !== undefined) throw new Error('an opening mark without a closing one');
  return { text, spans };
}
