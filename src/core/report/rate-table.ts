import { type Metrics, type RateName, rateNames } from '../benchmark/index.ts';
import { type Message, message } from '../platform/index.ts';

/** Metrics as rows of text, the same wherever they are shown. */
export interface RateTable {
  /** The first title, above the names, is empty. */
  readonly head: readonly string[];
  /** Each as long as the head. */
  readonly rows: readonly (readonly string[])[];
}

/** Named groups with their counts and rates: name, graded items, each rate with its interval, items without a grade. */
export function rateTable(
  groups: readonly (readonly [name: string, metrics: Metrics])[],
  render: (text: Message) => string,
): RateTable {
  const titles = rateNames.map((name) => render(rateTitle(name)));
  return {
    head: ['', 'n', ...titles, render(message('bench.report.failed'))],
    rows: groups.map(([name, metrics]) => [
      name,
      String(metrics.n),
      ...rateNames.map((rate) => rateText(metrics, rate)),
      String(metrics.failed),
    ]),
  };
}

/** What a rate is called. */
export function rateTitle(name: RateName): Message {
  return message(`bench.rate.${name}`);
}

/** `43.2 % (35.1–51.6)`: a rate and its 95 % interval in percent; a dash where there is no rate. */
export function rateText(metrics: Metrics, name: RateName): string {
  const value = metrics[name];
  const interval = metrics.intervals[name];
  if (value === null || interval === null) return '–';
  const percent = (rate: number) => (rate * 100).toFixed(1);
  return `${percent(value)} % (${percent(interval.low)}–${percent(interval.high)})`;
}
