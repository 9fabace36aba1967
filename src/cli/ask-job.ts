import { dirname } from 'node:path';
import { toPortablePath } from '../node/file-system.ts';
import type { AskJob, PlaceOfJob } from '../protocol/worker.ts';

/** The job of a question that is asked in the working directory. */
export function jobOf(question: string, at: PlaceOfJob | null): AskJob {
  const here = toPortablePath(process.cwd());
  return { type: 'ask', question, at, from: at === null ? [here] : [dirname(at.path), here] };
}
