import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { Workbench } from '../e2e/support/workbench.ts';
import { type ListeningProxy, startListeningProxy } from './support/listening-proxy.ts';
import { runLines } from './support/run-lines.ts';
import { requestsUnderWay } from './support/server-load.ts';

const served = inject('servedModel');
const patience = { timeout: 480_000, interval: 100 };

describe.skipIf(served === '')('VS Code, with vLLM', () => {
  let workbench: Workbench;
  let proxy: ListeningProxy;

  beforeAll(async () => {
    proxy = await startListeningProxy(served);
    workbench = await Workbench.open({ language: 'en' });
    // The extension is there once it has found something.
    await workbench.openFile('upload.ts');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
  });

  afterAll(async () => {
    await workbench?.close();
    await proxy?.[Symbol.asyncDispose]();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  const picture = (name: string) => workbench.picture(`served-${name}`);
  const notice = (text: string) => workbench.page.locator('.notification-toast', { hasText: text });
  const step = (number: string) =>
    workbench.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: number });
  const timeout = patience.timeout;

  /** Takes the entry with a text at a step. */
  async function choose(number: string, label: string): Promise<void> {
    await step(`(${number})`).waitFor();
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().waitFor();
    await picture(`step-${number.replace('/', '-of-')}`);
    await workbench.choose(label);
  }

  it('adds the server by hand, and tells what it does', async () => {
    await workbench.runCommand('Factprobe: Add Endpoint…');
    await step('(1/3)').waitFor();
    await workbench.page.keyboard.type(proxy.url);
    await workbench.page.keyboard.press('Enter');
    await step('(2/3)').waitFor();
    await workbench.page.keyboard.press('Enter');
    await choose('3/3', 'smollm2-135m');
    const added = notice('smollm2-135m on');
    await added.waitFor();
    await added.locator('.monaco-button', { hasText: 'Test Connection' }).click();
    await workbench.page.locator('.view-line', { hasText: '# Connection to' }).waitFor({ timeout });
    const report = (await workbench.shownLines()).join('\n');
    for (const row of [
      'Software | vllm 0.32.0',
      'Model | smollm2-135m',
      'Context | 4,096 tokens',
      'Streams its replies | yes',
    ]) {
      expect(report).toContain(`| ${row} |`);
    }
    await picture('report');
  });

  it('runs a benchmark, stops it, and goes on with it', async () => {
    const from = proxy.heard.length;
    await workbench.runCommand('Factprobe: Run Benchmark…');
    await choose('1/6', "Factprobe's own questions");
    await choose('2/6', 'All languages');
    await choose('3/6', 'English and Chinese');
    await choose('4/6', '20 questions');
    await choose('5/6', 'The same model');
    await choose('6/6', 'Ask 20 questions');
    const progress = notice('Factprobe: benchmark in');
    await progress.waitFor({ timeout });
    const run = workbench.webView();
    await run.locator('h1', { hasText: 'Benchmark run' }).waitFor({ timeout });
    await run.locator('.notes', { hasText: /\b[2-9] answers were graded/ }).waitFor({ timeout });
    await picture('run-1-under-way');
    await progress.locator('.monaco-button', { hasText: 'Cancel' }).click();
    const stopped = notice('The benchmark was stopped');
    await stopped.waitFor();
    await expect.poll(() => requestsUnderWay(served), patience).toBe(0);
    await run.locator('.notes', { hasText: 'The run is not complete' }).waitFor();
    await picture('run-2-stopped');

    await stopped.locator('.monaco-button', { hasText: 'Resume Run' }).click();
    const ended = notice('20 answers were graded');
    await ended.waitFor({ timeout });
    await run.locator('.notes', { hasText: '20 answers were graded' }).waitFor();
    await expect.poll(() => run.locator('.items tbody tr').count()).toBe(20);
    const overflowing = run
      .locator('.groups td')
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
    expect(await overflowing).toBe(0);
    await picture('run-3-ended');

    const folder = join(workbench.folder, 'factprobe-runs');
    const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.factrun'));
    const lines = await runLines(join(folder, name));
    const idsOf = (type: 'answer' | 'grade') =>
      lines.flatMap((line) => (line.type === type ? [line.questionId] : []));
    const selected = lines.flatMap((line) => (line.type === 'question' ? [line.id] : []));
    expect(new Set(selected).size).toBe(20);
    expect(idsOf('answer').toSorted()).toEqual(selected.toSorted());
    expect(idsOf('grade').toSorted()).toEqual(selected.toSorted());
    // Stopping takes back what was in flight: at most four requests were for nothing.
    const questions = lines.flatMap((line) => (line.type === 'question' ? [line.question.trim()] : []));
    const asked = proxy.heard
      .slice(from)
      .filter(({ prompt }) => questions.some((text) => prompt.startsWith(text)));
    expect(asked.length).toBeLessThanOrEqual(24);
  });

  it('opens the run again, and a reply in it', async () => {
    await workbench.runCommand('View: Close All Editors');
    const folder = join(workbench.folder, 'factprobe-runs');
    const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.factrun'));
    const run = await workbench.openRun(name);
    await run.locator('.items tbody tr').first().locator('button').click();
    await run.locator('.detail h2').waitFor();
    expect(await run.locator('.detail').textContent()).toContain('smollm2-135m');
    await picture('run-4-item');
  });

  async function ask(question: string): Promise<void> {
    await workbench.runCommand('Factprobe: Ask an API Question…');
    await workbench.answerBox('What is the default of attempts in retry?', question);
  }
  const newest = () => workbench.webView().locator('#newest');

  it('shows what the model says as it comes, and then what it is worth', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('upload.ts');
    await workbench.goTo(1, 11);
    const from = proxy.heard.length;
    await ask('Why would somebody call retry with a delay?');
    await newest().locator('.verdict.asking', { hasText: 'Asking smollm2-135m…' }).waitFor();
    await newest().locator('.growing', { hasText: /\w/ }).waitFor();
    await picture('ask-1-streaming');
    await newest().locator('.verdict:is(.cited, .closed-book, .declined)').waitFor({ timeout });
    expect(await newest().textContent()).toContain('smollm2-135m');
    expect(proxy.heard.length).toBe(from + 1);
    await picture('ask-2-answered');
  });

  it('stops the model at once', async () => {
    const from = proxy.heard.length;
    proxy.holdsReplies = true;
    await ask('How would one wait longer in steady-retry?');
    await newest().locator('.growing', { hasText: /\w/ }).waitFor();
    await newest().locator('button.stop').click();
    await newest().locator('.note', { hasText: 'The model was stopped' }).waitFor();
    await expect.poll(() => proxy.heard[from]?.isAbandoned, patience).toBe(true);
    proxy.holdsReplies = false;
    await expect.poll(() => requestsUnderWay(served), patience).toBe(0);
    await picture('ask-3-stopped');
  });

  it('answers from evidence without the model', async () => {
    const from = proxy.heard.length;
    await ask('What is the default of attempts in retry?');
    await newest().locator('p', { hasText: 'The default of options.attempts in retry is 4' }).waitFor();
    expect(proxy.heard.length).toBe(from);
  });
});
