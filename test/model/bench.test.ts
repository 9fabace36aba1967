import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { QuestionEvent, RunEvent } from '../../src/core/benchmark/index.ts';
import { runCommand, startCommand } from '../support/command-line.ts';
import { type ListeningProxy, startListeningProxy } from './support/listening-proxy.ts';
import { runLines } from './support/run-lines.ts';
import { requestsUnderWay } from './support/server-load.ts';

const served = inject('servedModel');
/** A busy machine is no defect. */
const patience = { timeout: 480_000, interval: 50 };

// The model is far too small to be right: what is tested is that nothing is lost, repeated or made up on the way.
describe.skipIf(served === '')('factprobe bench, with vLLM', () => {
  let folder: string;
  let proxy: ListeningProxy;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'factprobe-served-'));
    proxy = await startListeningProxy(served);
  });

  afterAll(async () => {
    await proxy[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const wordsFor = (name: string, ...more: readonly string[]) => [
    ...['bench', '--questions', 'starter', '--languages', 'all', '--limit', '20', '--seed', '1'],
    ...['--base-url', proxy.url, '--out', `${name}.factrun`, '--format', 'json', ...more],
  ];
  const linesOf = (name: string) => runLines(join(folder, `${name}.factrun`));

  /** How often the model was asked each question of a run, from a number of requests on. */
  const timesAsked = (lines: readonly RunEvent[], from: number) =>
    lines
      .filter((line): line is QuestionEvent => line.type === 'question')
      .map(({ question }) =>
        proxy.heard.slice(from).filter(({ prompt }) => prompt.startsWith(question.trim())),
      )
      .map((requests) => requests.length);

  /** Each selected question stands in the file once, was answered once, and came to one grade or failure. */
  function expectEachOnce(lines: readonly RunEvent[], count = 20): void {
    const idsOf = (...types: readonly RunEvent['type'][]) =>
      lines.flatMap((line) =>
        !types.includes(line.type)
          ? []
          : 'questionId' in line
            ? line.questionId
            : 'id' in line
              ? line.id
              : [],
      );
    const selected = idsOf('question');
    expect(new Set(selected).size).toBe(count);
    for (const types of [['question'], ['answer'], ['grade', 'failure']] as const) {
      expect(idsOf(...types).toSorted(), types.join(' or ')).toEqual(selected.toSorted());
    }
  }

  it('asks twenty questions once each, and grades by rules', async () => {
    const from = proxy.heard.length;
    const { code, output, errors } = await runCommand(wordsFor('rules', '--concurrency', '8'), {
      cwd: folder,
    });
    const lines = await linesOf('rules');
    expectEachOnce(lines);
    expect(timesAsked(lines, from)).toEqual(Array.from({ length: 20 }, () => 1));
    const { complete, overall } = JSON.parse(output);
    expect(overall.n + overall.failed).toBe(20);
    expect(code).toBe(complete ? 0 : 1);
    expect(errors).toContain('The run is kept in rules.factrun.');
    expect(lines[0]).toMatchObject({
      type: 'run',
      server: { software: 'vllm', version: '0.32.0', contextTokens: 4096 },
      setup: { model: { id: 'smollm2-135m', baseUrl: `${proxy.url}/v1` }, judge: null },
    });
    for (const line of lines) {
      if (line.type === 'grade') expect(line.grader).toBe('rules');
      if (line.type === 'failure') expect([line.stage, line.reason]).toEqual(['judge', 'rules-undecided']);
    }
    expect(lines.at(-1)).toEqual({ type: 'end', complete, graded: overall.n, failed: overall.failed });
  });

  it('lets the model judge what rules leave open, and reports the run', async () => {
    const from = proxy.heard.length;
    const judging = ['--judge', 'smollm2-135m', '--concurrency', '8'];
    const { code, output } = await runCommand(wordsFor('judged', ...judging), { cwd: folder });
    const lines = await linesOf('judged');
    expectEachOnce(lines);
    expect(timesAsked(lines, from)).toEqual(Array.from({ length: 20 }, () => 1));
    const { complete, overall } = JSON.parse(output);
    // vLLM obeys a choice: there is always a grade.
    expect([code, complete, overall.n, overall.failed]).toEqual([0, true, 20, 0]);
    const graders = lines.flatMap((line) => (line.type === 'grade' ? [line.grader] : []));
    expect(graders).toContain(`smollm2-135m@${proxy.url}/v1`);
    const report = await runCommand(['report', 'judged.factrun'], { cwd: folder });
    expect(report.code).toBe(0);
    expect(report.output).toContain(`| Judge | smollm2-135m (${proxy.url}/v1) |`);
    expect(report.output).toMatch(/^\| All \| 20 \|/m);
  });

  it('goes on after kill -9 with what is not answered yet', async () => {
    const from = proxy.heard.length;
    const words = wordsFor('killed', '--limit', '8', '--concurrency', '2', '--judge', 'smollm2-135m');
    const { child, ended } = startCommand(words, { cwd: folder });
    const answers = async () => (await linesOf('killed')).filter(({ type }) => type === 'answer').length;
    await expect.poll(answers, patience).toBeGreaterThanOrEqual(3);
    child.kill('SIGKILL');
    await ended;
    const graded = (await linesOf('killed')).filter(({ type }) => type === 'grade').length;
    expect(graded).toBeLessThan(8);
    const { code } = await runCommand([...words, '--resume'], { cwd: folder });
    expect(code).toBe(0);
    const lines = await linesOf('killed');
    expectEachOnce(lines, 8);
    // What was in flight may have been asked for nothing: two requests at most.
    const repeated = timesAsked(lines, from).map((times) => times - 1);
    expect(Math.min(...repeated)).toBe(0);
    expect(repeated.reduce((sum, times) => sum + times, 0)).toBeLessThanOrEqual(2);
  });

  it('takes its requests back from the server when it is interrupted', async () => {
    const from = proxy.heard.length;
    const { child, ended } = startCommand(wordsFor('interrupted', '--concurrency', '8'), { cwd: folder });
    const isAnswered = async () => (await linesOf('interrupted')).some(({ type }) => type === 'answer');
    await expect.poll(isAnswered, patience).toBe(true);
    child.kill('SIGINT');
    await ended;
    expect(child.exitCode).toBe(130);
    expect(proxy.heard.slice(from).some(({ isAbandoned }) => isAbandoned)).toBe(true);
    await expect.poll(() => requestsUnderWay(served), patience).toBe(0);
  });
});
