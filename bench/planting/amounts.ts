import type { Plant } from './plant.ts';

/** What to say of a number whose name tells what it counts. */
export interface Amount extends Pick<Plant, 'sort' | 'way'> {
  readonly words: string;
}

/** What a number may be counted in by habit: a claim is false only where it is false in all of them. */
const habits = {
  time: [1e-9, 1e-6, 1e-3, 1, 60, 3600, 86_400],
  size: [0.125, 1, 2, 4, 8, 1000, 1024, 1e6, 1024 ** 2, 1e9, 1024 ** 3],
};
const time =
  /(?:timeout|delay|interval|duration|ttl|sleep|period)(?:_?(ms|millis(?:econds)?|s|secs?|seconds))?$/i;
const size = /(?:(?:buffer|buf|chunk|block|page|cache)_?size|max_?bytes)$/i;
const tries = /(?:retries|attempts|tries|retry_?count)$/i;

/** Sentences about a number that are false, or true, in whatever unit it may be. */
export function* amountsOf(name: string, value: number): Generator<Amount> {
  const wrong = value * 2 + 3;
  const unit = time.exec(name);
  if (unit !== null && isFalse(value, wrong, 'time')) {
    yield { sort: 'plant', way: 'time', words: `Waits ${wrong} seconds` };
    yield { sort: 'plant', way: 'time beside', words: `${wrong} seconds` };
    // Without a unit of its own, a time in this language is in milliseconds.
    const seconds = /^s/i.test(unit[1] ?? '') ? value : value / 1000;
    if (Number.isInteger(seconds)) yield { sort: 'trap', way: 'time', words: `Waits ${seconds} seconds` };
    if (Number.isInteger(seconds / 60)) {
      const words = seconds === 60 ? 'one minute' : `${seconds / 60} minutes`;
      yield { sort: 'rewrite', way: 'time', words: `Waits ${words}` };
    }
  }
  if (size.test(name) && value >= 16 && isFalse(value, wrong, 'size')) {
    yield { sort: 'plant', way: 'size', words: `A size of ${wrong} bytes` };
    yield { sort: 'plant', way: 'size beside', words: `${wrong} bytes` };
    yield { sort: 'trap', way: 'size', words: `A size of ${value} bytes` };
    if (Number.isInteger(value / 1024)) {
      yield { sort: 'rewrite', way: 'size', words: `A size of ${value / 1024} KiB` };
    }
  }
  if (tries.test(name) && Number.isInteger(value)) {
    yield { sort: 'plant', way: 'count', words: `Retries ${wrong} times` };
    yield { sort: 'trap', way: 'count', words: `Retries ${value} times` };
  }
}

function isFalse(value: number, said: number, dimension: keyof typeof habits): boolean {
  return habits[dimension].every((habit) => Math.abs(value * habit - said) > 1e-6 * said);
}
