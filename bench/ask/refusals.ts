import { type Asked, Draw, type Drawing, lastName, type Refusal, wordedQuestion } from './asked.ts';
import type { Aspect, Fact, Truth } from './fact.ts';

/** What the refusals of one language are made of. */
export interface RefusalMaterial {
  readonly language: string;
  readonly truth: Truth;
  /** Published packages that are not installed, with a symbol of each as a question writes it. */
  readonly absent: readonly string[];
  /** The packages that the workspace's manifest names, as questions write them. */
  readonly named: ReadonlySet<string>;
}

type Made = Pick<Asked, 'question' | 'symbol' | 'package'> & { readonly reasons: readonly string[] };
type Maker = (material: RefusalMaterial, draw: Draw) => Made | undefined;

const makers: Readonly<Record<Refusal, readonly Maker[]>> = {
  'no such symbol': [misspelt, extended],
  'not installed': [notInstalled],
  'other version': [otherVersion],
  'false presupposition': [notDeprecated, noSuchPlace, noSuchParameter],
  'not in the evidence': [opinion],
  ambiguous: [ambiguous],
};

/** Questions that have to be declined, as many of each kind. */
export function refusals(material: RefusalMaterial, { each, seed }: Drawing): readonly Asked[] {
  const draw = new Draw(seed + 2);
  const found: Asked[] = [];
  for (const kind of [
    'no such symbol',
    'not installed',
    'other version',
    'false presupposition',
    'not in the evidence',
    'ambiguous',
  ] as const) {
    const questions = new Map<string, Asked>();
    for (let tries = 0; questions.size < each && tries < each * 50; tries++) {
      const made = draw.one(makers[kind])(material, draw);
      if (made === undefined) continue;
      const { reasons, ...asked } = made;
      const id = `${material.language}-${kind.replaceAll(' ', '-')}-${questions.size}`;
      const expected = { type: 'refusal', kind, reasons } as const;
      questions.set(asked.question, { id, language: material.language, ...asked, expected });
    }
    found.push(...questions.values());
  }
  return found;
}

const general: readonly Aspect[] = ['parameters', 'returns', 'deprecated'];

function factOf({ truth }: RefusalMaterial, draw: Draw, fits: (one: Fact) => boolean): Fact | undefined {
  const own = truth.facts.filter(fits);
  return own.length === 0 ? undefined : draw.one(own);
}

function about(fact: Fact, symbol: string, draw: Draw, reasons: readonly string[]): Made {
  const { parameter: _, ...rest } = fact;
  const question = wordedQuestion({ ...rest, symbol }, draw, draw.one(general));
  return { question, symbol: lastName(symbol), package: fact.package, reasons };
}

/** A function, as far as a language's truth tells. */
function isCall({ aspect }: Fact): boolean {
  return aspect === 'parameters' || aspect === 'returns';
}

/** A name of C has no package in front of it that could be installed or not. */
function unknownSymbol({ language }: RefusalMaterial): readonly string[] {
  return ['no-such-symbol', 'unseen-symbol', ...(language === 'c' ? ['not-installed'] : [])];
}

/** Two letters of a name swapped, so that no name of the package is meant. */
function misspelt(material: RefusalMaterial, draw: Draw): Made | undefined {
  const fact = factOf(material, draw, isCall);
  if (fact === undefined) return undefined;
  const [holder, name, joint] = apart(fact.symbol);
  const at = 1 + Math.floor(name.length / 2);
  const other = `${name.slice(0, at - 1)}${name[at] ?? 'x'}${name[at - 1] ?? ''}${name.slice(at + 1)}`;
  const symbol = `${holder}${joint}${other}`;
  return isFree(material, symbol) ? about(fact, symbol, draw, unknownSymbol(material)) : undefined;
}

/** A name that one would expect to be there. */
function extended(material: RefusalMaterial, draw: Draw): Made | undefined {
  const fact = factOf(material, draw, isCall);
  if (fact === undefined) return undefined;
  const ending =
    /_/.test(fact.symbol) || material.language === 'python'
      ? draw.one(['_many', '_safe', '_or_none'])
      : draw.one(['Many', 'Safe', 'OrNull']);
  const other = `${fact.symbol}${ending}`;
  return isFree(material, other) ? about(fact, other, draw, unknownSymbol(material)) : undefined;
}

function isFree({ truth }: RefusalMaterial, symbol: string): boolean {
  const [holder, name] = apart(symbol);
  return !(truth.names.get(holder)?.has(name) ?? false) && truth.facts.every((one) => one.symbol !== symbol);
}

/** What stands around a symbol, its own name, and what joins them. */
function apart(symbol: string): readonly [holder: string, name: string, joint: string] {
  const joint = symbol.includes('::') ? '::' : symbol.includes('.') ? '.' : '';
  const at = joint === '' ? 0 : symbol.lastIndexOf(joint);
  return [symbol.slice(0, at), symbol.slice(at + joint.length), joint];
}

function notInstalled({ absent }: RefusalMaterial, draw: Draw): Made {
  const symbol = draw.one(absent);
  const fact: Fact = { aspect: 'parameters', package: symbol.split(/\.|::/)[0] ?? symbol, symbol };
  return about(fact, symbol, draw, ['not-installed']);
}

/** A question that would be answered, for a version that isn't the installed one. */
function otherVersion(material: RefusalMaterial, draw: Draw): Made | undefined {
  const fact = factOf(
    material,
    draw,
    (one) => isCall(one) && (material.named.size === 0 || material.named.has(one.package)),
  );
  if (fact === undefined) return undefined;
  const version = draw.one(['0.0.1', '99.0', '0.1.2', '88.1.0']);
  const name = fact.package;
  const question = draw.one([
    `In ${name} ${version}, which parameters does ${fact.symbol} take?`,
    `Which parameters does ${fact.symbol} take in ${name} ${version}?`,
    `What does ${fact.symbol} return in version ${version} of ${name}?`,
    `Is ${fact.symbol} deprecated in ${name}@${version}?`,
    `在 ${name} ${version} 中，${fact.symbol} 有哪些参数？`,
    `${name} ${version} 版本的 ${fact.symbol} 返回什么？`,
  ]);
  return {
    question,
    symbol: lastName(fact.symbol),
    package: name,
    reasons: ['other-version', 'version-unknown'],
  };
}

function notDeprecated(material: RefusalMaterial, draw: Draw): Made | undefined {
  const fact = factOf(material, draw, ({ aspect, yes }) => aspect === 'deprecated' && yes === false);
  if (fact === undefined) return undefined;
  const question = wordedQuestion(fact, draw, draw.one(['deprecated-since', 'replacement']));
  const { symbol, package: name } = fact;
  return { question, symbol: lastName(symbol), package: name, reasons: ['not-deprecated'] };
}

function noSuchPlace(material: RefusalMaterial, draw: Draw): Made | undefined {
  const fact = factOf(material, draw, ({ aspect }) => aspect === 'nth');
  if (fact === undefined) return undefined;
  const question = wordedQuestion({ ...fact, ordinal: (fact.count ?? 0) + 2 }, draw);
  const { symbol, package: name } = fact;
  return { question, symbol: lastName(symbol), package: name, reasons: ['no-such-place', 'overloads'] };
}

const unknownParameters = ['verbosity', 'retryCount', 'max_depth', 'colour', 'dryRun'];

function noSuchParameter(material: RefusalMaterial, draw: Draw): Made | undefined {
  const fact = factOf(
    material,
    draw,
    ({ aspect, names = [] }) => aspect === 'parameters' && names.length > 0,
  );
  const parameter = draw.one(unknownParameters);
  if (fact === undefined || (fact.names ?? []).includes(parameter)) return undefined;
  const question = wordedQuestion({ ...fact, parameter }, draw, draw.one(['default', 'type']));
  const { symbol, package: name } = fact;
  const reasons = ['no-such-parameter', 'further-arguments', 'overloads'];
  return { question, symbol: lastName(symbol), package: name, reasons };
}

const opinions = [
  'Is S faster than T?',
  'How much memory does S use for a million items?',
  'Who wrote S?',
  'Which of S and T do most projects prefer?',
  'How many downloads a week does D have?',
  'What will the next release of D change about S?',
  'Why was S designed this way?',
  'On which day was the last release of D published?',
  'Does S work well together with T?',
  'Is it a good idea to call S in a loop?',
  'How do I mock S in a test?',
  'S 和 T 哪个更快？',
  '谁写了 D？',
  'D 的下一个版本什么时候发布？',
  'S 在生产环境里好用吗？',
];

/** What no declaration tells. */
function opinion(material: RefusalMaterial, draw: Draw): Made | undefined {
  const [one, other] = [1, 2].map(() => factOf(material, draw, isCall));
  if (one === undefined || other === undefined) return undefined;
  const question = draw
    .one(opinions)
    .replace(/\bS\b/, one.symbol)
    .replace(/\bT\b/, other.symbol)
    .replace(/\bD\b/, one.package);
  return { question, symbol: lastName(one.symbol), package: one.package, reasons: [] };
}

/** A bare name that several packages of the manifest give. */
function ambiguous(material: RefusalMaterial, draw: Draw): Made | undefined {
  const owners = new Map<string, Set<string>>();
  for (const { aspect, symbol, package: owner } of material.truth.facts) {
    const [holder, name] = apart(symbol);
    if (aspect !== 'parameters' || !material.named.has(owner) || holder.includes('.')) continue;
    owners.set(name, new Set([...(owners.get(name) ?? []), owner]));
  }
  const shared = [...owners].filter(([, own]) => own.size > 1).map(([name]) => name);
  if (shared.length === 0) return undefined;
  const name = draw.one(shared);
  const question = wordedQuestion(
    { aspect: 'parameters', package: '', symbol: name },
    draw,
    draw.one(general),
  );
  return { question, symbol: name, package: '', reasons: ['ambiguous'] };
}
