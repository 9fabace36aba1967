import * as z from 'zod';

/** What an item of a run came to; `failed` is what has no grade. */
export const runOutcomes = ['correct', 'incorrect', 'not_attempted', 'failed'] as const;
export type RunOutcome = (typeof runOutcomes)[number];

const fraction = z.number().min(0).max(1).nullable();

/** One rate over all items: as text, and as fractions of 1 for its bar. */
const shownRateSchema = z
  .object({ title: z.string(), text: z.string(), value: fraction, low: fraction, high: fraction })
  .readonly();

export type ShownRate = z.infer<typeof shownRateSchema>;

const shownTableSchema = z
  .object({
    title: z.string(),
    head: z.array(z.string()).readonly(),
    /** Each row begins with its name. */
    rows: z.array(z.array(z.string()).readonly()).readonly(),
  })
  .readonly();

export type ShownTable = z.infer<typeof shownTableSchema>;

const shownItemSchema = z
  .object({
    /** Names the item in messages back. */
    key: z.string(),
    /** Its place in the file, from 1. */
    number: z.number(),
    /** Foreign texts, cut where they are long: data, never markup. */
    question: z.string(),
    expected: z.string(),
    reply: z.string(),
    language: z.string(),
    domain: z.string(),
    outcome: z.enum(runOutcomes),
    /** Of the reply; `null` where there is none. */
    milliseconds: z.number().nullable(),
  })
  .readonly();

/** An item as a row of the table. */
export type ShownItem = z.infer<typeof shownItemSchema>;

const labelsSchema = z
  .object({
    all: z.string(),
    outcomes: z.record(z.enum(runOutcomes), z.string()).readonly(),
    filterOutcome: z.string(),
    filterText: z.string(),
    shown: z.string(),
    noneFits: z.string(),
    rates: z.string(),
    items: z.string(),
    columns: z
      .object({
        number: z.string(),
        outcome: z.string(),
        question: z.string(),
        expected: z.string(),
        reply: z.string(),
        language: z.string(),
        domain: z.string(),
        milliseconds: z.string(),
      })
      .readonly(),
    thinking: z.string(),
    close: z.string(),
    resume: z.string(),
    stop: z.string(),
    openAsText: z.string(),
  })
  .readonly();

/** The fixed words of the view; the view itself knows no language. */
export type RunViewLabels = z.infer<typeof labelsSchema>;

const runStateSchema = z
  .object({
    type: z.literal('run'),
    labels: labelsSchema,
    title: z.string(),
    complete: z.boolean(),
    /** What can be done with the run: stop what this window runs, go on with what isn't complete. */
    action: z.enum(['resume', 'stop']).nullable(),
    /** Whether the run is complete, what is missing, what of the file was left out. */
    notes: z.array(z.string()).readonly(),
    facts: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
    rates: z.array(shownRateSchema).readonly(),
    groups: z.array(shownTableSchema).readonly(),
    items: z.array(shownItemSchema).readonly(),
  })
  .readonly();

/** A run as the view shows it, in the reader's language. */
export type RunState = z.infer<typeof runStateSchema>;

const unreadableSchema = z
  .object({ type: z.literal('unreadable'), sentence: z.string(), openAsText: z.string() })
  .readonly();

const detailSchema = z
  .object({
    type: z.literal('detail'),
    key: z.string(),
    outcome: z.enum(runOutcomes),
    /** Foreign texts in whole: data, never markup. */
    question: z.string(),
    expected: z.string(),
    /** Empty where there is none; `noReply` then says why. */
    reply: z.string(),
    noReply: z.string(),
    /** Empty when the model showed no thinking. */
    thinking: z.string(),
    facts: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  })
  .readonly();

/** An item in whole. */
export type RunItemDetail = z.infer<typeof detailSchema>;

/** Extension to view: the run, why there is none, or the item that was asked for. */
export const runViewMessageSchema = z.discriminatedUnion('type', [
  runStateSchema,
  unreadableSchema,
  detailSchema,
]);

export type RunViewMessage = z.infer<typeof runViewMessageSchema>;

/** View to extension. A view names an item of the run that it was given; it can't name a file. */
export const runViewRequestSchema = z.discriminatedUnion('type', [
  /** The view has loaded and wants its state. */
  z.object({ type: z.literal('ready') }).readonly(),
  z.object({ type: z.literal('select'), key: z.string() }).readonly(),
  z.object({ type: z.literal('openAsText') }).readonly(),
  z.object({ type: z.enum(['resume', 'stop']) }).readonly(),
]);

export type RunViewRequest = z.infer<typeof runViewRequestSchema>;
