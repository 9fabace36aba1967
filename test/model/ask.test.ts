import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runCommand, startCommand } from '../support/command-line.ts';
import { type ListeningProxy, startListeningProxy } from './support/listening-proxy.ts';
import { requestsUnderWay } from './support/server-load.ts';

const served = inject('servedModel');
const patience = { timeout: 240_000, interval: 10 };
const cwd = resolve('sample');

describe.skipIf(served === '')('factprobe ask, with vLLM', () => {
  let proxy: ListeningProxy;

  beforeAll(async () => {
    proxy = await startListeningProxy(served);
  });

  afterAll(() => proxy[Symbol.asyncDispose]());

  const wordsFor = (question: string) => ['ask', question, '--base-url', proxy.url, '--format', 'json'];

  it('sends nothing where evidence answers', async () => {
    const { output } = await runCommand(wordsFor('What is the default of attempts in retry?'), { cwd });
    expect(JSON.parse(output)).toMatchObject({ attempted: true, decidedBy: 'ask.default.declared' });
    expect(proxy.heard).toEqual([]);
  });

  it.each([
    'Why would somebody call retry with a delay?',
    'Could you count from one to ten in words?',
    'retry 的 delay 有什么用？',
  ])('asks the model what evidence leaves open: %s', async (question) => {
    const from = proxy.heard.length;
    const { code, output } = await runCommand(wordsFor(question), { cwd });
    expect(code).toBe(0);
    const asked = proxy.heard.slice(from);
    expect(asked.map(({ prompt }) => prompt.includes(question))).toEqual([true]);
    const answer = JSON.parse(output);
    expect(answer).toMatchObject({ version: 1, question });
    if (answer.attempted) {
      expect(answer).toMatchObject({ decidedBy: 'smollm2-135m', reason: null });
      // Without a quote that stands where it says, nobody may take it for known.
      if (answer.evidence.length === 0) expect(answer.confidence).toBeLessThan(0.5);
    } else {
      expect(answer).toMatchObject({ answer: null, confidence: 0 });
      expect(answer.decidedBy).toMatch(/^ask\.declined\.model-/);
      expect(answer.reason).toMatch(/smollm2-135m/);
    }
  });

  it('takes the question back at once when it is interrupted', async () => {
    const from = proxy.heard.length;
    const { child, heard, ended } = startCommand(wordsFor('Why would somebody call retry with a delay?'), {
      cwd,
    });
    await expect.poll(() => proxy.heard.length, patience).toBe(from + 1);
    child.kill('SIGINT');
    await ended;
    expect([child.exitCode, heard.output]).toEqual([130, '']);
    await expect.poll(() => proxy.heard[from]?.isAbandoned, patience).toBe(true);
    await expect.poll(() => requestsUnderWay(served), patience).toBe(0);
  });
});
