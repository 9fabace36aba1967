import { describe, expect, it } from 'vitest';
import { clusteredRate } from '../../../src/core/benchmark/clustered-rate.ts';
import { type GradedItem, metricsOf } from '../../../src/core/benchmark/metrics.ts';
import { wilsonInterval } from '../../../src/core/benchmark/wilson-interval.ts';

function items(correct: number, incorrect: number, notAttempted: number, failed = 0): readonly GradedItem[] {
  const outcomes = [
    ...Array<GradedItem['outcome']>(correct).fill('correct'),
    ...Array<GradedItem['outcome']>(incorrect).fill('incorrect'),
    ...Array<GradedItem['outcome']>(notAttempted).fill('not_attempted'),
    ...Array<GradedItem['outcome']>(failed).fill('failed'),
  ];
  return outcomes.map((outcome, i) => ({ cluster: `c${i}`, outcome }));
}

describe('Wilson’s interval', () => {
  // Published: Newcombe 1998, table I, method 3 (81/263, 15/148, 0/20, 1/29); brackets to four places.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %f to %f', (successes, size, low, high) => {
    const interval = wilsonInterval(successes / size, size);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('is 12–77 % for two of five, and none for nothing', () => {
    const { low, high } = wilsonInterval(2 / 5, 5) ?? { low: 0, high: 0 };
    expect([low, high].map((end) => Math.round(end * 100))).toEqual([12, 77]);
    expect(wilsonInterval(0, 0)).toBeUndefined();
  });
});

describe('the metrics', () => {
  it.each([
    // correct, incorrect, not attempted: CO, IN, NA, CGA, F by hand
    [3, 1, 1, 3 / 5, 1 / 5, 1 / 5, 3 / 4, 6 / 9],
    [0, 4, 0, 0, 1, 0, 0, 0],
    [5, 0, 0, 1, 0, 0, 1, 1],
    [7, 2, 11, 7 / 20, 2 / 20, 11 / 20, 7 / 9, 14 / 29],
  ])(
    'of %i correct, %i incorrect, %i not attempted',
    (correct, incorrect, notAttempted, co, incorrectRate, na, cga, f) => {
      const metrics = metricsOf(items(correct, incorrect, notAttempted));
      expect(metrics.n).toBe(correct + incorrect + notAttempted);
      expect(metrics.accuracy).toBeCloseTo(co, 12);
      expect(metrics.incorrect_rate).toBeCloseTo(incorrectRate, 12);
      expect(metrics.not_attempted_rate).toBeCloseTo(na, 12);
      expect(metrics.accuracy_given_attempted).toBeCloseTo(cga, 12);
      expect(metrics.f).toBeCloseTo(f, 12);
      // F is the harmonic mean of CO and CGA.
      if (co > 0) expect(metrics.f).toBeCloseTo((2 * co * cga) / (co + cga), 12);
    },
  );

  it('never count a failure, and have no rate of nothing', () => {
    const metrics = metricsOf(items(1, 0, 0, 9));
    expect(metrics).toMatchObject({ n: 1, failed: 9, accuracy: 1 });
    expect(metricsOf(items(0, 0, 2))).toMatchObject({ accuracy: 0, accuracy_given_attempted: null, f: 0 });
    expect(metricsOf([])).toMatchObject({ n: 0, accuracy: null, intervals: { accuracy: null, f: null } });
  });

  it('count reasons of what was not attempted apart', () => {
    const graded: readonly GradedItem[] = ['cut', 'cut', 'refused'].map((reason, i) => ({
      cluster: `c${i}`,
      outcome: 'not_attempted',
      reason,
    }));
    expect(metricsOf(graded).not_attempted_reasons).toEqual({ cut: 2, refused: 1 });
  });
});

describe('a clustered rate', () => {
  const single = (values: readonly number[]) =>
    values.map((value, i) => ({ cluster: `c${i}`, value, weight: 1 }));

  it('has about Wilson’s interval when every item is its own cluster', () => {
    const { value, interval } = clusteredRate(single([1, 1, 1, 0, 0, 0, 0, 0, 0, 0]));
    // By hand: n_eff = p(1-p) / (n/(n-1) * p(1-p)/n) = n - 1 = 9.
    expect(value).toBeCloseTo(0.3, 12);
    const byHand = wilsonInterval(0.3, 9);
    expect(interval?.low).toBeCloseTo(byHand?.low ?? -1, 12);
    expect(interval?.high).toBeCloseTo(byHand?.high ?? -1, 12);
  });

  it('is no surer for asking the same question again', () => {
    const once = clusteredRate(single([1, 1, 0, 0, 1, 0]));
    const thrice = clusteredRate(
      [1, 1, 0, 0, 1, 0].flatMap((value, i) => Array(3).fill({ cluster: `c${i}`, value, weight: 1 })),
    );
    expect(thrice.value).toBeCloseTo(once.value ?? -1, 12);
    expect(thrice.interval?.low).toBeCloseTo(once.interval?.low ?? -1, 12);
    expect(thrice.interval?.high).toBeCloseTo(once.interval?.high ?? -1, 12);
  });

  it('at 0 and 1 counts clusters', () => {
    expect(clusteredRate(single([0, 0, 0, 0])).interval).toEqual(wilsonInterval(0, 4));
    expect(clusteredRate([...single([1, 1]), { cluster: 'c0', value: 1, weight: 1 }]).interval?.high).toBe(1);
  });
});
