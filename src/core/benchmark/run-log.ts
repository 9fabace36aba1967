import * as z from 'zod';
import { FactprobeError, message } from '../platform/index.ts';
import type { GradedItem } from './metrics.ts';
import {
  type AnswerEvent,
  type FailureEvent,
  type GradeEvent,
  type QuestionEvent,
  type RunEvent,
  type RunHeader,
  runEventSchema,
} from './run-events.ts';

/** A question with one of its samples: what is answered and graded once. */
export function itemKey({
  questionId,
  sample,
}: {
  readonly questionId: string;
  readonly sample: number;
}): string {
  return `${questionId}#${sample}`;
}

/** What a run file holds, later lines having taken the place of earlier ones. */
export interface RunLog {
  readonly header: RunHeader;
  /** By id. */
  readonly questions: ReadonlyMap<string, QuestionEvent>;
  /** By item. */
  readonly answers: ReadonlyMap<string, AnswerEvent>;
  /** By item; of several graders rules come first, then the first judge. */
  readonly grades: ReadonlyMap<string, GradeEvent>;
  /** By item: the last failure of each that has no grade. */
  readonly failures: ReadonlyMap<string, FailureEvent>;
  /** Whether the last line was cut, as it is when a process is killed while it writes; it was left out. */
  readonly isCut: boolean;
  /** Bytes of UTF-8 up to the end of the last whole line, from which a writer goes on. */
  readonly wholeBytes: number;
}

/**
 * Reads a run file. A last line that is cut is left out; lines of a type that this version doesn't know are passed
 * over. Throws a `FactprobeError` that names the line when any other line is broken, or when there is no header.
 */
export function readRunLog(text: string): RunLog {
  const end = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, end).split('\n').slice(0, -1);
  const events = lines.map((line, index) => readLine(line, index + 1)).filter((event) => event !== undefined);
  const [header] = events;
  if (header?.type !== 'run') throw new FactprobeError(message('bench.run.no-header'));
  const folded = fold(events);
  return {
    header,
    ...folded,
    isCut: end < text.length,
    wholeBytes: utf8Length(text.slice(0, end)),
  };
}

/** An event as a line of a run file, its line feed included. */
export function runLine(event: RunEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** Each selected item's outcome: its grade, else `failed`. */
export function gradedItems({ header, questions, grades }: RunLog): readonly (GradedItem & {
  readonly question: QuestionEvent;
  readonly sample: number;
})[] {
  const samples = Array.from({ length: header.setup.sampling.samples }, (_none, sample) => sample);
  return [...questions.values()].flatMap((question) =>
    samples.map((sample) => {
      const grade = grades.get(itemKey({ questionId: question.id, sample }));
      const shared = { question, sample, cluster: question.cluster };
      return grade === undefined
        ? { ...shared, outcome: 'failed' as const }
        : { ...shared, outcome: grade.grade, reason: grade.reason };
    }),
  );
}

const anyTypeSchema = z.object({ type: z.string() });
const knownTypes: ReadonlySet<string> = new Set(['run', 'question', 'answer', 'grade', 'failure', 'end']);

function readLine(line: string, number: number): RunEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new FactprobeError(message('bench.run.broken-line', { line: number }), { cause });
  }
  const typed = anyTypeSchema.safeParse(value).data;
  if (typed !== undefined && !knownTypes.has(typed.type)) return undefined;
  const parsed = runEventSchema.safeParse(value);
  if (!parsed.success) throw new FactprobeError(message('bench.run.broken-line', { line: number }));
  return parsed.data;
}

function fold(events: readonly RunEvent[]) {
  const questions = new Map<string, QuestionEvent>();
  const answers = new Map<string, AnswerEvent>();
  const grades = new Map<string, GradeEvent>();
  const failures = new Map<string, FailureEvent>();
  for (const event of events) {
    if (event.type === 'question') questions.set(event.id, event);
    if (event.type === 'answer') answers.set(itemKey(event), event);
    if (event.type === 'failure') failures.set(itemKey(event), event);
    if (event.type === 'grade' && takesPlace(event, grades.get(itemKey(event)))) {
      grades.set(itemKey(event), event);
    }
  }
  for (const key of grades.keys()) failures.delete(key);
  return { questions, answers, grades, failures };
}

/** Rules before judges, the first judge before others, and of one grader the later word. */
function takesPlace(event: GradeEvent, known: GradeEvent | undefined): boolean {
  return known === undefined || known.grader === event.grader || event.grader === 'rules';
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
