import { describe, expect, it } from 'vitest';
import { previewSubset, workspaceLanguages } from '../../../src/core/benchmark/index.ts';
import { questionOf } from '../../support/questions.ts';

const clusters = (...names: readonly string[]) =>
  names.map((cluster, index) => questionOf({ id: `q${index}`, cluster }));

describe('a preview', () => {
  it('has the interval of as many clusters as there are, when they are equal', () => {
    const pairs = clusters(...Array.from({ length: 80 }, (_none, index) => `c${index % 40}`));
    const { questions, different, interval } = previewSubset(pairs);
    expect([questions, different]).toEqual([80, 40]);
    // Wilson's interval for 20 of 40.
    expect(interval?.low).toBeCloseTo(0.351995, 6);
    expect(interval?.high).toBeCloseTo(0.648005, 6);
  });

  it('counts unequal clusters for less', () => {
    const { different, interval } = previewSubset(clusters('a', 'a', 'a', 'b'));
    expect(different).toBe(2);
    // 4² / (3² + 1²) = 1.6 clusters.
    expect(interval?.low).toBeCloseTo(0.5 - 0.5 * Math.sqrt(1.959964 ** 2 / (1.6 + 1.959964 ** 2)), 5);
  });

  it('is without an interval when there is no question', () => {
    expect(previewSubset([])).toEqual({ questions: 0, different: 0, interval: undefined });
  });
});

describe('the languages of a workspace', () => {
  it('go by the names of the benchmark, the small ones left out', () => {
    const measured = [
      { language: 'TypeScript', bytes: 600 },
      { language: 'TSX', bytes: 200 },
      { language: 'C', bytes: 150 },
      { language: 'SCSS', bytes: 41 },
      { language: 'Python', bytes: 9 },
    ];
    expect(workspaceLanguages(measured)).toEqual({
      shares: [
        { language: 'javascript', share: 0.8 },
        { language: 'c', share: 0.15 },
        { language: 'html/css', share: 0.041 },
      ],
      languages: ['c', 'cpp', 'html/css', 'javascript'],
    });
  });

  it('are none where nothing is measured', () => {
    expect(workspaceLanguages([])).toEqual({ shares: [], languages: [] });
  });
});
