import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { questionOf } from '../support/questions.ts';
import { runFileText } from '../support/runs.ts';
import { failureOf, type Scripted } from '../support/scripted-model.ts';
import { type InterfaceLanguage, Workbench } from './support/workbench.ts';

interface Words {
  readonly language: InterfaceLanguage;
  readonly title: string;
  readonly counts: string;
  readonly question: string;
  readonly incorrect: string;
  readonly shown: string;
  readonly grown: string;
  readonly broken: string;
}

const english: Words = {
  language: 'en',
  title: 'Benchmark run',
  counts: '33 answers were graded: 21 correct, 8 incorrect, 4 not attempted.',
  question: 'Question',
  incorrect: 'Incorrect (8)',
  shown: 'Shown: 8 / 36',
  grown: 'Incorrect (9)',
  broken: 'Line 1 of the run file is broken',
};

const chinese: Words = {
  language: 'zh-cn',
  title: '基准运行',
  counts: '已评判 33 个回答：21 个正确，8 个错误，4 个未作答。',
  question: '问题',
  incorrect: '错误 (8)',
  shown: '显示: 8 / 36',
  grown: '错误 (9)',
  broken: '运行文件的第 1 行已损坏',
};

const hostile = '<img src=x onerror="document.title=1"> **bold**';
const questions = Array.from({ length: 36 }, (_none, index) => {
  const id = `q${index + 1}`;
  const isChinese = index % 3 === 1;
  return questionOf({
    id,
    cluster: id,
    question: isChinese
      ? `第 ${index + 1} 号泊位的默认深度是多少？`
      : `How deep is berth ${index + 1} by default?`,
    answer: String(index + 10),
    domain: [index % 2 === 0 ? 'Standard library' : 'Frameworks', 'Defaults'],
    programming_language: ['python', 'javascript', 'go'][index % 3] ?? 'python',
    human_language: isChinese ? 'chinese' : 'english',
  });
});

/** Twenty-one right, eight wrong, four that don't know, three without a reply. */
function say(index: number, answer: string): Scripted {
  const milliseconds = 400 + ((index * 137) % 900);
  if (index >= 33) return failureOf('timeout');
  if (index % 9 === 4) return { text: '', milliseconds };
  if (index % 4 === 1 || index === 0) return { text: '9999', thinking: hostile, milliseconds };
  return { text: answer, milliseconds, usage: { promptTokens: 40, completionTokens: 4 } };
}

const text = await runFileText(questions, ({ id, answer }) => say(Number(id.slice(1)) - 1, answer));

describe.each([english, chinese])('a run in the editor, $language', (words) => {
  let workbench: Workbench;
  let run: FrameLocator;

  beforeAll(async () => {
    workbench = await Workbench.open({
      language: words.language,
      files: { 'harbour.factrun': text, 'broken.factrun': 'no run\n' },
    });
    run = await workbench.openRun('harbour.factrun');
  });

  afterAll(() => workbench?.close());

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  it('shows what was asked and what came of it', async () => {
    await run.locator('h1', { hasText: words.title }).waitFor();
    await run.locator('.notes', { hasText: words.counts }).waitFor();
    await expect.poll(() => run.locator('.items tbody tr').count()).toBe(36);
    await workbench.picture('run-1-summary');
  });

  it('sorts, filters and opens an item', async () => {
    await run.locator('.items thead button', { hasText: words.question }).click();
    await run.locator('.items thead button', { hasText: words.question }).click();
    expect(await run.locator('th[aria-sort=descending]').textContent()).toBe(words.question);
    await run.locator('.filters select').selectOption({ label: words.incorrect });
    await run.locator('.filters [role=status]', { hasText: words.shown }).waitFor();
    await run.locator('.filters input').fill('javascript FRAMEWORKS');
    await run.locator('.items tbody tr').first().locator('button').focus();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.page.keyboard.press('Enter');
    await run.locator('.detail:focus h2').waitFor();
    await run.locator('.detail summary').click();
    expect(await run.locator('.detail details pre').textContent()).toBe(hostile);
    await workbench.picture('run-2-item');
  });

  it('follows a file that grows, and keeps what was chosen', async () => {
    const judged = {
      type: 'grade',
      questionId: 'q34',
      sample: 0,
      grade: 'incorrect',
      reason: 'judged',
      grader: 'judge@http://judge.invalid/v1',
    };
    await workbench.write('harbour.factrun', `${text}${JSON.stringify(judged)}\n{"type":"gra`);
    await run.locator('.filters option', { hasText: words.grown }).waitFor({ state: 'attached' });
    expect(await run.locator('.filters input').inputValue()).toBe('javascript FRAMEWORKS');
    await run.locator('.detail details[open]').waitFor();
    await workbench.picture('run-3-grown');
  });

  it('says in one sentence why a file is not shown', async () => {
    const broken = await workbench.openRun('broken.factrun');
    await broken.locator('[role=alert]', { hasText: words.broken }).waitFor();
    await workbench.picture('run-4-broken');
    await broken.locator('button').click();
    await workbench.page.locator('.monaco-editor .view-line', { hasText: 'no run' }).waitFor();
  });

  it('comes back as it was left', async () => {
    run = await workbench.openRun('harbour.factrun');
    await run.locator('.detail h2').waitFor();
    expect(await run.locator('.filters input').inputValue()).toBe('javascript FRAMEWORKS');
    expect(await run.locator('.items tbody tr').count()).toBe(2);
  });
});
