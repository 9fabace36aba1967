import type { Answer, QuestionsAt } from '../core/ask/index.ts';
import type { BriefCheck, CheckedFile, Remedy } from '../core/claims/index.ts';
import type { Evidence, IndexSource } from '../core/evidence/index.ts';
import type { Message } from '../core/platform/index.ts';
import type { LanguageId } from '../core/source/index.ts';
import type { VerifiedClaim } from '../core/verify/index.ts';
import type { IndexJob, IndexState } from './index-jobs.ts';

/** What every worker is told at its start (`workerData`). */
export interface WorkerSetup {
  /** Folder with the parser's `.wasm` files. */
  readonly wasmFolder: string;
  /** Changes with every build, so that no verdict of an older one is used. */
  readonly engine: string;
  /** Absolute folder of the cache that every process shares. */
  readonly cacheFolder: string;
  /** Absolute folders outside of which no source is read, installed packages aside; anywhere without them. */
  readonly confinedTo?: readonly string[];
}

/** Check one file; `text` is what an editor holds, else the file is read. */
export interface CheckJob {
  readonly type: 'check';
  readonly path: string;
  readonly languageId: LanguageId;
  readonly text: string | null;
  /** Whether the examples of its comments are run; not without it. */
  readonly runsExamples?: boolean;
}

/** Check one file on the disk, to tell what is false in it. */
export interface BriefCheckJob extends Pick<CheckJob, 'path' | 'languageId'> {
  readonly type: 'check-briefly';
}

/** Find the ways to be rid of a false claim of a text, other than correcting it. */
export interface RemediesJob extends Omit<CheckJob, 'type' | 'runsExamples'> {
  readonly type: 'remedies';
  readonly text: string;
  readonly fingerprint: string;
}

/** Forget every cached verdict and fact. */
export interface ClearCacheJob {
  readonly type: 'clear-cache';
}

/** A place in a document; `text` is what an editor holds, else the file is read. */
export interface PlaceOfJob {
  readonly path: string;
  readonly languageId: LanguageId;
  readonly text: string | null;
  readonly line: number;
  /** `null`: the line's only symbol is meant. */
  readonly character: number | null;
}

/** Answer a question. */
export interface AskJob {
  readonly type: 'ask';
  readonly question: string;
  readonly at: PlaceOfJob | null;
  /** Absolute folders to look from, the nearest first. */
  readonly from: readonly string[];
}

/** Find passages for a question that evidence declined, the likeliest to tell first. */
export interface PassagesJob extends Omit<AskJob, 'type'> {
  readonly type: 'passages';
  /** What the decline looked at. */
  readonly looked: readonly Evidence[];
}

/** Say what can be asked about the symbol at a place. */
export interface QuestionsAtJob {
  readonly type: 'questions-at';
  readonly at: PlaceOfJob;
  readonly from: readonly string[];
}

/** A source that a claim is about; `text` is what an editor holds, else the file is read. */
export interface ClaimedSource extends Omit<PlaceOfJob, 'line' | 'character'> {
  /** `null`: the one declaration is meant that the claim names. */
  readonly line: number | null;
}

/** Hold a claim against a source, and against the libraries that are installed. */
export interface VerifyClaimJob {
  readonly type: 'verify-claim';
  readonly claim: string;
  readonly source: ClaimedSource | null;
  /** Absolute folders to look from, the nearest first. */
  readonly from: readonly string[];
}

export type WorkerJob =
  | IndexJob
  | CheckJob
  | BriefCheckJob
  | RemediesJob
  | AskJob
  | PassagesJob
  | QuestionsAtJob
  | VerifyClaimJob
  | ClearCacheJob;

/** What each job comes back with. */
export interface WorkerResults {
  readonly check: CheckedFile;
  readonly 'check-briefly': BriefCheck;
  readonly remedies: readonly Remedy[];
  readonly ask: Answer;
  readonly passages: readonly Evidence[];
  readonly 'questions-at': QuestionsAt;
  readonly 'verify-claim': VerifiedClaim;
  readonly 'clear-cache': null;
  readonly 'index-sources': readonly IndexSource[];
  readonly 'index-read': number;
  readonly 'index-forget': null;
  readonly 'index-state': IndexState;
}

/** To a worker. `flag` holds one 32-bit integer; not zero means cancelled. */
export interface WorkerRequest {
  readonly id: number;
  readonly job: WorkerJob;
  readonly flag: SharedArrayBuffer;
}

/** From a worker: a job's end, or a notice for the user that belongs to no job. */
export type WorkerReply =
  | { readonly type: 'done'; readonly id: number; readonly value: WorkerResults[WorkerJob['type']] }
  | { readonly type: 'cancelled'; readonly id: number }
  /** An expected failure has a text, an unexpected one only its stack. */
  | { readonly type: 'failed'; readonly id: number; readonly text: Message | null; readonly stack: string }
  | { readonly type: 'notice'; readonly text: Message };
