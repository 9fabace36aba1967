import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ModelEndpoint, startModelEndpoint, streamText } from '../support/model-endpoint.ts';
import { type InterfaceLanguage, Workbench } from './support/workbench.ts';

interface Words {
  readonly language: InterfaceLanguage;
  readonly command: string;
  readonly title: string;
  readonly ask: string;
  readonly leaves: string;
  readonly running: string;
  readonly stopped: string;
  readonly resume: string;
  readonly stop: string;
  readonly complete: string;
}

const english: Words = {
  language: 'en',
  command: 'Factprobe: Run Benchmark…',
  title: 'Run a benchmark',
  ask: 'Ask 20 questions',
  leaves: 'nothing of the workspace does',
  running: 'of 20 answered and graded',
  stopped: 'The benchmark was stopped',
  resume: 'Resume Run',
  stop: 'Stop Run',
  complete: 'The run is complete: every item has a grade.',
};

const chinese: Words = {
  language: 'zh-cn',
  command: 'Factprobe: 运行基准测试…',
  title: '运行基准测试',
  ask: '提出 20 个问题',
  leaves: '不发送工作区的任何内容',
  running: '已回答并评分',
  stopped: '基准测试已停止',
  resume: '恢复运行',
  stop: '停止运行',
  complete: '运行已完成：每一项都有评判。',
};

describe.each([english, chinese])('a benchmark by hand, $language', (words) => {
  let workbench: Workbench;
  let endpoint: ModelEndpoint;
  let asked = 0;
  let held = Number.POSITIVE_INFINITY;

  beforeAll(async () => {
    endpoint = await startModelEndpoint({
      completion: (response, body) => {
        if (/Count from one|Name a colour|Say hello/.test(JSON.stringify(body.messages))) {
          return streamText(response, 'one, ', 'two');
        }
        asked++;
        // Whatever the order of the questions: of a number, rules alone can't tell everywhere that it is wrong.
        const isGuess = /python/i.test(JSON.stringify(body.messages));
        if (asked <= held) streamText(response, isGuess ? '42' : "I don't know.");
      },
    });
    workbench = await Workbench.open({
      language: words.language,
      settings: { 'factprobe.endpoints': [{ url: endpoint.url, model: 'tiny' }] },
    });
    // The extension is there once it has found something.
    await workbench.openFile('upload.ts');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
  });

  afterAll(async () => {
    await workbench?.close();
    await endpoint?.[Symbol.asyncDispose]();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  const box = () => workbench.page.locator('.quick-input-widget:visible');
  const notice = (text: string) => workbench.page.locator('.notification-toast', { hasText: text });

  /** Waits for a step and takes a picture of it. */
  async function step(number: number): Promise<void> {
    await box()
      .locator('.quick-input-title', { hasText: `${words.title} (${number}/6)` })
      .waitFor();
    await box().locator('.monaco-list-row.focused').waitFor();
    await workbench.picture(`benchmark-step-${number}`);
  }

  it('is chosen step by step, with what it can tell and what leaves', async () => {
    await workbench.runCommand(words.command);
    await step(1);
    await workbench.page.keyboard.press('Enter');
    await step(2);
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await step(3);
    await workbench.page.keyboard.press('Enter');
    await step(4);
    await workbench.choose('20');
    await step(5);
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await step(6);
    const preview = await box().textContent();
    for (const said of [words.ask, words.leaves, 'factprobe-runs/tiny-']) expect(preview).toContain(said);
  });

  it('shows how far it is, ends when it is stopped, and keeps what it has', async () => {
    held = 8;
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => asked, { timeout: 60_000 }).toBeGreaterThan(8);
    const running = notice(words.running);
    await running.waitFor();
    const page = workbench.webView();
    const stop = page.locator('button.action', { hasText: words.stop });
    await stop.waitFor();
    await page.locator('.items tbody tr').first().waitFor();
    await workbench.picture('benchmark-running');
    await stop.click();
    await notice(words.stopped).waitFor();
    await workbench.picture('benchmark-stopped');
  });

  it('goes on from its own page to the end', async () => {
    held = Number.POSITIVE_INFINITY;
    const page = workbench.webView();
    await page.locator('button.action', { hasText: words.resume }).click();
    await page.locator('.notes', { hasText: words.complete }).waitFor();
    expect(await page.locator('button.action').isVisible()).toBe(false);
    await workbench.picture('benchmark-complete');
    expect(workbench.refused.filter(({ isFromFrame }) => isFromFrame)).toEqual([]);
  });
});
