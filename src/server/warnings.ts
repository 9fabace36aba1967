import {
  type Connection,
  MessageType,
  ShowMessageNotification,
  type ShowMessageParams,
} from 'vscode-languageserver/node';
import * as z from 'zod';
import type { Renderer } from '../node/catalogue.ts';
import { settingProblemMessages, settingProblems } from '../protocol/settings.ts';

/** Shows a sentence in the client; a message, no request for one: a client that can't answer must not bring the server down. */
export type Warn = (sentence: string) => void;

export function createWarn(connection: Connection): Warn {
  return (sentence) => {
    const shown: ShowMessageParams = { type: MessageType.Warning, message: `Factprobe: ${sentence}` };
    void connection.sendNotification(ShowMessageNotification.type, shown);
  };
}

/** Shows each sentence the first time only. */
export function onlyOnce(warn: Warn): Warn {
  const warned = new Set<string>();
  return (sentence) => {
    if (!warned.has(sentence)) warn(sentence);
    warned.add(sentence);
  };
}

const receivedSchema = z.object({ check: z.unknown() });

/** Shows a sentence on each malformed setting of what a client sent. */
export function warnOfSettings(received: unknown, render: Renderer, warn: Warn): void {
  for (const problem of settingProblems(receivedSchema.safeParse(received).data?.check)) {
    const { expected, sentence } = settingProblemMessages(problem);
    warn(render(sentence(render(expected))));
  }
}
