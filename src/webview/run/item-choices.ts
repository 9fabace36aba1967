import * as z from 'zod';
import { type RunOutcome, runOutcomes, type ShownItem } from '../../protocol/run-view.ts';

/** By what the items can be sorted, in the order of the columns. */
export const sortColumns = [
  'number',
  'outcome',
  'question',
  'expected',
  'reply',
  'language',
  'domain',
  'milliseconds',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/** What a page keeps while it is hidden. */
export const itemChoicesSchema = z
  .object({
    outcome: z.enum(['all', ...runOutcomes]),
    text: z.string(),
    column: z.enum(sortColumns),
    isDescending: z.boolean(),
    /** The item whose detail is open. */
    selected: z.string().nullable(),
  })
  .readonly();

/** Which items are shown in which order, and which one is open. */
export type ItemChoices = z.infer<typeof itemChoicesSchema>;

/** Every item in the order of the file, none open. */
export const firstChoices: ItemChoices = {
  outcome: 'all',
  text: '',
  column: 'number',
  isDescending: false,
  selected: null,
};

/** The items that fit, sorted; those that are equal, and those without a value at the end, in the order of the file. */
export function chosenItems(
  items: readonly ShownItem[],
  { outcome, text, column, isDescending }: ItemChoices,
  language: string,
): readonly ShownItem[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const fitting = items.filter(
    (item) => (outcome === 'all' || item.outcome === outcome) && hasAll(item, words),
  );
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = isDescending ? -1 : 1;
  return fitting.toSorted((a, b) => {
    if (column === 'milliseconds') {
      if (a.milliseconds === null || b.milliseconds === null) {
        return Number(a.milliseconds === null) - Number(b.milliseconds === null);
      }
      return sign * (a.milliseconds - b.milliseconds);
    }
    if (column === 'number') return sign * (a.number - b.number);
    if (column === 'outcome') return sign * (rank(a.outcome) - rank(b.outcome));
    return sign * collator.compare(a[column], b[column]);
  });
}

/** How many items came to which outcome. */
export function countedOutcomes(items: readonly ShownItem[]): Readonly<Record<RunOutcome, number>> {
  const counts = { correct: 0, incorrect: 0, not_attempted: 0, failed: 0 };
  for (const { outcome } of items) counts[outcome]++;
  return counts;
}

function hasAll({ question, expected, reply, language, domain }: ShownItem, words: readonly string[]) {
  if (words.length === 0) return true;
  const text = folded([question, expected, reply, language, domain].join('\n'));
  return words.every((word) => text.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function rank(outcome: RunOutcome): number {
  return runOutcomes.indexOf(outcome);
}
