import type { ChatReply } from '../../model/index.ts';
import type { DeclineId } from '../answer.ts';

/** The text of a reply that may be an answer, or why it is none. */
export type ReadReply =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'declined'; readonly by: Extract<DeclineId, `ask.declined.model-${string}`> };

const unknowing = [
  /^(?:sorry,? (?:but )?)?(?:I (?:really )?(?:do not|don['’]t|cannot|can['’]t|am unable to|could not|couldn['’]t) (?:actually )?(?:know|say|tell|answer|determine|find)|I['’]?(?: a)?m not (?:sure|certain)|unknown\b|not known\b|no idea\b)/i,
  /^(?:(?:the|these|none of the) )?(?:given |provided )?passages? (?:do(?:es)? not|don['’]t|doesn['’]t) (?:say|tell|state|mention|contain|specify|provide)/i,
  /^(?:抱歉|对不起)?[，,。]?\s*(?:我)?(?:也)?(?:不知道|不清楚|不确定|无法(?:确定|回答|得知|判断)|未知)/,
  /^(?:这些|给出的|所给|提供的)?段落(?:中)?(?:没有|并未|未)(?:说明|提到|提及|给出)/,
] as const;

const refusing =
  /^(?:I['’]m sorry|I am sorry|sorry|I apologi[sz]e|as an AI\b)[^.!?\n]{0,60}\b(?:can['’]?t|cannot|unable|not able|won['’]t|assist|help)\b|^(?:抱歉|对不起)[，,]?我(?:不能|无法)(?:协助|帮助|提供)/i;

/** What colours and moves on a terminal (ECMA-48, 5.4). */
const terminalSequence = /(?![\n\t])\p{Cc}\[[0-?]*[ -/]*[@-~]/gu;

/**
 * Reads what a model replied to a question. A reply that only repeats the question is no answer. Control characters
 * go, since a terminal may obey them; so do marks that the reply imitates.
 */
export function readReply(
  reply: ChatReply,
  { question, mark }: { readonly question: string; readonly mark: string },
): ReadReply {
  const text = plainText(reply.text, mark);
  const refusal = reply.refusal?.trim() ?? '';
  if (reply.finishReason === 'filter' || (refusal !== '' && text === '')) return none('model-refused');
  if (!reply.isThinkingClosed || (text === '' && reply.thinking !== '')) return none('model-thinking');
  if (reply.finishReason === 'length') return none('model-cut');
  if (!holdsWords(text) || lettersOf(text) === lettersOf(question)) return none('model-empty');
  if (refusing.test(text)) return none('model-refused');
  return unknowing.some((pattern) => pattern.test(text)) ? none('model-unknowing') : { type: 'text', text };
}

/** Whether a text says anything. */
export function holdsWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function none(name: 'model-refused' | 'model-thinking' | 'model-cut' | 'model-empty' | 'model-unknowing') {
  return { type: 'declined', by: `ask.declined.${name}` } as const;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function plainText(text: string, mark: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(terminalSequence, '')
    .replace(/[^\P{C}\n\t]/gu, '')
    .replaceAll(`<<${mark}`, '')
    .replaceAll(`${mark}>>`, '')
    .replaceAll(mark, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
