import type { Capabilities, ChatModel, ReplyForm } from '../model/index.ts';
import type { CancellationSignal } from '../platform/index.ts';
import { type Judged, judgePrompt } from './judge-prompt.ts';
import { type Grade, grades } from './metrics.ts';
import { estimateTokens } from './spending.ts';

/** A model that grades what rules can't. */
export interface Judge {
  readonly model: ChatModel;
  /** What its server was seen to obey; the strictest form is asked for. */
  readonly capabilities: Pick<Capabilities, 'jsonSchema' | 'choice'>;
  /** Tokens of prompt and reply together that are served; absent when the server doesn't tell. */
  readonly contextTokens?: number;
}

/** Tokens for a grade, with room for a judge that thinks first. */
const tokensOfGrade = 2048;

/** The judge's name in grades: its model and where it is served, since another place may serve another model. */
export function judgeName({ model }: Judge): string {
  return `${model.id}@${model.baseUrl}`;
}

/** The grade, or `undefined` when the judge's reply is none. Rejects as `ChatModel.complete` does. */
export async function askJudge(
  { model, capabilities, contextTokens = Number.POSITIVE_INFINITY }: Judge,
  judged: Judged,
  signal: CancellationSignal,
): Promise<Grade | undefined> {
  const form = formFor(capabilities);
  const messages = judgePrompt(judged);
  // Counted twice, since a tokenizer may cut finer than the rule of thumb: prompt and reply must fit together.
  const asked = 2 * estimateTokens(messages.map(({ content }) => content).join('\n'));
  const reply = await model.complete({
    messages,
    sampling: { temperature: 0, maxTokens: Math.max(1, Math.min(tokensOfGrade, contextTokens - asked)) },
    signal,
    ...(form === undefined ? {} : { form }),
  });
  return reply.isThinkingClosed ? readGrade(reply.text) : undefined;
}

/**
 * The grade that a reply consists of: one of the three words alone (quotes, a full stop and case aside), or the
 * property `grade` of an object. Anything more, or another word, is no grade.
 */
export function readGrade(text: string): Grade | undefined {
  const bare = text
    .trim()
    .replace(/^["'`*]+|["'`*.]+$/g, '')
    .toLowerCase();
  const word = bare.replace(/[\s-]+/g, '_');
  const named = grades.find((grade) => grade === word);
  return named ?? readObject(text);
}

function readObject(text: string): Grade | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('grade' in value)) return undefined;
    return grades.find((grade) => grade === value.grade);
  } catch {
    // Prose: no grade, whatever words stand in it.
    return undefined;
  }
}

function formFor({ jsonSchema, choice }: Judge['capabilities']): ReplyForm | undefined {
  if (choice) return { type: 'choice', choices: grades };
  if (!jsonSchema) return undefined;
  const schema = {
    type: 'object',
    properties: { grade: { type: 'string', enum: grades } },
    required: ['grade'],
    additionalProperties: false,
  } as const;
  return { type: 'json-schema', name: 'grade', schema };
}
