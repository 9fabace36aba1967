import * as z from 'zod';

/** A quoted passage as the answer view shows it. */
const shownEvidenceSchema = z
  .object({
    /** File and line, as a person reads it. */
    place: z.string(),
    /** Package and version, or an empty text for the workspace's own files. */
    source: z.string(),
    /** The file's text, verbatim: data, never markup. */
    quote: z.string(),
  })
  .readonly();

export type ShownEvidence = z.infer<typeof shownEvidenceSchema>;

const shownAnswerSchema = z
  .object({
    /** Names the answer in messages back; never used twice while the window is open. */
    id: z.number(),
    /** As asked: data, never markup. */
    question: z.string(),
    attempted: z.boolean(),
    /** One word: answered or declined. */
    verdict: z.string(),
    /** Markdown of the answer, or of the reason where it was declined. */
    text: z.string(),
    /** Who decided, how sure, how long it took. */
    details: z.string(),
    evidence: z.array(shownEvidenceSchema).readonly(),
  })
  .readonly();

/** One answer as the view shows it, in the reader's language. */
export type ShownAnswer = z.infer<typeof shownAnswerSchema>;

const labelsSchema = z
  .object({
    welcome: z.string(),
    ask: z.string(),
    evidence: z.string(),
    noEvidence: z.string(),
    open: z.string(),
    copy: z.string(),
    copied: z.string(),
    earlier: z.string(),
  })
  .readonly();

/** The fixed words of the view; the view itself knows no language. */
export type ViewLabels = z.infer<typeof labelsSchema>;

/** Extension to view: everything it shows. */
export const viewStateSchema = z
  .object({
    type: z.literal('state'),
    labels: labelsSchema,
    /** The newest first. */
    answers: z.array(shownAnswerSchema).readonly(),
  })
  .readonly();

export type ViewState = z.infer<typeof viewStateSchema>;

/** View to extension. A view names evidence of an answer that it was given; it can't name a file. */
export const viewRequestSchema = z.discriminatedUnion('type', [
  /** The view has loaded and wants its state. */
  z.object({ type: z.literal('ready') }).readonly(),
  z.object({ type: z.literal('ask') }).readonly(),
  z.object({ type: z.literal('copy'), answer: z.number() }).readonly(),
  z.object({ type: z.literal('open'), answer: z.number(), evidence: z.number() }).readonly(),
]);

export type ViewRequest = z.infer<typeof viewRequestSchema>;
