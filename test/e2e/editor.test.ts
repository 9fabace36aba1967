import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type InterfaceLanguage, Workbench } from './support/workbench.ts';

interface Words {
  readonly language: InterfaceLanguage;
  readonly verdict: string;
  readonly reason: string;
  readonly correction: string;
  readonly commands: { readonly next: string; readonly symbol: string; readonly question: string };
  readonly asked: string;
  readonly answer: string;
  readonly answered: string;
  readonly unanswerable: string;
  readonly declined: string;
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
  asked: 'What is the default of attempts in retry?',
  answer: '4',
  answered: 'Answered',
  unanswerable: 'What is the default of timeout in left_pad.pad?',
  declined: 'Declined',
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
  asked: 'retry 的 attempts 默认值是什么？',
  answer: '4',
  answered: '已回答',
  unanswerable: 'left_pad.pad 的 timeout 默认值是什么？',
  declined: '未回答',
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
});
