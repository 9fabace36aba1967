import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCheck, readQuestions } from '../../../src/core/benchmark/index.ts';
import { gradeByRules } from '../../../src/core/benchmark/rule-grader.ts';
import { sha256 } from '../../../src/node/hash.ts';
import { nearMisses } from './starter-near-misses.ts';

const sheet = readFileSync('questions/starter.factqa', 'utf8');
const { questions, problems } = readQuestions(sheet, 'starter.factqa', sha256);
type Asked = (typeof questions)[number];

const gradeOf = (question: Asked, text: string) =>
  gradeByRules(question, { text, finishReason: 'stop', isThinkingClosed: true })?.grade;
/** The replies of some that get another grade than they should. */
const except = (question: Asked, replies: readonly string[], isRight: (grade?: string) => boolean) =>
  replies.filter((reply) => !isRight(gradeOf(question, reply)));

describe('the starter set', () => {
  it('has 40 facts, each in English and in Chinese, with a check and a source', () => {
    expect(problems).toEqual([]);
    const clusters = Map.groupBy(questions, ({ cluster }) => cluster);
    expect([clusters.size, questions.length]).toEqual([40, 80]);
    for (const [cluster, pair] of clusters) {
      const [english, chinese] = pair;
      expect(pair.map(({ id, human_language: language }) => [id, language])).toEqual([
        [`${cluster}-en`, 'english'],
        [`${cluster}-zh`, 'chinese'],
      ]);
      expect(readCheck(english?.check ?? '')).toBeDefined();
      expect(english?.source).toMatch(/^https:/);
      expect(chinese?.check).toBe(english?.check);
    }
    expect(Object.keys(nearMisses).toSorted()).toEqual([...clusters.keys()].toSorted());
  });

  describe.each(questions)('$id', (question) => {
    const golds = [question.answer, ...(question.aliases ?? [])];
    const { wrong, open } = nearMisses[question.cluster] ?? { wrong: [], open: [] };

    it('has its answers graded correct, in the forms that models give them', () => {
      const forms = golds.flatMap((gold) => [
        gold,
        `\`${gold}\``,
        `**${gold}**`,
        `"${gold}"`,
        `${gold}.`,
        ` ${gold}\n`,
      ]);
      expect(except(question, forms, (grade) => grade === 'correct')).toEqual([]);
      const sentences = [
        `The answer is ${question.answer}.`,
        `答案是 ${question.answer}。`,
        `答案：${question.answer}`,
      ];
      expect(except(question, sentences, (grade) => grade === 'correct' || grade === undefined)).toEqual([]);
    });

    it('has plainly wrong values graded incorrect', () => {
      const forms = wrong.flatMap((value) => [value, `\`${value}\``]);
      expect(except(question, forms, (grade) => grade === 'incorrect')).toEqual([]);
    });

    it('has nothing else graded correct', () => {
      const mixed = wrong.flatMap((value) => [
        `${value}, ${question.answer}`,
        `${question.answer}, ${value}`,
        `${question.answer} or ${value}`,
        `${value} 或 ${question.answer}`,
        `${value} and ${question.answer}`,
        `${question.answer}/${value}`,
        `${question.answer} (${value})`,
        `Not ${question.answer} but ${value}.`,
        `不是 ${question.answer}，而是 ${value}。`,
        `${value}, not ${question.answer}`,
        `${question.answer}? No, ${value}.`,
        `It is ${value}.`,
        `The answer is ${value}; some say ${question.answer}.`,
        `${question.answer} is wrong`,
        `It used to be ${question.answer}.`,
        `It isn't ${question.answer}.`,
        `不是 ${question.answer}`,
        `${question.answer}\n${value}`,
        // The whole question said again must hide no denial.
        `${question.question.replace(/[?？]$/, '')}: not ${question.answer}`,
        `${question.question.replace(/[?？]$/, '')}: ${value}, ${question.answer}`,
      ]);
      expect(except(question, [...open, ...mixed], (grade) => grade !== 'correct')).toEqual([]);
    });
  });
});
