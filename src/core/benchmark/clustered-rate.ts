import { type Interval, wilsonInterval } from './wilson-interval.ts';

/** One graded item's part in a ratio: what it adds above and below the line. */
export interface RatioItem {
  /** Items of one cluster are one question asked more than once; clusters are independent. */
  readonly cluster: string;
  /** In [0, weight]. */
  readonly value: number;
  /** At least 0. */
  readonly weight: number;
}

/** A rate with its interval. */
export interface Rate {
  /** `null` when nothing is below the line. */
  readonly value: number | null;
  /** At 95 %; `null` when there is no rate. */
  readonly interval: Interval | null;
}

/**
 * The ratio of summed values to summed weights with a 95 % interval. Assumes independent clusters and nothing about
 * items inside one: the ratio's linearised variance over clusters gives an effective number of trials, p(1 − p) / v
 * (Korn and Graubard 1998), for which Wilson's interval is taken. The effective number never exceeds Kish's
 * (Σw)² / Σw² over clusters, which also serves at 0 and 1 and for a single cluster, where the variance says nothing.
 * With independent items of equal weight the interval is Wilson's own up to the factor n / (n − 1) of the variance,
 * and by that bound never narrower.
 */
export function clusteredRate(items: readonly RatioItem[]): Rate {
  const clusters = totalsByCluster(items);
  const weight = sum(clusters.map((cluster) => cluster.weight));
  if (!(weight > 0)) return { value: null, interval: null };
  const value = sum(clusters.map((cluster) => cluster.value)) / weight;
  const size = effectiveSize(clusters, value, weight);
  return { value, interval: wilsonInterval(value, size) ?? null };
}

interface ClusterTotal {
  readonly value: number;
  readonly weight: number;
}

function totalsByCluster(items: readonly RatioItem[]): readonly ClusterTotal[] {
  const totals = new Map<string, ClusterTotal>();
  for (const { cluster, value, weight } of items) {
    if (!(weight > 0)) continue;
    const known = totals.get(cluster) ?? { value: 0, weight: 0 };
    totals.set(cluster, { value: known.value + value, weight: known.weight + weight });
  }
  return [...totals.values()];
}

function effectiveSize(clusters: readonly ClusterTotal[], value: number, weight: number): number {
  const kish = weight ** 2 / sum(clusters.map((cluster) => cluster.weight ** 2));
  const count = clusters.length;
  if (count < 2 || value === 0 || value === 1) return kish;
  const squares = sum(clusters.map((cluster) => (cluster.value - value * cluster.weight) ** 2));
  const variance = (count / (count - 1)) * (squares / weight ** 2);
  return variance > 0 ? Math.min(kish, (value * (1 - value)) / variance) : kish;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
