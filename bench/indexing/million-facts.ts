import {
  type EvidenceIndex,
  type IndexedFile,
  type IndexScope,
  nameKey,
} from '../../src/core/evidence/index.ts';

const wanted = 1_000_000;
const syllables = 'al ba co de en fi go hi in ja ko lu me no or pa qu re so ta un ve wi xe yo zu'.split(' ');

/** Adds made-up packages to an index until it holds a million facts; gives the scope of everything in it. */
export function fillUp(index: EvidenceIndex, real: IndexScope): IndexScope {
  const scope = new Set(real);
  const random = pseudoRandom(7);
  const word = () =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => syllables[Math.floor(random() * syllables.length)],
    ).join('');
  for (let number = 0; index.status().facts < wanted; number++) {
    index.together(() => {
      const files = Array.from({ length: 40 }, (_, i) => madeUpFile(`file${i}.js`, word));
      const content = index.begin();
      index.prepare(files)(content);
      index.finish(content, { ecosystem: 'npm', name: `made-up-${number}`, hash: `made-up-${number}` });
      scope.add(content);
    });
  }
  return scope;
}

function madeUpFile(path: string, word: () => string): IndexedFile {
  const names = Array.from({ length: 120 }, (_, i) => {
    const holder = i % 12 === 0 ? '' : `Class${Math.floor(i / 12)}.`;
    return { path: `${holder}${word()}_${word()}`, kind: 'member', start: i * 80 } as const;
  });
  const passages = Array.from({ length: 25 }, (_, i) => {
    const text = Array.from({ length: 40 }, word).join(' ');
    return { title: names[i]?.path ?? '', text, start: i * 400, end: i * 400 + text.length };
  });
  return { path, hash: path, names, passages };
}

/** Milliseconds of every query of each kind, on names and words that are there, and mistyped ones. */
export function queryTimes(index: EvidenceIndex, scope: IndexScope): ReadonlyMap<string, readonly number[]> {
  const random = pseudoRandom(11);
  const prefixes = Array.from({ length: 400 }, () => {
    const letter = () => String.fromCharCode(97 + Math.floor(random() * 26));
    return letter() + letter();
  });
  const keys = prefixes.flatMap((prefix) => index.keysFrom(prefix, scope, 4));
  const words = [
    'read',
    'file',
    'returns',
    'array',
    'parallel',
    'timeout',
    'limit',
    'cache',
    'index',
    'colour',
    'axis',
    'promise',
    'error',
    'number',
    'encoding',
    'retry',
  ];
  const pick = () => words[Math.floor(random() * words.length)] ?? '';
  const times = new Map<string, number[]>();
  const time = (kind: string, query: () => unknown) => {
    const began = performance.now();
    query();
    times.set(kind, [...(times.get(kind) ?? []), performance.now() - began]);
  };
  for (const key of keys.slice(0, 1000)) {
    time('a name', () => index.named(nameKey(key), scope));
    time('half a name', () => index.keysFrom(key.slice(0, Math.ceil(key.length / 2)), scope, 400));
  }
  for (let i = 0; i < 500; i++) {
    const asked = [pick(), pick(), pick()];
    time('three words', () => index.passages(asked, scope, 60));
  }
  return times;
}

/** Numbers in [0, 1), the same in every run (mulberry32). */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
