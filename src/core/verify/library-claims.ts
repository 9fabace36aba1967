/** A claim about a library as a question to its declarations, and what the answer must be for it to hold. */
export interface LibraryClaim {
  readonly question: string;
  readonly expected:
    | { readonly type: 'value'; readonly text: string }
    | { readonly type: 'type'; readonly text: string }
    | { readonly type: 'name'; readonly text: string }
    | { readonly type: 'yes' }
    | { readonly type: 'no' };
}

interface ClaimPattern {
  readonly expression: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => LibraryClaim;
}

type Read = (given: (name: string) => string) => LibraryClaim;

const pattern = (source: string, read: Read): ClaimPattern => ({
  expression: new RegExp(`^${source}$`, 'iu'),
  read: (groups) => read((name) => groups[name] ?? ''),
});

const tick = '`';
const S = String.raw`(?<s>[\p{L}_$@][^\s,;:?!]*|"[^"]+"|${tick}[^${tick}]+${tick})`;
const P = String.raw`[${tick}"']?(?<p>[\p{L}_$*][\p{L}\p{N}_$.*]*)[${tick}"']?`;
const V = '(?<v>.+?)';
const NOT = "(?:is|are) (?:not|no longer)|isn't|aren't";
const K = '(?:parameter|argument|option|keyword)';

const defaultOf: Read = (given) => ({
  question: `What is the default of \`${given('p')}\` in ${given('s')}?`,
  expected: { type: 'value', text: given('v') },
});
const returnOf: Read = (given) => ({
  question: `What does ${given('s')} return?`,
  expected: { type: 'type', text: given('v') },
});
const yesNo =
  (question: (given: (name: string) => string) => string, expected: 'yes' | 'no'): Read =>
  (given) => ({ question: question(given), expected: { type: expected } });
const isDeprecated = (given: (name: string) => string) => `Is ${given('s')} deprecated?`;
const takes = (given: (name: string) => string) => `Does ${given('s')} take a parameter \`${given('p')}\`?`;
const isRequired = (given: (name: string) => string) => `Is \`${given('p')}\` required in ${given('s')}?`;
const isOptional = (given: (name: string) => string) => `Is \`${given('p')}\` optional in ${given('s')}?`;

/** Tried from the top; a sentence that none of them matches whole isn't read, since a part of it may turn it round. */
const patterns: readonly ClaimPattern[] = [
  pattern(`(?:in|for) ${S},? the default(?: value)? (?:of|for) (?:the )?${P}(?: ${K})? is ${V}`, defaultOf),
  pattern(`(?:in|for) ${S},? ${P} (?:defaults to|is by default) ${V}`, defaultOf),
  pattern(
    `(?:the )?default(?: value)? (?:of|for) (?:the )?${P}(?: ${K})? (?:in|of|for) ${S} is ${V}`,
    defaultOf,
  ),
  pattern(`(?:the )?default ${P} (?:in|of|for) ${S} is ${V}`, defaultOf),
  pattern(`${S}'s ${P}(?: ${K})? (?:defaults to|is by default) ${V}`, defaultOf),
  pattern(`${S}'s default ${P} is ${V}`, defaultOf),
  pattern(
    `(?:the )?(?:${K} )?${P}(?: ${K})? (?:in|of|for) ${S} (?:defaults to|is by default) ${V}`,
    defaultOf,
  ),
  pattern(`(?:the )?(?:${K} )?${P}(?: ${K})? (?:in|of|for) ${S} is ${V} by default`, defaultOf),
  pattern(`by default,? (?:the )?${P}(?: ${K})? (?:in|of|for) ${S} is ${V}`, defaultOf),
  pattern(`${S} has a default ${P} of ${V}`, defaultOf),
  pattern(`${S} times out after ${V} by default`, (given) =>
    defaultOf((name) => (name === 'p' ? 'timeout' : given(name))),
  ),
  pattern(`by default,? ${S} times out after ${V}`, (given) =>
    defaultOf((name) => (name === 'p' ? 'timeout' : given(name))),
  ),
  pattern(`${S} (?:${NOT}) deprecated`, yesNo(isDeprecated, 'no')),
  pattern(`${S} (?:is|has been|was) (?:now |already )?(?:deprecated|obsolete)`, yesNo(isDeprecated, 'yes')),
  pattern(
    `${S} (?:takes|accepts|has|supports) (?:a|an|the) ${K} (?:called |named )?${P}`,
    yesNo(takes, 'yes'),
  ),
  pattern(`${S} (?:takes|accepts|has|supports) (?:a|an|the) ${P} ${K}`, yesNo(takes, 'yes')),
  pattern(`${S} (?:has|takes|accepts) no (?:${K} )?${P}(?: ${K})?`, yesNo(takes, 'no')),
  pattern(
    `(?:the )?(?:${K} )?${P}(?: ${K})? (?:${NOT}) required (?:in|of|for|by) ${S}`,
    yesNo(isRequired, 'no'),
  ),
  pattern(`(?:the )?(?:${K} )?${P}(?: ${K})? is required (?:in|of|for|by) ${S}`, yesNo(isRequired, 'yes')),
  pattern(`${S} requires (?:a |an |the )?${P}(?: ${K})?`, yesNo(isRequired, 'yes')),
  pattern(`(?:the )?(?:${K} )?${P}(?: ${K})? is optional (?:in|of|for) ${S}`, yesNo(isOptional, 'yes')),
  pattern(`(?:the )?(?<n>first|second|third|fourth|fifth|last) ${K} (?:of|in) ${S} is ${P}`, (given) => ({
    question: `What is the ${given('n')} parameter of ${given('s')}?`,
    expected: { type: 'name', text: given('p') },
  })),
  pattern(
    `(?:the )?(?:type of )?(?:${K} )?${P}(?: ${K})? (?:in|of|for) ${S} is (?:an? |of type )${V}`,
    (given) => ({
      question: `What is the type of \`${given('p')}\` in ${given('s')}?`,
      expected: { type: 'type', text: given('v') },
    }),
  ),
  pattern(`${S} returns (?:an? )?${V}`, returnOf),
  pattern(String.raw`${S}\s*的\s*${P}\s*(?:参数)?(?:的)?默认(?:值)?(?:为|是)\s*${V}`, defaultOf),
  pattern(String.raw`${S}\s*(?:没有被|未被|没有|未)(?:弃用|废弃)`, yesNo(isDeprecated, 'no')),
  pattern(String.raw`${S}\s*(?:已经|已)?被?(?:弃用|废弃)了?`, yesNo(isDeprecated, 'yes')),
  pattern(String.raw`${S}\s*返回\s*(?:一个)?\s*${V}`, returnOf),
];

/** Reads a claim about a library in English or Chinese; `undefined` when it isn't wholly understood. */
export function readLibraryClaim(claim: string): LibraryClaim | undefined {
  const text = claim
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。!！]+$/, '')
    .replaceAll('()', '');
  for (const { expression, read } of patterns) {
    const groups = expression.exec(text)?.groups;
    if (groups !== undefined) return read(groups);
  }
  return undefined;
}
