import type { DocumentPlace } from '../../protocol/ask.ts';

export type Direction = 'next' | 'previous';

/**
 * The place that follows or precedes `from`, going on in the next file after the last of a file and from the end to
 * the beginning. `places` are sorted by file, then by text. `undefined` when there are none.
 */
export function neighbour<Place extends DocumentPlace>(
  places: readonly Place[],
  from: DocumentPlace | undefined,
  direction: Direction,
): Place | undefined {
  const first = direction === 'next' ? places[0] : places.at(-1);
  if (from === undefined) return first;
  const isBeyond = (place: Place) =>
    direction === 'next' ? compare(place, from) > 0 : compare(place, from) < 0;
  return (direction === 'next' ? places.find(isBeyond) : places.findLast(isBeyond)) ?? first;
}

function compare(a: DocumentPlace, b: DocumentPlace): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.position.line - b.position.line || a.position.character - b.position.character;
}
