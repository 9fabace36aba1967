import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benchmarkLanguages, readQuestionSet, selectQuestions } from '../../../src/core/benchmark/index.ts';
import { sha256 } from '../../../src/node/hash.ts';

const row = {
  question: 'Which method tells the day of the week?',
  answer: 'weekday',
  domain: ['Programming Languages', 'Standard library'],
  programming_language: 'python',
  human_language: 'english',
};
const lines = (...rows: readonly unknown[]) =>
  rows.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
const read = (text: string) => readQuestionSet(text, 'set.jsonl', sha256);

describe('a question set', () => {
  it('gives each row an id by its five fields, and further identical rows numbers', () => {
    const { questions } = read(lines(row, row, { ...row, answer: 'isoweekday' }, { ...row, id: 'mine' }));
    // The SHA-256 of the canonical JSON, by hand: keys sorted, no white space.
    const canonical =
      '{"answer":"weekday","domain":["Programming Languages","Standard library"],"human_language":"english","programming_language":"python","question":"Which method tells the day of the week?"}';
    const id = sha256(canonical).slice(0, 12);
    expect(questions.map((question) => question.id)).toEqual([id, `${id}-2`, expect.any(String), 'mine']);
    expect(new Set(questions.map((question) => question.cluster)).size).toBe(1);
  });

  it('counts a question asked in other words of punctuation as the same', () => {
    const { questions } = read(lines(row, { ...row, question: 'which method tells the day of the week' }));
    expect(questions[0]?.cluster).toBe(questions[1]?.cluster);
  });

  it('leaves out lines that are no question, says why, and reads the others', () => {
    const { questions, problems } = read(
      `\uFEFF${lines(row, '{"question":', '[]', { ...row, answer: ' ' }, '', { ...row, domain: 'x' }, row)}`,
    );
    expect(questions).toHaveLength(2);
    expect(problems).toEqual([
      { line: 2, problem: { id: 'bench.set.not-json' } },
      { line: 3, problem: { id: 'bench.set.not-an-object' } },
      { line: 4, problem: { id: 'bench.set.bad-field', values: { field: 'answer' } } },
      { line: 6, problem: { id: 'bench.set.bad-field', values: { field: 'domain' } } },
    ]);
  });

  const folder = process.env.FACTPROBE_SAMPLE_DATA;
  it.skipIf(folder === undefined)(
    'reads the public format whole (skipped where FACTPROBE_SAMPLE_DATA names no sample)',
    async () => {
      const text = await readFile(join(folder ?? '', 'codesimpleqa-sample.jsonl'), 'utf8');
      const { questions, problems } = read(text);
      expect([questions.length, problems]).toEqual([60, []]);
      expect(new Set(questions.map(({ id }) => id)).size).toBe(60);
    },
  );
});

describe('a subset', () => {
  const { questions } = read(
    lines(
      ...Array.from({ length: 30 }, (_none, i) => ({
        ...row,
        question: `Number ${i}?`,
        programming_language: ['python', 'java', 'others'][i % 3],
        human_language: i % 2 === 0 ? 'english' : 'chinese',
      })),
    ),
  );
  const select = (request: Partial<Parameters<typeof selectQuestions>[1]>) =>
    selectQuestions(
      questions,
      { languages: null, humanLanguage: 'all', limit: null, seed: 0, ...request },
      sha256,
    );

  it('fits languages of both kinds', () => {
    expect(select({})).toHaveLength(30);
    expect(select({ languages: ['python'] })).toHaveLength(10);
    expect(select({ languages: ['python'], humanLanguage: 'zh' })).toHaveLength(5);
  });

  it('keeps what a smaller limit had, and depends on the seed alone', () => {
    const ids = (limit: number, seed = 0) => select({ limit, seed }).map(({ id }) => id);
    expect(ids(5)).toHaveLength(5);
    expect(ids(12)).toEqual(expect.arrayContaining(ids(5)));
    expect(ids(5)).toEqual(ids(5));
    expect(ids(5, 1)).not.toEqual(ids(5));
  });

  it('knows languages by the names of editors', () => {
    expect(benchmarkLanguages(['typescriptreact', 'C#', 'c', 'scss', 'Rust'])).toEqual([
      'c',
      'c-sharp',
      'cpp',
      'html/css',
      'javascript',
      'rust',
    ]);
  });
});
