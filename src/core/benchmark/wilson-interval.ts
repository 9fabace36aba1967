/** An interval of a rate, both ends in [0, 1]. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal distribution, for two-sided 95 % intervals. */
const z = 1.959963984540054;

/**
 * Wilson's score interval of a proportion at 95 % (Wilson 1927, without continuity correction). `size` is the number
 * of independent trials, or an effective number of them, and need not be whole. `undefined` when it isn't positive.
 */
export function wilsonInterval(proportion: number, size: number): Interval | undefined {
  if (!(size > 0)) return undefined;
  const square = (z * z) / size;
  const centre = proportion + square / 2;
  const spread = z * Math.sqrt((proportion * (1 - proportion)) / size + square / (4 * size));
  const low = proportion === 0 ? 0 : (centre - spread) / (1 + square);
  const high = proportion === 1 ? 1 : (centre + spread) / (1 + square);
  return { low: Math.max(0, low), high: Math.min(1, high) };
}
