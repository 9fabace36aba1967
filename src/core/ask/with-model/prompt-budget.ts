/** How much a request may hold, so that prompt and reply together stay within what is served. */
export interface PromptBudget {
  /** Tokens of the reply at most, thinking included. */
  readonly maxTokens: number;
  /** Characters of the passages together, as `passageCost` counts them. */
  readonly characters: number;
}

/** What every server of today serves at least, where it doesn't tell. */
const leastContext = 4096;
/** More passages than these make an answer slower and no better. */
const mostCharacters = 24_000;
/** Tokens of the instructions, the marks and the roles. */
const frameTokens = 700;
const tokensOfReply = { chat: 512, thinking: 8192 } as const;

/**
 * The budget for a question. A token is taken for two characters, where English and code come to three or four of
 * them, so that no tokenizer of today overruns the context.
 */
export function promptBudget(
  question: string,
  contextTokens: number | undefined,
  mode: keyof typeof tokensOfReply,
): PromptBudget {
  const context = contextTokens ?? leastContext;
  const maxTokens = Math.max(1, Math.min(tokensOfReply[mode], Math.floor(context / 3)));
  const left = context - maxTokens - frameTokens - costOf(question) / 2;
  return { maxTokens, characters: Math.max(0, Math.min(mostCharacters, Math.floor(left * 2))) };
}

/** What a text takes of a budget: a character outside of ASCII may be two tokens by itself. */
export function costOf(text: string): number {
  let cost = 0;
  for (const character of text) cost += character <= '\u007f' ? 1 : 4;
  return cost;
}

/** As many passages from the first on as fit, each with its line of origin and its marks. */
export function fittingPassages<T extends { readonly quote: string }>(
  passages: readonly T[],
  characters: number,
): readonly T[] {
  let left = characters;
  return passages.filter(({ quote }) => {
    const cost = costOf(quote) + 160;
    if (cost > left) return false;
    left -= cost;
    return true;
  });
}
