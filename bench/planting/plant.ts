/** One claim that is put into a copy of a source: lines that replace others. Lines count from zero. */
export interface Plant {
  /** Relative to the package. */
  readonly file: string;
  readonly kind: string;
  /** A `plant` is false; a `rewrite` says what was said in other words, a `trap` is true and looks like a plant. */
  readonly sort: 'plant' | 'rewrite' | 'trap';
  /** What is said of this kind, where several things are: each is drawn by itself. */
  readonly way: string;
  /** Whether a claim that stood there was changed, or one was added. */
  readonly how: 'changed' | 'added';
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly lines: readonly string[];
  /** The first and last of `lines` that hold the claim, both included. */
  readonly claim: readonly [number, number];
  /** Why it is false, or true. */
  readonly proof: string;
  /** The function that it stands at; a copy holds one change of each. */
  readonly group: string;
}

/** Where a planted claim stands in the copy, both lines included. */
export interface PlantedPlace {
  readonly plant: Plant;
  readonly first: number;
  readonly last: number;
}

/** A text with changes made in it, and where each stands afterwards. Changes may not share a line. */
export function planted(
  text: string,
  plants: readonly Plant[],
): { readonly text: string; readonly places: readonly PlantedPlace[] } {
  const lines = text.split('\n');
  const changed: string[] = [];
  const places: PlantedPlace[] = [];
  let next = 0;
  for (const plant of [...plants].sort((a, b) => a.from - b.from)) {
    changed.push(...lines.slice(next, plant.from));
    places.push({ plant, first: changed.length + plant.claim[0], last: changed.length + plant.claim[1] });
    changed.push(...plant.lines);
    next = plant.to;
  }
  changed.push(...lines.slice(next));
  return { text: changed.join('\n'), places };
}

/** Plants apart from each other: of a group, and of lines that two would change, the first one stays. */
export function apart(plants: readonly Plant[]): readonly Plant[] {
  const groups = new Set<string>();
  const ends = new Map<string, number>();
  return [...plants]
    .sort((a, b) => a.file.localeCompare(b.file) || a.from - b.from)
    .filter((plant) => {
      const isFree = !groups.has(plant.group) && plant.from >= (ends.get(plant.file) ?? 0);
      if (isFree) {
        groups.add(plant.group);
        ends.set(plant.file, plant.to);
      }
      return isFree;
    });
}
