import type { Plant } from './plant.ts';

/** At most `each` plants of every kind, sort and way to plant, the same ones for the same seed. */
export function drawn(
  plants: readonly Plant[],
  { each, seed }: { readonly each: number; readonly seed: number },
): readonly Plant[] {
  const groups = new Map<string, Plant[]>();
  for (const plant of plants) {
    const key = `${plant.kind} ${plant.sort} ${plant.how} ${plant.way}`;
    groups.set(key, [...(groups.get(key) ?? []), plant]);
  }
  return [...groups.values()].flatMap((group) => shuffled(group, seed).slice(0, each));
}

function shuffled(plants: readonly Plant[], seed: number): readonly Plant[] {
  const random = mulberry32(seed);
  return plants
    .map((plant) => ({ plant, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ plant }) => plant);
}

/** Numbers in [0, 1) from a seed: Mulberry32, by Tommy Ettinger (public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
