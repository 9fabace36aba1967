import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type InterfaceLanguage, Workbench } from './support/workbench.ts';

interface Words {
  readonly language: InterfaceLanguage;
  readonly verdict: string;
  readonly reason: string;
  readonly correction: string;
  readonly commands: { readonly next: string; readonly symbol: string; readonly question: string };
  /** A ready question about the symbol, and what comes of it. */
  readonly ready: string;
  readonly answered: string;
  readonly answer: string;
  readonly short: string;
  /** What the box for a question suggests, a question of the user's own, and what comes of it. */
  readonly example: string;
  readonly own: string;
  readonly declined: string;
  readonly why: string;
}

const english: Words = {
  language: 'en',
  verdict: 'Contradicted',
  reason: 'The default of attempts is 5, not 3.',
  correction: 'Correct the default to 5',
  commands: {
    next: 'Factprobe: Next Finding',
    symbol: 'Factprobe: Ask About Symbol',
    question: 'Factprobe: Ask an API Question…',
  },
  ready: 'What is the default of options.attempts in retry?',
  answered: 'Answered',
  answer: 'The default of options.attempts in retry is 4 (steady-retry 2.3.1).',
  short: '4 (steady-retry 2.3.1)',
  example: 'What is the default of attempts in retry?',
  own: 'What is the default of width in leftPad.pad?',
  declined: 'Declined',
  why: 'Nothing that is installed here answers to leftPad.',
};

const chinese: Words = {
  language: 'zh-cn',
  verdict: '与代码矛盾',
  reason: 'attempts 的默认值是 5，而不是 3。',
  correction: '将默认值更正为 5',
  commands: {
    next: 'Factprobe: 下一个发现',
    symbol: 'Factprobe: 就符号提问',
    question: 'Factprobe: 提出 API 问题…',
  },
  ready: 'retry 的 options.attempts 默认值是什么？',
  answered: '已回答',
  answer: 'retry 中 options.attempts 的默认值是 4（steady-retry 2.3.1）。',
  short: '4（steady-retry 2.3.1）',
  example: 'retry',
  own: 'leftPad.pad 的 width 默认值是什么？',
  declined: '未作答',
  why: '这里安装的软件包中没有 leftPad',
};

describe.each([english, chinese])('the editor in $language', (words) => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await Workbench.open({ language: words.language });
  });

  afterAll(() => workbench?.close());

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  it('underlines a false claim', async () => {
    await workbench.openFile('upload.ts');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await expect.poll(() => workbench.page.locator('.squiggly-warning').count()).toBe(2);
    await workbench.picture('1-underlined');
  });

  it('shows verdict, reason, proof and correction on hover', async () => {
    const card = await workbench.hoverOn('attempts=3', words.verdict);
    for (const part of [words.reason, 'upload.ts:20', 'attempts = 5', words.correction]) {
      expect(card).toContain(part);
    }
    await workbench.picture('2-hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('lists it under Problems', async () => {
    await workbench.page.keyboard.press('Control+Shift+M');
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: words.reason }).waitFor();
    await workbench.picture('3-problems');
    await workbench.page.keyboard.press('Control+J');
  });

  it('corrects it with the keyboard alone', async () => {
    await workbench.goTo(1, 1);
    await workbench.runCommand(words.commands.next);
    await workbench.page.locator('.monaco-hover:visible', { hasText: words.reason }).waitFor();
    await workbench.openCorrections(words.correction);
    await workbench.picture('4-correction');
    await workbench.page.keyboard.press('Enter');
    await expect
      .poll(() => workbench.shownLines())
      .toContain(' * @param [attempts=5] How often a piece is tried.');
    await expect.poll(() => workbench.page.locator('.squiggly-warning').count()).toBe(1);
    await workbench.picture('5-corrected');
  });

  it('answers about the symbol under the cursor, at the line’s end and in the view', async () => {
    await workbench.goTo(1, 11);
    await workbench.runCommand(words.commands.symbol);
    const ready = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: words.ready });
    await ready.waitFor();
    await workbench.picture('6-questions');
    await workbench.choose(words.ready);
    await expect.poll(() => workbench.behindLines()).toContain(words.short);
    const view = workbench.webView();
    await view.locator('.verdict.answered', { hasText: words.answered }).waitFor();
    const shown = await view.locator('#newest').textContent();
    for (const part of [words.ready, words.answer, 'attempts = 4', 'steady-retry 2.3.1']) {
      expect(shown).toContain(part);
    }
    await workbench.picture('7-answer');
  });

  it('clears the answer at the line’s end with Esc', async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Escape');
    await expect.poll(() => workbench.behindLines()).not.toContain(words.short);
    await workbench.picture('8-cleared');
  });

  it('opens the passage from the view', async () => {
    await workbench.webView().locator('button.link').first().click();
    await workbench.page.locator('.tab.active', { hasText: 'index.js' }).waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 3, Col' }).waitFor();
    await workbench.picture('9-evidence');
  });

  it('declines a question about what is not installed, and says why', async () => {
    await workbench.runCommand(words.commands.question);
    await workbench.answerBox(words.example, words.own);
    const view = workbench.webView();
    await view.locator('.verdict.declined', { hasText: words.declined }).waitFor();
    expect(await view.locator('#newest').textContent()).toContain(words.why);
    await workbench.picture('10-declined');
  });

  it('asks no other machine for anything in its views', () => {
    // The editor’s own page looks for its gallery.
    expect(workbench.refused.filter(({ isFromFrame }) => isFromFrame)).toEqual([]);
  });
});
