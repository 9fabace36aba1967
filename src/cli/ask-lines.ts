import { availableParallelism } from 'node:os';
import { addAbortSignal, type Readable } from 'node:stream';
import * as z from 'zod';
import { CancelledError, FactprobeError, message } from '../core/platform/index.ts';
import { askJson } from '../core/report/index.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import type { PlaceOfJob } from '../protocol/worker.ts';
import { jobOf } from './ask-job.ts';
import { type AskModel, endsAll } from './ask-model.ts';
import { readPlace } from './asked-place.ts';
import type { CommandContext } from './command-context.ts';
import { type InputLine, inputLines } from './input-lines.ts';
import { nameOf } from './path-name.ts';

const maximumLineLength = 256 * 1024;

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).exactOptional(),
  question: z.string(),
  at: z.string().nullish(),
});

/** A line taken apart. */
interface AskedLine {
  readonly id?: string | number;
  readonly question: string;
  readonly at: PlaceOfJob | null;
}

interface Answering {
  readonly engine: WorkerPool;
  readonly askModel: AskModel | undefined;
  readonly context: CommandContext;
}

/**
 * Answers each line of a stream with one line of JSON, in whatever order they are done; a line that can't be read
 * gets one that says so, and the rest goes on. So many questions as there are threads, twice, are under way at
 * most, requests to a model included, and no line is read before there is room for it. Throws a `CancelledError` when
 * interrupted, and what every further request to the model would meet.
 */
export async function answerLines(
  input: Readable,
  at: PlaceOfJob | null,
  answering: Answering,
): Promise<void> {
  const { signal } = answering.context;
  const threads = availableParallelism();
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  try {
    for await (const line of inputLines(addAbortSignal(signal, input), maximumLineLength)) {
      if (line.text?.trim() === '') continue;
      const work = answerLine(line, at, { ...answering, key: `ask-${line.number % threads}` })
        .catch((error: unknown) => void failures.push(error))
        .finally(() => underWay.delete(work));
      underWay.add(work);
      while (underWay.size >= threads * 2) await Promise.race(underWay);
      if (failures.length > 0) break;
    }
    await Promise.all(underWay);
  } catch (error) {
    if (signal.aborted) throw new CancelledError('interrupted', { cause: error });
    throw error;
  }
  if (failures.length > 0) throw failures[0];
}

async function answerLine(
  line: InputLine,
  at: PlaceOfJob | null,
  { engine, askModel, context, key }: Answering & { readonly key: string },
): Promise<void> {
  const { terminal, signal } = context;
  const { render } = terminal;
  let id: string | number | undefined;
  try {
    const asked = readLine(line, at);
    id = asked.id;
    const { at: place } = asked;
    const read = await engine.run(jobOf(asked.question, place), { key, signal });
    const answer = (await askModel?.({ answer: read, at: place, key, signal })) ?? read;
    await terminal.print(`${askJson(answer, { render, nameOf, ...(id === undefined ? {} : { id }) })}\n`);
  } catch (error) {
    if (!(error instanceof FactprobeError) || endsAll(error)) throw error;
    await terminal.print(
      `${failedLine(line, error, { id: id ?? idOf(line.text), reason: render(error.text) })}\n`,
    );
  }
}

function readLine({ number, text }: InputLine, at: PlaceOfJob | null): AskedLine {
  if (text === undefined) {
    throw new FactprobeError(message('cli.line-too-long', { line: number, limit: maximumLineLength }));
  }
  if (!text.trimStart().startsWith('{')) return { question: text.trim(), at };
  const parsed = lineSchema.safeParse(parsedJson(text));
  if (!parsed.success) throw new FactprobeError(message('cli.bad-line', { line: number }));
  const { id, question, at: place } = parsed.data;
  return {
    question,
    at: place == null ? at : readPlace(place),
    ...(id === undefined ? {} : { id }),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema says of `undefined` what is to be said: this is no such line.
    return undefined;
  }
}

/** The id of a line whose rest can't be used, so that its asker can tell which one failed. */
function idOf(text: string | undefined): string | number | undefined {
  const parsed = text === undefined ? undefined : parsedJson(text);
  return z.object({ id: lineSchema.shape.id }).safeParse(parsed).data?.id;
}

/** Shaped as an answer, so that one reader fits all lines, with the error beside. */
function failedLine(
  { number, text }: InputLine,
  error: FactprobeError,
  { id, reason }: { readonly id: string | number | undefined; readonly reason: string },
): string {
  return JSON.stringify({
    version: 1,
    ...(id === undefined ? {} : { id }),
    question: text?.slice(0, 1000) ?? null,
    answer: null,
    attempted: false,
    confidence: 0,
    reason,
    decidedBy: error.text.id,
    evidence: [],
    basis: null,
    milliseconds: 0,
    error: reason,
    line: number,
  });
}
