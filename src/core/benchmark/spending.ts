import { type ChatModel, type ChatReply, type ChatRequest, ModelError } from '../model/index.ts';

/** What a run may spend, answers and judge calls together; `null` where there is no limit. */
export interface BudgetLimits {
  readonly requests: number | null;
  readonly tokens: number | null;
}

/** What a run has spent since it began or was resumed. */
export interface Spending {
  readonly requests: number;
  /** Of prompts and replies. */
  readonly tokens: number;
  /** How many requests have estimated tokens, since the server counted none. */
  readonly estimated: number;
}

/** Thrown instead of a request that the budget has no room for. */
export class BudgetSpentError extends Error {
  override readonly name = 'BudgetSpentError';
  readonly spent: 'requests' | 'tokens';

  constructor(spent: 'requests' | 'tokens') {
    super(`the budget of ${spent} is spent`);
    this.spent = spent;
  }
}

/** Failures of a request that the server had begun to work on. */
const worked: ReadonlySet<string> = new Set(['timeout', 'silent', 'cut', 'malformed', 'too-large']);

/**
 * Counts what models are asked, and stops asking when a limit is met. Requests in flight at that moment end as they
 * would; the tokens may go beyond their limit by what these take.
 */
export class Budget {
  readonly #limits: BudgetLimits;
  #spending: Spending = { requests: 0, tokens: 0, estimated: 0 };

  constructor(limits: BudgetLimits) {
    this.#limits = limits;
  }

  get spending(): Spending {
    return this.#spending;
  }

  /** The same model; its `complete` rejects with a `BudgetSpentError` once a limit is met. */
  metered(model: ChatModel): ChatModel {
    return {
      id: model.id,
      baseUrl: model.baseUrl,
      complete: async (request) => {
        this.#take();
        try {
          const reply = await model.complete(request);
          this.#count(reply.usage === undefined ? undefined : tokensOf(reply.usage), request, reply);
          return reply;
        } catch (error) {
          // Nobody says what a request that failed has cost.
          if (!(error instanceof ModelError) || worked.has(error.failure)) this.#count(undefined, request);
          throw error;
        }
      },
    };
  }

  #take(): void {
    const { requests, tokens } = this.#limits;
    if (requests !== null && this.#spending.requests >= requests) throw new BudgetSpentError('requests');
    if (tokens !== null && this.#spending.tokens >= tokens) throw new BudgetSpentError('tokens');
    this.#spending = { ...this.#spending, requests: this.#spending.requests + 1 };
  }

  #count(counted: number | undefined, request: ChatRequest, reply?: ChatReply): void {
    const { requests, tokens, estimated } = this.#spending;
    this.#spending = {
      requests,
      tokens: tokens + (counted ?? estimateOf(request, reply)),
      estimated: estimated + (counted === undefined ? 1 : 0),
    };
  }
}

function tokensOf({ promptTokens, completionTokens }: NonNullable<ChatReply['usage']>): number {
  return promptTokens + completionTokens;
}

function estimateOf({ messages }: ChatRequest, reply: ChatReply | undefined): number {
  const texts = messages.map(({ content }) => content);
  return estimateTokens([...texts, reply?.thinking ?? '', reply?.text ?? ''].join('\n'));
}

/**
 * About how many tokens a text has, where nobody counted them: four characters make one, and a Chinese character makes
 * one alone, a rule of thumb for the vocabularies of today's models.
 */
export function estimateTokens(text: string): number {
  const wide = text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/g)?.length ?? 0;
  return wide + Math.ceil((text.length - wide) / 4);
}
