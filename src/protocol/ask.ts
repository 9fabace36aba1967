import * as z from 'zod';
import { evidenceSchema } from '../core/evidence/index.ts';

const positionSchema = z.object({ line: z.int().min(0), character: z.int().min(0) }).readonly();

/** A place that comes out of a link. */
export const documentPlaceSchema = z.object({ uri: z.string(), position: positionSchema }).readonly();

/** A place in a document; the server reads the open text when the document is open. */
export type DocumentPlace = z.infer<typeof documentPlaceSchema>;

/** Client to server, method `factprobe/ask`: an API question, with the cursor's place where there is one. */
export const askParamsSchema = z
  .object({
    question: z.string(),
    at: documentPlaceSchema.nullable(),
    /**
     * Lets the user's model answer what evidence doesn't, and names the question in `factprobe/ask/progress`; without
     * it evidence alone answers.
     */
    askModelAs: z.string().exactOptional(),
  })
  .readonly();

export type AskParams = z.infer<typeof askParamsSchema>;

const { path: _path, ...quoted } = evidenceSchema.unwrap().shape;

/** Evidence as it crosses a process: `uri` opens in the editor, `range` is zero-based. */
const wireEvidenceSchema = z.object({ uri: z.string(), ...quoted }).readonly();

export type WireEvidence = z.infer<typeof wireEvidenceSchema>;

const modelPartSchema = z.discriminatedUnion('type', [
  /** It answered, from the passages that are the evidence now, or by itself: it cites nothing that proves it. */
  z.object({ type: z.literal('answered'), model: z.string(), isClosedBook: z.boolean() }).readonly(),
  /** It says that it doesn't know. */
  z.object({ type: z.literal('declined'), model: z.string() }).readonly(),
  /** It could not be asked, or its reply is of no use: a sentence in the reader's language, and its message id. */
  z
    .object({
      type: z.literal('failed'),
      model: z.string().nullable(),
      problem: z.string(),
      problemId: z.string(),
    })
    .readonly(),
]);

/** What the user's model did for a question. */
export type ModelPart = z.infer<typeof modelPartSchema>;

export const askResultSchema = z
  .object({
    question: z.string(),
    /**
     * `null` when declined; else the first sentence states the value. What a model answers is markdown of a stranger,
     * in which `[1]` is the first piece of evidence.
     */
    answer: z.string().nullable(),
    /** The answer for the end of a line, the value first; `null` when declined. */
    short: z.string().nullable(),
    attempted: z.boolean(),
    confidence: z.number().min(0).max(1),
    /** Why the question was declined; `null` when it was answered. */
    reason: z.string().nullable(),
    /** The id of the rule that decided, or of the model. */
    decidedBy: z.string(),
    evidence: z.array(wireEvidenceSchema).readonly(),
    milliseconds: z.number(),
    /** What else a reader should know, each in a sentence. */
    notes: z.array(z.string()).readonly(),
    /** `null` when no model was asked. */
    model: modelPartSchema.nullable(),
  })
  .readonly();

/** The answer, in the reader's language. */
export type AskResult = z.infer<typeof askResultSchema>;

/** Server to client: how far a question is that a model is asked. */
export const askProgressMethod = 'factprobe/ask/progress';

/** The progress of the question that was asked with that `askModelAs`. */
export const askProgressSchema = z.discriminatedUnion('type', [
  /** What evidence came to, and the model that is asked now, as soon as it is known. */
  z
    .object({
      type: z.literal('asking'),
      id: z.string(),
      evidence: askResultSchema,
      model: z.string().nullable(),
    })
    .readonly(),
  /** The next piece of what the model says. */
  z.object({ type: z.literal('piece'), id: z.string(), text: z.string() }).readonly(),
]);

export type AskProgress = z.infer<typeof askProgressSchema>;

/** Client to server, method `factprobe/questionsAt`: what can be asked about the symbol at a place. */
export type QuestionsAtParams = DocumentPlace;

export interface QuestionsAtResult {
  /** As written under the cursor, qualified by its import; `null` when there is no symbol of an installed package. */
  readonly symbol: string | null;
  /** Ready questions in the reader's language, each answerable from the evidence. */
  readonly questions: readonly string[];
  /** Why there is no symbol; `null` when there is one. */
  readonly reason: string | null;
}

export const askMethod = 'factprobe/ask';
export const questionsAtMethod = 'factprobe/questionsAt';
/** Client to server, no parameters: forgets every cached verdict and fact; the answer is `null`. */
export const clearCacheMethod = 'factprobe/clearCache';
/** Client to server, `{ uri }`: checks a document at once. */
export const checkDocumentMethod = 'factprobe/checkDocument';

/** What came of a check that was asked for. */
export interface CheckDocumentResult {
  /** False claims that are shown. */
  readonly contradicted: number;
  /** Claims found in all. */
  readonly claims: number;
  /** Why nothing was checked, in the reader's language; `null` when it was. */
  readonly skipped: string | null;
}
