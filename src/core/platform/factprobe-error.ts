import type { Message } from './message.ts';

/** An expected failure: one plain sentence that names the remedy, rendered where it is shown. */
export class FactprobeError extends Error {
  override readonly name = 'FactprobeError';
  readonly text: Message;

  constructor(text: Message, options?: { readonly cause?: unknown }) {
    super(text.id, options);
    this.text = text;
  }
}
