/** Restarts that are tolerated within the window; more mean that the server can't hold. */
const limit = 4;
const windowInMilliseconds = 3 * 60_000;

/** Tells whether one more restart is worth it, so that a server that keeps breaking ends in a sentence. */
export interface RestartLimit {
  /** Counts a crash at `now` (milliseconds); `false` once there were too many of them in a short time. */
  allows(now: number): boolean;
}

export function createRestartLimit(): RestartLimit {
  let crashes: readonly number[] = [];
  return {
    allows(now) {
      crashes = [...crashes, now].filter((then) => now - then < windowInMilliseconds);
      return crashes.length <= limit;
    },
  };
}
