/** A reply's text with its thinking taken out. */
export interface SeparatedThinking {
  readonly text: string;
  readonly thinking: string;
  readonly isClosed: boolean;
}

const opening = /^\s*<(think|thinking|reasoning)>/i;
const closing = /<\/(?:think|thinking|reasoning)>/i;

/**
 * Separates what a model thought from what it answers. Thinking stands in a field of its own (`reasoning`), between
 * marks at the beginning of the text, or before a closing mark alone, where the chat template opened it. An opening
 * mark without a closing one leaves no answer.
 */
export function separateThinking(content: string, reasoning = ''): SeparatedThinking {
  const join = (inside: string) => [reasoning, inside].filter((part) => part !== '').join('\n');
  const open = opening.exec(content);
  const body = open === null ? content : content.slice(open[0].length);
  const close = closing.exec(body);
  if (close !== null) {
    const thinking = join(body.slice(0, close.index).trim());
    return { text: body.slice(close.index + close[0].length).trim(), thinking, isClosed: true };
  }
  if (open !== null) return { text: '', thinking: join(body.trim()), isClosed: false };
  return { text: content.trim(), thinking: reasoning, isClosed: true };
}
