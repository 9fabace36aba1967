import * as z from 'zod';
import { grades } from './metrics.ts';
import { questionRowSchema } from './question.ts';

const count = z.number().int().nonnegative();

/** How a run was set up; a resumed run must be set up in the same way. */
const setupSchema = z
  .object({
    set: z.object({ name: z.string(), sha256: z.string(), rows: count }).readonly(),
    /** Ids of the questions selected, by the options in `subset`. */
    subset: z
      .object({
        languages: z.array(z.string()).readonly().nullable(),
        humanLanguage: z.string(),
        limit: count.nullable(),
        selected: count,
      })
      .readonly(),
    model: z.object({ id: z.string(), baseUrl: z.string() }).readonly(),
    mode: z.enum(['chat', 'thinking']),
    sampling: z
      .object({
        temperature: z.number(),
        topP: z.number(),
        maxTokens: count,
        samples: count,
        seed: z.number().nullable(),
      })
      .readonly(),
    judge: z.object({ id: z.string(), baseUrl: z.string() }).readonly().nullable(),
    prompts: z.object({ answer: z.string(), judge: z.string() }).readonly(),
  })
  .readonly();

export type RunSetup = z.infer<typeof setupSchema>;

const runSchema = z
  .object({
    type: z.literal('run'),
    version: z.literal(1),
    id: z.string(),
    /** ISO 8601, UTC. */
    started: z.string(),
    factprobe: z.string(),
    server: z
      .object({
        software: z.string().nullable(),
        version: z.string().nullable(),
        contextTokens: count.nullable(),
      })
      .readonly(),
    setup: setupSchema,
  })
  .readonly();

const questionSchema = questionRowSchema
  .unwrap()
  .extend({ type: z.literal('question'), id: z.string(), cluster: z.string() })
  .readonly();

const item = { questionId: z.string(), sample: count };

const answerSchema = z
  .object({
    type: z.literal('answer'),
    ...item,
    text: z.string(),
    thinking: z.string(),
    isThinkingClosed: z.boolean(),
    finishReason: z.enum(['stop', 'length', 'filter', 'other']),
    refusal: z.string().nullable(),
    usage: z.object({ promptTokens: count, completionTokens: count }).readonly().nullable(),
    milliseconds: z.number(),
  })
  .readonly();

const gradeSchema = z
  .object({
    type: z.literal('grade'),
    ...item,
    grade: z.enum(grades),
    reason: z.string(),
    /** `rules`, or the judge's model and URL. */
    grader: z.string(),
  })
  .readonly();

const failureSchema = z
  .object({
    type: z.literal('failure'),
    ...item,
    stage: z.enum(['answer', 'judge']),
    reason: z.string(),
    attempt: count,
  })
  .readonly();

const endSchema = z
  .object({ type: z.literal('end'), complete: z.boolean(), graded: count, failed: count })
  .readonly();

/** One line of a run file. */
export const runEventSchema = z.discriminatedUnion('type', [
  runSchema,
  questionSchema,
  answerSchema,
  gradeSchema,
  failureSchema,
  endSchema,
]);

export type RunEvent = z.infer<typeof runEventSchema>;
export type RunHeader = z.infer<typeof runSchema>;
export type QuestionEvent = z.infer<typeof questionSchema>;
export type AnswerEvent = z.infer<typeof answerSchema>;
export type GradeEvent = z.infer<typeof gradeSchema>;
export type FailureEvent = z.infer<typeof failureSchema>;
