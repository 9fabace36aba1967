import {
  type Question,
  type RetryTools,
  type RunEvent,
  type RunHeader,
  runBenchmark,
  runLine,
} from '../../src/core/benchmark/index.ts';
import { type Scripted, scriptedModel } from './scripted-model.ts';

/** One try, no waiting, and all the time of the world. */
export const untimed: RetryTools = {
  retries: 0,
  seconds: 1000,
  clock: () => 0,
  sleep: async () => undefined,
  within: (_seconds, signal, work) => work(signal),
};

/** The first line of a run over some questions that rules alone grade. */
export function runHeaderOf(questions: readonly Question[], fields: Partial<RunHeader> = {}): RunHeader {
  return {
    type: 'run',
    version: 1,
    id: 'run-1',
    started: '2026-01-01T00:00:00.000Z',
    factprobe: '0.1.0',
    server: { software: null, version: null, contextTokens: null },
    setup: {
      set: { name: 'harbour', sha256: 'abcdef0123456789', rows: questions.length },
      subset: { languages: null, humanLanguage: 'all', limit: null, selected: questions.length },
      model: { id: 'scripted', baseUrl: 'http://scripted.invalid/v1' },
      mode: 'chat',
      sampling: { temperature: 0, topP: 1, maxTokens: 100, samples: 1, seed: null },
      judge: null,
      prompts: { answer: 'answer-1', judge: 'judge-1' },
    },
    ...fields,
  };
}

/** The text of a run file: a scripted model is asked each question, and rules grade what it says. */
export async function runFileText(
  questions: readonly Question[],
  say: (question: Question) => Scripted,
): Promise<string> {
  const events: RunEvent[] = [];
  const model = scriptedModel(({ messages }) => {
    const asked = messages.at(-1)?.content ?? '';
    const found = questions.find(({ question }) => asked.startsWith(question.trim()));
    if (found === undefined) throw new Error(`nobody knows what was asked: ${asked}`);
    return say(found);
  });
  await runBenchmark(
    {
      model,
      append: async (event) => {
        events.push(event);
      },
      randomMark: () => 'mark',
      onProgress: () => undefined,
      ...untimed,
    },
    { questions, samples: 1, sampling: {}, concurrency: 1, signal: new AbortController().signal },
    { answers: new Map(), grades: new Map() },
  );
  const lines: readonly RunEvent[] = [
    runHeaderOf(questions),
    ...questions.map((question) => ({ type: 'question' as const, ...question })),
    ...events,
  ];
  return lines.map(runLine).join('');
}
