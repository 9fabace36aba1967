import type { Progress } from '../benchmark/index.ts';
import { type Message, message } from '../platform/index.ts';

/** How far a run is, in one line. The time left is rounded to what an estimate can tell. */
export function progressText({ done, total, failed, secondsLeft }: Progress): Message {
  return secondsLeft === undefined || done >= total
    ? message('bench.progress', { done, total, failed })
    : message('bench.progress-left', { done, total, failed, ...roughly(secondsLeft) });
}

/** Up to a minute and a half in steps of five seconds, up to an hour and a half in minutes, then in half hours. */
function roughly(seconds: number): { readonly left: number; readonly unit: string } {
  if (seconds < 90) return { left: Math.max(5, Math.ceil(seconds / 5) * 5), unit: 'seconds' };
  if (seconds < 90 * 60) return { left: Math.ceil(seconds / 60), unit: 'minutes' };
  return { left: Math.ceil(seconds / 1800) / 2, unit: 'hours' };
}
