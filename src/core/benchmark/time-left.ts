import type { Clock } from '../platform/index.ts';

/** Intervals between items that the estimate looks back on. */
const window = 30;

/** Tells how long a run will go on, from how its last items went. */
export class TimeLeft {
  readonly #clock: Clock;
  readonly #enough: number;
  #ends: readonly number[];

  /** So many items run at once; the first of them say little about those that follow. */
  constructor(clock: Clock, concurrency: number) {
    this.#clock = clock;
    this.#enough = Math.max(5, 2 * concurrency);
    this.#ends = [clock()];
  }

  /**
   * Notes that an item came to its end. The seconds that the remaining ones will take at the pace of the last thirty;
   * `undefined` while too few have been seen.
   */
  itemEnded(remaining: number): number | undefined {
    this.#ends = [...this.#ends.slice(-window), this.#clock()];
    const seen = this.#ends.length - 1;
    const [first = 0] = this.#ends;
    const last = this.#ends.at(-1) ?? first;
    if (seen < this.#enough && seen < window) return undefined;
    return ((last - first) / seen / 1000) * remaining;
  }
}
