import { type CancellationSignal, CancelledError, type Message } from '../platform/index.ts';
import type { ChatModel, ChatReply, ChatRequest } from './chat-model.ts';
import { ModelError } from './model-error.ts';
import type { ModelServer, ServedModel } from './model-server.ts';

/** What a model on a server was seen to do; a server's own word for it counts for nothing. */
export interface Capabilities {
  /** Replies arrive piece by piece. */
  readonly streaming: boolean;
  /** A JSON schema was obeyed. */
  readonly jsonSchema: boolean;
  /** vLLM's `structured_outputs.choice` was obeyed. */
  readonly choice: boolean;
  /** Log probabilities of the reply's tokens came with it. */
  readonly logprobs: boolean;
  /** Tokens were counted. */
  readonly usage: boolean;
  /** Thinking came in a field or between marks of its own. */
  readonly thinking: boolean;
  /** An id that the server doesn't list was refused. */
  readonly refusesUnknownModel: boolean;
}

/** What is known of a model on a server. */
export interface ProbedModel {
  readonly model: ServedModel;
  /** Absent when the server has no `/version`. */
  readonly serverVersion?: string;
  readonly capabilities: Capabilities;
  /** The shortest reply seen, in milliseconds. */
  readonly milliseconds: number;
}

const unlikely = { first: 'marmalade', second: 'tarpaulin' };

/**
 * Asks a model a few short questions and notes what the server really does. Rejects with a `ModelError` when the
 * model answers nothing at all; a form that is refused or ignored is a capability that isn't there.
 */
export async function probeModel(
  server: ModelServer,
  served: ServedModel,
  signal: CancellationSignal,
): Promise<ProbedModel> {
  const model = server.model(served.id);
  let pieces = 0;
  const plain = await model.complete({
    ...ask('Count from one to ten in words, with commas.', 40),
    signal,
    onText: () => {
      pieces++;
    },
  });
  const schema = await attempt(model, {
    ...ask('Name a colour.', 60),
    form: { type: 'json-schema', name: 'probe', schema: probeSchema },
    signal,
  });
  const choice = await attempt(model, {
    ...ask('Say hello.', 12),
    form: { type: 'choice', choices: [unlikely.first, unlikely.second] },
    signal,
  });
  const logprobs = await attempt(model, { ...ask('Say hello.', 4), logprobs: true, signal });
  const version = await orAbsent(() => server.version(signal));
  const replies = [plain, schema, choice, logprobs].filter((reply) => reply !== undefined);
  return {
    model: served,
    ...(version === undefined ? {} : { serverVersion: version }),
    capabilities: {
      streaming: pieces > 1,
      jsonSchema: schema !== undefined && obeysSchema(schema.text),
      choice: choice !== undefined && Object.values(unlikely).includes(choice.text),
      logprobs: logprobs?.logprobs !== undefined,
      usage: plain.usage !== undefined,
      thinking: replies.some(({ thinking }) => thinking !== ''),
      refusesUnknownModel: await refusesUnknownModel(server, signal),
    },
    milliseconds: Math.min(...replies.map(({ milliseconds }) => milliseconds)),
  };
}

/** The models of a server that a name fits, or why none is meant: a message for the reader. */
export function chooseModel(
  models: readonly ServedModel[],
  name: string | undefined,
): { readonly model: ServedModel } | { readonly problem: Message } {
  const list = models.map(({ id }) => id).join(', ');
  if (name !== undefined) {
    const model = models.find(({ id }) => id === name);
    return model === undefined ? { problem: { id: 'model.not-served', values: { name, list } } } : { model };
  }
  const [only] = models;
  if (only === undefined) return { problem: { id: 'model.none-served' } };
  return models.length === 1
    ? { model: only }
    : { problem: { id: 'model.several-served', values: { list } } };
}

const probeSchema = {
  type: 'object',
  properties: { [unlikely.first]: { type: 'string', enum: [unlikely.second] } },
  required: [unlikely.first],
  additionalProperties: false,
} as const;

function ask(question: string, maxTokens: number): Pick<ChatRequest, 'messages' | 'sampling'> {
  return { messages: [{ role: 'user', content: question }], sampling: { temperature: 0, maxTokens } };
}

/** A schema that no model follows by chance: an object with one odd name and one odd value. */
function obeysSchema(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === JSON.stringify({ [unlikely.first]: unlikely.second });
  } catch {
    // No JSON at all: not obeyed.
    return false;
  }
}

async function refusesUnknownModel(server: ModelServer, signal: CancellationSignal): Promise<boolean> {
  try {
    await server.model('no-such-model').complete({ ...ask('Say hello.', 1), signal });
    return false;
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    return error instanceof ModelError && error.failure === 'unknown-model';
  }
}

/** The reply, or `undefined` when the server can't give it in that form. */
async function attempt(model: ChatModel, request: ChatRequest): Promise<ChatReply | undefined> {
  return orAbsent(() => model.complete(request));
}

async function orAbsent<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ModelError && !['timeout', 'silent', 'unreachable'].includes(error.failure))
      return undefined;
    throw error;
  }
}
