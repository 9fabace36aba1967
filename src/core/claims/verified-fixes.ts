import type { Decision, Edit } from './check.ts';

/** A decision and the place of its declaration among the documented ones of its text. */
export interface Located {
  readonly decision: Decision;
  readonly ordinal: number;
}

/** All that a text's comments claim, decided. */
export interface DecidedText {
  readonly decisions: readonly Located[];
  readonly documented: number;
  readonly isUnparsable: boolean;
}

/** A text with its decisions, and how to decide a changed copy of it. */
export interface FixRequest {
  readonly text: string;
  readonly before: DecidedText;
  readonly decide: (text: string) => Promise<DecidedText>;
}

/**
 * Those whose fix holds: made in a copy, it leaves one contradiction of its kind less. A claim of another kind that
 * it uncovers (the default of a parameter that had the wrong name) is no fault of it.
 */
export async function verifiedFixes(
  candidates: readonly Located[],
  request: FixRequest,
): Promise<ReadonlySet<Located>> {
  if (candidates.length === 0) return new Set();
  if (await holdTogether(candidates, request)) return new Set(candidates);
  if (candidates.length === 1) return new Set();
  // Deciding a whole text again costs much more than anything else here: each half is tried at once.
  const middle = Math.ceil(candidates.length / 2);
  const first = await verifiedFixes(candidates.slice(0, middle), request);
  const second = await verifiedFixes(candidates.slice(middle), request);
  return new Set([...first, ...second]);
}

async function holdTogether(
  candidates: readonly Located[],
  { text, before, decide }: FixRequest,
): Promise<boolean> {
  const edits = candidates.flatMap(({ decision }) => decision.fix?.edits ?? []);
  const changed = applyEdits(text, edits);
  if (changed === undefined) return false;
  const after = await decide(changed);
  if (after.isUnparsable) return false;
  // A comment that loses its last tag is no documentation any more: then ordinals no longer match.
  const isSingle = candidates.length === 1;
  if (!isSingle && after.documented !== before.documented) return false;
  const keyOf = ({ decision, ordinal }: Located) =>
    isSingle ? decision.kind : `${ordinal} ${decision.kind}`;
  const left = contradictions(after.decisions, keyOf);
  const had = contradictions(before.decisions, keyOf);
  return [...countBy(candidates, keyOf)].every(
    ([key, fixed]) => (left.get(key) ?? 0) <= (had.get(key) ?? 0) - fixed,
  );
}

function contradictions(all: readonly Located[], keyOf: (located: Located) => string) {
  return countBy(
    all.filter(({ decision }) => decision.verdict === 'contradicted'),
    keyOf,
  );
}

function countBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

/** The text with the edits made, or `undefined` when two of them overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string | undefined {
  const ordered = edits.toSorted((a, b) => b.span.start - a.span.start);
  let result = text;
  let limit = Number.POSITIVE_INFINITY;
  for (const { span, newText } of ordered) {
    if (span.end > limit) return undefined;
    limit = span.start;
    result = result.slice(0, span.start) + newText + result.slice(span.end);
  }
  return result;
}
