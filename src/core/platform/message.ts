import type english from '../../../l10n/messages.en.json';

/** The id of a message that a person reads. Every id has a text in each catalogue under `l10n/`. */
export type MessageId = keyof typeof english;

/**
 * A message before it has a language: an id with the values that its text names. Core speaks in these; server,
 * command line and extension render them in the reader's language.
 */
export interface Message {
  readonly id: MessageId;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Makes a message. */
export function message(id: MessageId, values?: Readonly<Record<string, string | number>>): Message {
  return values === undefined ? { id } : { id, values };
}
