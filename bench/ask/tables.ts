import type { Asked } from './asked.ts';
import type { Grade, Reply } from './grade.ts';

/** A question with what came of it. */
export interface Scored {
  readonly asked: Asked;
  readonly reply: Reply;
  readonly grade: Grade;
  readonly falsePlaces: number;
  /** Whether the piece that BM25 ranks first shows the truth. */
  readonly isRanked: boolean;
  /** Whether the first line that a search finds does. */
  readonly isFoundLine: boolean;
}

/** What was right, wrong and declined, by language and aspect, and beside the two searches. */
export function tables(all: readonly Scored[], lineSearch: string): string {
  const lines = [''];
  const languages = [...new Set(all.map(({ asked }) => asked.language))];
  for (const language of languages) {
    const own = all.filter(({ asked }) => asked.language === language);
    lines.push(...answerTable(language, own), ...refusalTable(language, own));
  }
  return [...lines, ...totals(all, lineSearch)].join('\n');
}

function answerTable(language: string, all: readonly Scored[]): readonly string[] {
  const head = row([`${language}: to be answered`, 'asked', 'right', 'wrong', 'declined', 'BM25', 'lines']);
  const groups = groupsOf(all, ({ expected }) =>
    expected.type === 'answer' ? expected.fact.aspect : undefined,
  );
  const body = groups.map(([name, own]) => {
    const of = (grade: Grade) => count(own, (one) => one.grade === grade);
    const others = [count(own, (one) => one.isRanked), count(own, (one) => one.isFoundLine)];
    return row([name, own.length, of('right'), of('wrong'), of('declined'), ...others]);
  });
  return [head, ...body, ''];
}

function refusalTable(language: string, all: readonly Scored[]): readonly string[] {
  const head = row([
    `${language}: to be declined`,
    'asked',
    'right',
    'answered',
    'other reason',
    'BM25',
    'lines',
  ]);
  const groups = groupsOf(all, ({ expected }) => (expected.type === 'refusal' ? expected.kind : undefined));
  const body = groups.map(([name, own]) => {
    const of = (grade: Grade) => count(own, (one) => one.grade === grade);
    const others = [count(own, (one) => one.isRanked), count(own, (one) => one.isFoundLine)];
    return row([name, own.length, of('right'), of('wrong'), of('mistaken'), ...others]);
  });
  return [head, ...body, ''];
}

function totals(all: readonly Scored[], lineSearch: string): readonly string[] {
  const answers = all.filter(({ asked }) => asked.expected.type === 'answer');
  const refused = all.filter(({ asked }) => asked.expected.type === 'refusal');
  const share = (part: number, whole: number) =>
    `${part} of ${whole} (${(part / Math.max(1, whole)).toFixed(3)})`;
  const right = (own: readonly Scored[]) =>
    share(
      count(own, ({ grade }) => grade === 'right'),
      own.length,
    );
  const ranked = (own: readonly Scored[]) =>
    share(
      count(own, ({ isRanked }) => isRanked),
      own.length,
    );
  const lines = (own: readonly Scored[]) =>
    share(
      count(own, ({ isFoundLine }) => isFoundLine),
      own.length,
    );
  const places = all.reduce((sum, { reply }) => sum + reply.evidence.length, 0);
  const times = all.map(({ reply }) => reply.milliseconds).sort((a, b) => a - b);
  const unproven = count(all, ({ reply }) => reply.attempted && reply.evidence.length === 0);
  return [
    `Questions                      ${all.length}, of them ${share(refused.length, all.length)} to be declined`,
    `Answered correctly             ${right(answers)}`,
    `Wrong answers                  ${share(
      count(all, ({ grade }) => grade === 'wrong'),
      all.length,
    )}`,
    `Declined for a fitting reason  ${right(refused)}`,
    `Answers without evidence       ${unproven}`,
    `Places that don't hold         ${all.reduce((sum, one) => sum + one.falsePlaces, 0)} of ${places}`,
    `BM25 (FTS5), first hit         ${ranked(answers)} answered, ${ranked(refused)} declined`,
    `${`${lineSearch}, first hit`.padEnd(31)}${lines(answers)} answered, ${lines(refused)} declined`,
    `Milliseconds a question        median ${times[times.length >> 1] ?? 0}, slowest ${times.at(-1) ?? 0}`,
  ];
}

/** Every question that was not answered or declined as it should be, for reading. */
export function missesOf(all: readonly Scored[]): string {
  return all
    .filter(({ grade, falsePlaces }) => grade !== 'right' || falsePlaces > 0)
    .map(({ asked, reply, grade, falsePlaces }) => {
      const truth =
        asked.expected.type === 'answer'
          ? asked.expected.fact
          : [asked.expected.kind, ...asked.expected.reasons];
      const said = reply.answer ?? `${reply.decidedBy}: ${reply.reason}`;
      const places = falsePlaces === 0 ? '' : `\n  ${falsePlaces} false places`;
      return `${grade} ${asked.id} ${asked.question}\n  true: ${JSON.stringify(truth)}\n  said: ${said}${places}\n`;
    })
    .join('\n');
}

function groupsOf(
  all: readonly Scored[],
  nameOf: (asked: Asked) => string | undefined,
): readonly (readonly [string, readonly Scored[]])[] {
  const groups = new Map<string, Scored[]>();
  for (const one of all) {
    const name = nameOf(one.asked);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const total = [...groups.values()].flat();
  return total.length === 0 ? [] : [...groups, ['all', total]];
}

function count(all: readonly Scored[], fits: (one: Scored) => boolean): number {
  return all.filter(fits).length;
}

function row([first, ...cells]: readonly (string | number)[]): string {
  return `${String(first).padEnd(26)}${cells.map((cell) => String(cell).padStart(13)).join('')}`;
}
