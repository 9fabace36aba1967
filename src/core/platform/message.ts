import * as z from 'zod';
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

/** A message that comes out of a cache or another process; ids that this version doesn't know are let through. */
export const messageSchema: z.ZodType<Message> = z.object({
  id: z.custom<MessageId>((id) => typeof id === 'string'),
  values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
});
