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

/** Where an answer comes from: evidence, a model with passages or without, nowhere, or it is still to come. */
export const answerKinds = ['answered', 'cited', 'closed-book', 'declined', 'asking'] as const;

/** What can be done about an answer that no model gave. */
export const answerOffers = ['addEndpoint', 'selectModel', 'testConnection'] as const;
export type AnswerOffer = (typeof answerOffers)[number];

const shownAnswerSchema = z
  .object({
    /** Names the answer in messages back; never used twice while the window is open. */
    id: z.number(),
    /** As asked: data, never markup. */
    question: z.string(),
    kind: z.enum(answerKinds),
    /** In a few words: answered or declined, and by which model. */
    verdict: z.string(),
    /**
     * Markdown of the answer, or of the reason where it was declined; what a model says so far, as plain text, while
     * it is asked. In a model's answer `[1]` is the first piece of evidence.
     */
    text: z.string(),
    /** What else is to be said, as plain text. */
    notes: z.array(z.string()).readonly(),
    offer: z.enum(answerOffers).nullable(),
    /** Whether it can be inserted as a comment: a fact with a source. */
    isInsertable: z.boolean(),
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
    again: z.string(),
    insert: z.string(),
    earlier: z.string(),
    stop: z.string(),
    /** What a screen reader says for a citation, before its number. */
    passage: z.string(),
    offers: z.record(z.enum(answerOffers), z.string()).readonly(),
  })
  .readonly();

/** The fixed words of the view; the view itself knows no language. */
export type ViewLabels = z.infer<typeof labelsSchema>;

const viewStateSchema = z
  .object({
    type: z.literal('state'),
    labels: labelsSchema,
    /** The newest first. */
    answers: z.array(shownAnswerSchema).readonly(),
  })
  .readonly();

/** Everything that the view shows. */
export type ViewState = z.infer<typeof viewStateSchema>;

/** Extension to view: everything, or the next piece of the text of an answer that is still to come. */
export const viewMessageSchema = z.discriminatedUnion('type', [
  viewStateSchema,
  z.object({ type: z.literal('piece'), answer: z.number(), text: z.string() }).readonly(),
]);

export type ViewMessage = z.infer<typeof viewMessageSchema>;

/** View to extension. A view names evidence of an answer that it was given; it can't name a file. */
export const viewRequestSchema = z.discriminatedUnion('type', [
  /** The view has loaded and wants its state. */
  z.object({ type: z.literal('ready') }).readonly(),
  z.object({ type: z.literal('ask') }).readonly(),
  z.object({ type: z.literal('copy'), answer: z.number() }).readonly(),
  /** Asks the same question once more. */
  z.object({ type: z.literal('again'), answer: z.number() }).readonly(),
  /** Writes the answer above the line in front as a comment, with its source. */
  z.object({ type: z.literal('insert'), answer: z.number() }).readonly(),
  /** Ends the request to the model. */
  z.object({ type: z.literal('stop'), answer: z.number() }).readonly(),
  z.object({ type: z.literal('offer'), offer: z.enum(answerOffers) }).readonly(),
  z.object({ type: z.literal('open'), answer: z.number(), evidence: z.number() }).readonly(),
]);

export type ViewRequest = z.infer<typeof viewRequestSchema>;
