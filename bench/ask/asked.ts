import { mulberry32 } from '../planting/sample.ts';
import type { Aspect, Fact, Truth } from './fact.ts';
import { aspects } from './fact.ts';
import { phrasings } from './phrasings.ts';

/** Why a question has to be declined. */
export type Refusal =
  | 'no such symbol'
  | 'not installed'
  | 'other version'
  | 'false presupposition'
  | 'not in the evidence'
  | 'ambiguous';

/** A question with what is right to say. */
export interface Asked {
  readonly id: string;
  readonly language: string;
  readonly question: string;
  /** The last name of the symbol, for who searches for it. */
  readonly symbol: string;
  readonly package: string;
  readonly expected:
    | { readonly type: 'answer'; readonly fact: Fact }
    /** One of these reasons is right. */
    | { readonly type: 'refusal'; readonly kind: Refusal; readonly reasons: readonly string[] };
}

/** How many questions of each aspect are drawn, and the seed that draws them. */
export interface Drawing {
  readonly each: number;
  readonly seed: number;
}

/** Chooses among lists, the same for the same seed. */
export class Draw {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = mulberry32(seed);
  }

  one<T>(list: readonly T[]): T {
    const one = list[Math.floor(this.#random() * list.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  }

  /** The list in another order. */
  order<T>(list: readonly T[]): readonly T[] {
    const keyed = list.map((value) => ({ value, key: this.#random() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
  }

  /** Whether something happens that happens so often, from 0 to 1. */
  happens(share: number): boolean {
    return this.#random() < share;
  }
}

/** Facts of each aspect in turns by package, no symbol twice; yes and no alike as far as there are enough. */
export function drawnFacts(truth: Truth, { each, seed }: Drawing): readonly Fact[] {
  const draw = new Draw(seed);
  return aspects.flatMap((aspect) => {
    const own = draw.order(truth.facts.filter((one) => one.aspect === aspect));
    const yes = inTurns(own.filter((one) => one.yes === true));
    const others = inTurns(own.filter((one) => one.yes !== true));
    const half = Math.min(yes.length, Math.ceil(each / 2));
    const chosen = yes.length === 0 ? others : [...yes.slice(0, half), ...others.slice(0, each - half)];
    return chosen.slice(0, each);
  });
}

function inTurns(facts: readonly Fact[]): readonly Fact[] {
  const groups = new Map<string, Map<string, Fact>>();
  for (const fact of facts) {
    const holder = /^(?:python|Go|Java)$/.test(fact.package)
      ? fact.symbol.replace(/\.\w+$/, '')
      : fact.package;
    const group = groups.get(holder) ?? new Map<string, Fact>();
    if (!group.has(fact.symbol)) group.set(fact.symbol, fact);
    groups.set(holder, group);
  }
  const lists = [...groups.values()].map((group) => [...group.values()]);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** A fact as a question, three in ten of them in Chinese. */
export function wordedQuestion(fact: Fact, draw: Draw, topic: Aspect = fact.aspect): string {
  const { symbol, parameter, ordinal = 1 } = fact;
  const ways = phrasings[topic][parameter === undefined ? 'symbol' : 'parameter'];
  if (ways === undefined) throw new Error(`no way to ask for ${topic} of ${symbol}`);
  const isChinese = draw.happens(0.3);
  const template = draw.one(isChinese ? ways.chinese : ways.english);
  const quote = (name: string) => (draw.happens(0.2) ? `\`${name}\`` : name);
  const place = isChinese ? String(ordinal) : draw.one([ordinals[ordinal - 1] ?? nth(ordinal), nth(ordinal)]);
  return template
    .replace(/\bNth\b|N(?= ?个)/, place)
    .replace(/(?<![A-Za-z])P(?![a-z])/, () => quote(parameter ?? ''))
    .replace(/(?<![A-Za-z])S(?![a-z])/, () => quote(symbol));
}

function nth(place: number): string {
  const ending =
    place % 10 === 1 && place !== 11
      ? 'st'
      : place % 10 === 2 && place !== 12
        ? 'nd'
        : place % 10 === 3 && place !== 13
          ? 'rd'
          : 'th';
  return `${place}${ending}`;
}

/** Facts as questions. */
export function answerable(language: string, truth: Truth, drawing: Drawing): readonly Asked[] {
  const draw = new Draw(drawing.seed + 1);
  return drawnFacts(truth, drawing).map((fact, i) => ({
    id: `${language}-${i}`,
    language,
    question: wordedQuestion(fact, draw),
    symbol: lastName(fact.symbol),
    package: fact.package,
    expected: { type: 'answer', fact },
  }));
}

/** The last of a symbol's names. */
export function lastName(symbol: string): string {
  return symbol.split(/\.|::/).at(-1) ?? symbol;
}
