import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type InterfaceLanguage, Workbench } from './support/workbench.ts';

interface Words {
  readonly language: InterfaceLanguage;
  readonly title: string;
  readonly sample: string;
  readonly check: string;
  readonly checked: string;
  readonly hover: string;
  readonly reason: string;
  readonly ask: string;
  readonly answer: string;
  readonly endpoint: string;
  readonly asked: string;
}

const english: Words = {
  language: 'en',
  title: 'Get Started with Factprobe',
  sample: 'Open the Sample',
  check: 'Check Comments in File',
  checked: '2 false claims among',
  hover: 'Go to the Next Finding',
  reason: 'The default of attempts is 5, not 3.',
  ask: 'Ask for a Default',
  answer: 'The default of options.attempts in retry is 4 (steady-retry 2.3.1).',
  endpoint: 'Add an Endpoint',
  asked: 'Add an Endpoint',
};

const chinese: Words = {
  language: 'zh-cn',
  title: 'Factprobe 入门',
  sample: '打开示例',
  check: '检查文件中的注释',
  checked: '有 2 条错误的声明',
  hover: '转到下一个发现',
  reason: 'attempts 的默认值是 5，而不是 3。',
  ask: '询问一个默认值',
  answer: 'retry 中 options.attempts 的默认值是 4（steady-retry 2.3.1）。',
  endpoint: '添加端点',
  asked: '添加端点',
};

describe.each([english, chinese])('the walkthrough in $language', (words) => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await Workbench.open({ language: words.language });
    await workbench.runCommand('Welcome: Open Walkthrough');
    // What is typed too early would go to the command's own box.
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: words.title }).click();
    await workbench.page.locator('.gettingStartedContainer .step-title').first().waitFor();
  });

  afterAll(() => workbench?.close());

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  /** Opens a step of the page and presses its button; the step counts as done then. */
  async function take(id: string, button: string): Promise<void> {
    const step = workbench.page.locator(`.getting-started-step[data-step-id$="#${id}"]`);
    if ((await step.getAttribute('aria-expanded')) !== 'true') await step.locator('.step-title').click();
    await step.getByRole('button', { name: button }).waitFor();
    await workbench.picture(`walkthrough-${id}`);
    await step.getByRole('button', { name: button }).click();
    await expect
      .poll(() => step.getByRole('checkbox').first().getAttribute('aria-checked'), { timeout: 60_000 })
      .toBe('true');
  }

  it('shows a picture of each step', async () => {
    for (const id of ['endpoint', 'ask', 'hover', 'check', 'sample']) {
      const step = workbench.page.locator(`.getting-started-step[data-step-id$="#${id}"]`);
      if ((await step.getAttribute('aria-expanded')) !== 'true') await step.locator('.step-title').click();
      await workbench.webView().locator('svg title').first().waitFor({ state: 'attached' });
      await workbench.picture(`walkthrough-${id}-media`);
    }
  });

  it('opens the sample beside it, with its false claims underlined', async () => {
    await take('sample', words.sample);
    await workbench.page.locator('.tab.active', { hasText: 'upload.ts' }).waitFor();
    await expect.poll(() => workbench.page.locator('.squiggly-warning').count(), { timeout: 60_000 }).toBe(2);
  });

  it('checks the sample', async () => {
    await take('check', words.check);
    await workbench.page.locator('.notifications-toasts', { hasText: words.checked }).waitFor();
  });

  it('goes to the finding and shows the card', async () => {
    await take('hover', words.hover);
    const card = workbench.page.locator('.monaco-hover:visible', { hasText: words.reason });
    // The page may take the focus back once more, which hides the card as a click elsewhere would.
    await expect
      .poll(
        async () => {
          if (!(await card.isVisible())) await workbench.page.keyboard.press('Control+K');
          if (!(await card.isVisible())) await workbench.page.keyboard.press('Control+I');
          return card.isVisible();
        },
        { timeout: 60_000, interval: 2000 },
      )
      .toBe(true);
    await workbench.picture('walkthrough-hover-shown');
    await workbench.page.keyboard.press('Escape');
  });

  it('asks about the package that the sample has installed', async () => {
    await take('ask', words.ask);
    // The page of the pictures stays loaded, too.
    const view = workbench.page.locator('iframe.webview.ready').last().contentFrame();
    const newest = view.frameLocator('iframe#active-frame').locator('#newest');
    await newest.filter({ hasText: words.answer }).waitFor();
    await workbench.picture('walkthrough-ask-shown');
  });

  it('leads to an endpoint', async () => {
    await take('endpoint', words.endpoint);
    await workbench.page.locator('.quick-input-widget:visible', { hasText: words.asked }).waitFor();
    await workbench.picture('walkthrough-endpoint-shown');
  });
});
