import * as z from 'zod';

/** Client to server: what a question set holds, and the languages of the workspace. The answer is a `SurveyResult`. */
export const runSurveyMethod = 'factprobe/runs/survey';

/** Client to server: what a selection comes to. The answer is a `PreviewResult`. */
export const runPreviewMethod = 'factprobe/runs/preview';

/** Client to server: begins a run; the answer, a `RunResult`, comes when it has ended. Cancelling it ends the run. */
export const runStartMethod = 'factprobe/runs/start';

/** Client to server: goes on with a run as its file says it was set up; answered and cancelled as a start. */
export const runResumeMethod = 'factprobe/runs/resume';

/** Server to client: how far a run is; the first one comes when its file is there. */
export const runProgressMethod = 'factprobe/runs/progress';

const count = z.number().int().min(0);

/** `starter`, or the URI of a file. */
const questions = z.string();

export const surveyParamsSchema = z.object({ questions }).readonly();
export type SurveyParams = z.infer<typeof surveyParamsSchema>;

/** Questions of one language, by human language. */
export interface LanguageCount {
  readonly language: string;
  readonly en: number;
  readonly zh: number;
}

export interface SurveyResult {
  readonly name: string;
  readonly rows: number;
  /** Lines that are no question; the first of them in a sentence. */
  readonly leftOut: number;
  readonly problem: string | null;
  /** The languages of the open folders by their bytes, largest first; `share` in (0, 1]. */
  readonly workspace: readonly { readonly language: string; readonly share: number }[];
  /** The names that questions in these go by. */
  readonly workspaceLanguages: readonly string[];
  /** Every language of the set, by name. */
  readonly languages: readonly LanguageCount[];
}

export const runSelectionSchema = z
  .object({
    questions,
    /** By the benchmark's names; `null` for every row. */
    languages: z.array(z.string()).readonly().nullable(),
    humanLanguage: z.enum(['en', 'zh', 'all']),
    limit: z.number().int().min(1).nullable(),
  })
  .readonly();
export type RunSelection = z.infer<typeof runSelectionSchema>;

export interface PreviewResult {
  readonly rows: number;
  readonly questions: number;
  readonly different: number;
  /** The 95 % interval of a score of 50 %, as fractions of 1. */
  readonly interval: { readonly low: number; readonly high: number };
}

const limitsSchema = z
  .object({
    concurrency: z.number().int().min(1),
    /** From the first try of a request to its last byte. */
    seconds: z.number().positive().max(1_000_000),
    retries: count,
  })
  .readonly();
export type RunLimits = z.infer<typeof limitsSchema>;

const modelSchema = z
  .object({
    /** Base URL of an endpoint of the user's settings. */
    endpoint: z.string(),
    /** `null` for the model of the settings, else the server's only one. */
    model: z.string().nullable(),
  })
  .readonly();
export type RunModel = z.infer<typeof modelSchema>;

export const startParamsSchema = z
  .object({
    /** Names the run in its progress. */
    id: z.string(),
    /** URI of a file that isn't there yet. */
    file: z.string(),
    selection: runSelectionSchema,
    model: modelSchema,
    /** `null` for rules alone. */
    judge: modelSchema.nullable(),
    limits: limitsSchema,
  })
  .readonly();
export type StartParams = z.infer<typeof startParamsSchema>;

export const resumeParamsSchema = z
  .object({ id: z.string(), file: z.string(), limits: limitsSchema })
  .readonly();
export type ResumeParams = z.infer<typeof resumeParamsSchema>;

/** How a run ended. */
export interface RunResult {
  readonly complete: boolean;
  readonly graded: number;
  readonly failed: number;
  /** What came of it, in a sentence or two. */
  readonly sentence: string;
}

export const runProgressSchema = z
  .object({
    id: z.string(),
    done: count,
    total: count,
    failed: count,
    /** All of it, with the time left, in the reader's language. */
    text: z.string(),
  })
  .readonly();
export type RunProgress = z.infer<typeof runProgressSchema>;
