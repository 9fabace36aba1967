import { type Message, message } from '../core/platform/index.ts';

export interface ModelWords {
  readonly model: string;
  /** Markdown as the model wrote it. */
  readonly text: string;
  readonly isClosedBook: boolean;
}

/** What a model answers, for the end of a line: marked as the model's, without what only markdown shows. */
export function modelShortAnswer({ model, text, isClosedBook }: ModelWords): Message {
  const plain = text
    .replace(/\s*\[\d{1,3}\]/g, '')
    .replace(/```[^\n]*/g, '')
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return message(isClosedBook ? 'ask.short-closed-book' : 'ask.short-model', { model, text: plain });
}
