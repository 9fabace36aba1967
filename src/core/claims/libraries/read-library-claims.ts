import type { Quote } from '../../source/index.ts';
import type { Sentence } from './comment-prose.ts';
import type { LibraryClaim, Saying } from './library-claim.ts';

type Given = (group: string) => Quote;

interface Pattern {
  readonly expression: RegExp;
  readonly says: (given: Given) => Saying;
}

/** What sentences begin with that claim what follows: a remark, a reason, a contrast. */
const lead =
  '(?:(?:[-*•–+]|\\d+[.)])\\s+)?(?:(?:@(?:note|remarks?|see|todo)|[Nn]ote|NOTE|N\\.?B\\.?|[Ww]arning|WARNING|[Bb]eware|[Cc]aution|[Rr]emember|[Aa]ttention|[Ii]mportant|[Rr]emarks?)(?:\\s+that)?[:,]?\\s+)?(?:(?:[Nn]ote\\s+that|[Ss]ince|[Bb]ecause|[Aa]s|[Aa]nd|[Bb]ut|[Tt]hat|[Tt]his\\s+is\\s+because)\\s+|(?:注意|因为|由于|提示|备注)[：:，,]?\\s*)?';
/** What may follow without turning the claim round. */
const trail =
  '(?:\\s*\\([^()]*\\))?(?:\\s*[,，;；:–—-]?\\s*(?:(?:and\\s+|but\\s+)?(?:so|which|hence|therefore|thus|because|since|but\\s+we|and\\s+we|we|which\\s+is)\\b.*|(?:所以|因此|因为|故|而我们|我们).*))?\\s*[.!。！；;]?';

const mark = '[`\'"“”]{0,2}';
const name = '[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*';
const S = `(?<marked>(?:(?<role>:[\\w:]+:)|\\{@link(?:code|plain)?\\s+)?${mark}~?(?<s>${name})(?:\\(\\))?${mark}\\}?)`;
const P = `[\`'"]{0,2}(?<p>[A-Za-z_$*](?:[\\w$.]*[\\w$])?)[\`'"]{0,2}`;
const number = '[-+]?\\d[\\d_]*(?:\\.\\d+)?(?:e[-+]?\\d+)?';
const units =
  'ms|msecs?|milliseconds?|s|secs?|seconds?|min|mins|minutes?|h|hours?|days?|bytes?|[KMG]i?B|times|tries|retries|attempts|items|entries|spaces|%|毫秒|秒钟?|分钟|小时|次|个|天';
const V = `(?<v>\`[^\`]+\`|"[^"]*"|'[^']*'|${number}(?:[\\s-]?(?:${units}))?|[Tt]rue|[Ff]alse|[Nn]one|null|undefined|nil|\\[\\]|\\{\\}|\\(\\))`;
const K = '(?:parameter|argument|option|keyword(?:\\s+argument)?|kwarg|flag)';
const version = 'v?(?<v>\\d+(?:\\.\\d+)+)(?![\\w.]*\\d)';
/** A package where it is required: its registry allows more than a name of code. */
const R = '[`\'"]?(?<s>(?:@[a-z\\d~][\\w.~-]*/)?[A-Za-z][\\w.-]*[A-Za-z\\d])[`\'"]?';
const L = 'v?(?<v>\\d+(?:\\.\\d+)*)';
const least = (given: Given): Saying => ({ type: 'least', version: given('v') });
const negated = "(?:is|are)\\s+(?:not|no\\s+longer)|isn't|aren't";

const english = (source: string, says: Pattern['says'], after = ''): Pattern => ({
  expression: new RegExp(
    `^(?<lead>${lead})(?<claim>${source.replaceAll(' ', '\\s+')})${after}${trail}$`,
    'dsu',
  ),
  says,
});
const chinese = (source: string, says: Pattern['says']): Pattern => ({
  expression: new RegExp(`^(?<lead>${lead})(?<claim>${source.replaceAll(' ', '\\s*')})${trail}$`, 'dsu'),
  says,
});

const ofParameter = (given: Given): Saying => ({
  type: 'default',
  parameter: [given('p').text],
  value: given('v'),
});
const ofVerb =
  (...parameter: readonly string[]) =>
  (given: Given): Saying => ({ type: 'default', parameter, value: given('v') });
const takes =
  (holds: boolean) =>
  (given: Given): Saying => ({ type: 'takes', parameter: given('p'), holds });
const required =
  (holds: boolean) =>
  (given: Given): Saying => ({ type: 'required', parameter: given('p'), holds });
const returns = (given: Given): Saying => ({ type: 'returns', what: given('t').text });
const returned =
  '(?:an?\\s+)?(?:new\\s+|plain\\s+)?`?(?<t>None|nothing|undefined|null|str(?:ing)?|bool(?:ean)?|int(?:eger)?|float|number|list|array|tuple|dict(?:ionary)?|set|bytes|[Pp]romise|coroutine|generator|iterator)`?(?:\\s+of\\s+[\\w\\s]+)?';

/** Tried from the top; a sentence that none of them matches whole isn't read, since a part of it may turn it round. */
const patterns: readonly Pattern[] = [
  english(`(?:[Ii]n|[Ff]or) ${S},? (?:the )?${P}(?: ${K})? (?:defaults to|is by default) ${V}`, ofParameter),
  english(
    `(?:[Tt]he )?default(?: value)? (?:of|for) (?:the )?${P}(?: ${K})? (?:in|of|for|to) ${S} is ${V}`,
    ofParameter,
  ),
  english(`(?:[Tt]he )?default ${P} (?:in|of|for) ${S} is ${V}`, ofParameter),
  english(`${S}(?:'s|’s) (?:the )?${P}(?: ${K})? (?:defaults to|is by default) ${V}`, ofParameter),
  english(`${S}(?:'s|’s) default ${P} is ${V}`, ofParameter),
  english(
    `(?:[Tt]he )?(?:${K} )?${P}(?: ${K})? (?:in|of|for|to) ${S} (?:defaults to|is by default) ${V}`,
    ofParameter,
  ),
  english(`(?:[Tt]he )?(?:${K} )?${P}(?: ${K})? (?:in|of|for|to) ${S} is ${V} by default`, ofParameter),
  english(`[Bb]y default,? (?:the )?${P}(?: ${K})? (?:in|of|for|to) ${S} is ${V}`, ofParameter),
  english(`${S} has a default ${P} of ${V}`, ofParameter),
  english(`${S} (?:uses|has) an? ${V} ${P} by default`, ofParameter),
  english(`[Bb]y default,? ${S} (?:uses|has) an? ${V} ${P}`, ofParameter),
  english(`${S} (?:uses|has) ${P}=(?<v>[^\\s,]+) by default`, ofParameter),
  english(`${S} defaults to ${P}=(?<v>[^\\s,]+)`, ofParameter),
  ...timed('times out (?:after|in)', 'timeout'),
  ...timed('waits', 'wait', 'delay', 'timeout'),
  ...timed('retries', 'retries', 'max_retries', 'attempts', 'max_attempts'),
  ...timed('sleeps', 'delay', 'seconds', 'sleep'),
  ...timed('indents (?:by|with)', 'indent'),
  english(`[Bb]y default,? ${S} (?<w>(?!(?:does|is|has|was) )[a-z]+s (?:[a-z]+ ){0,2}[a-z]+)`, (given) =>
    flag(given('w').text, true),
  ),
  english(`${S} (?<w>(?!(?:does|is|has|was) )[a-z]+s (?:[a-z]+ ){0,2}?[a-z]+),? by default`, (given) =>
    flag(given('w').text, true),
  ),
  english(`[Bb]y default,? ${S} (?:does not|doesn't|will not|won't) (?<w>(?:[a-z]+ ){1,3}[a-z]+)`, (given) =>
    flag(given('w').text, false),
  ),
  english(`${S} (?:does not|doesn't|will not|won't) (?<w>(?:[a-z]+ ){1,3}?[a-z]+),? by default`, (given) =>
    flag(given('w').text, false),
  ),
  english(
    `${S} (?:takes|accepts|has|supports) (?:an?|the)(?: optional| required)? ${K} (?:called |named )?${P}`,
    takes(true),
  ),
  english(`${S} (?:takes|accepts|has|supports) (?:an?|the)(?: optional| required)? ${P} ${K}`, takes(true)),
  english(`${S} (?:has|takes|accepts|supports) no ${P} ${K}`, takes(false)),
  english(`${S} (?:does not|doesn't) (?:have|take|accept|support) (?:an?|the|any) ${P} ${K}`, takes(false)),
  english(
    `(?:[Pp]ass|[Uu]se|[Ss]et|[Ss]pecify) (?:the )?${P} (?:${K} )(?:to|of|in|with|on) ${S}`,
    takes(true),
  ),
  english(`(?:[Pp]ass|[Uu]se|[Ss]et) \`(?<p>[A-Za-z_]\\w*)=[^\`]*\` (?:to|in|with) ${S}`, takes(true)),
  english(`(?:[Tt]he )?${P} ${K} (?:${negated}) required (?:in|of|for|by) ${S}`, required(false)),
  english(`(?:[Tt]he )?${P} ${K} is required (?:in|of|for|by) ${S}`, required(true)),
  english(`(?:[Tt]he )?${P} ${K} (?:in|of|for) ${S} is required`, required(true)),
  english(`(?:[Tt]he )?${P} ${K} is optional (?:in|of|for) ${S}`, required(false)),
  english(`(?:[Tt]he )?${P} ${K} (?:in|of|for) ${S} is optional`, required(false)),
  english(`${S} (?:always )?returns ${returned}`, returns),
  english(
    `${S} (?:raises|throws) (?:an? )?[\`']?(?<e>(?:[A-Za-z_]\\w*\\.)*[A-Z]\\w*)[\`']?`,
    (given) => ({
      type: 'raises',
      exception: given('e'),
    }),
    '(?:\\s+(?:if|when|for|on|unless)\\b.*)?',
  ),
  english(`${S} is (?:async|asynchronous|an? async(?:hronous)? function|a coroutine(?: function)?)`, () => ({
    type: 'async',
    holds: true,
  })),
  english(
    `${S} (?:(?:${negated}) (?:async|asynchronous|a coroutine(?: function)?)|is (?:synchronous|a synchronous function))`,
    () => ({ type: 'async', holds: false }),
  ),
  english(
    `${S} (?:is|was|has been)(?: now| already)? (?:deprecated|obsolete) (?:since|in|as of)(?: version| release)? ${version}`,
    (given) => ({
      type: 'deprecated',
      holds: true,
      version: given('v'),
    }),
  ),
  english(`${S} (?:${negated}) deprecated`, () => ({ type: 'deprecated', holds: false })),
  english(`${S} (?:is|has been)(?: now| already)? deprecated`, () => ({ type: 'deprecated', holds: true })),
  english(
    `${S} (?:was|is|has been)(?: only)? (?:added|introduced|new|available)(?: only)? (?:in|since|from|as of)(?: version| release)? ${version}`,
    (given) => ({
      type: 'since',
      version: given('v'),
    }),
  ),
  english(
    `${S} (?:was|has been) (?:removed|dropped) (?:in|from|since|as of)(?: version| release)? ${version}`,
    (given) => ({
      type: 'removed',
      version: given('v'),
    }),
  ),
  english(
    `(?:[Tt]his(?: \\w+)? |[Ww]e |[Ii]t )?(?:requires?|needs?|depends? on) ${R} (?:version )?(?:>=|≥) ?${L}`,
    least,
  ),
  english(`(?:Requires|Needs|Depends on) ${R} (?:version )?(?:>=|≥) ?${L}`, least),
  english(
    `(?:(?:[Tt]his(?: \\w+)? |[Ww]e |[Ii]t )?(?:requires?|needs?|depends? on)|Requires|Needs|Depends on) ${R} (?:version )?${L}(?:\\+| (?:or|and) (?:later|newer|above|higher|up))`,
    least,
  ),
  chinese(`(?:本\\S{1,4})?需要 ${R} (?:版本)? (?:>=|≥) ${L}`, least),
  chinese(`(?:本\\S{1,4})?需要 ${R} (?:版本)? ${L} (?:及以上|或更高|以上)(?:版本|的版本)?`, least),
  chinese(
    `(?:在 )?${S} (?:的|中的?|里的?) ${P} (?:参数|选项)? (?:的)?默认(?:值)? (?:为|是) ${V}`,
    ofParameter,
  ),
  chinese(`(?:默认情况下 ?[，,]? )?${S} 默认 (?:在)?(?:等待|延迟) ${V}`, ofVerb('wait', 'delay', 'timeout')),
  chinese(`${S} (?:的)?默认超时(?:时间)? (?:为|是) ${V}`, ofVerb('timeout')),
  chinese(`${S} 默认 (?:在 )?${V} (?:后|之后)? 超时`, ofVerb('timeout')),
  chinese(`${S} 默认 (?:会)?重试 ${V}`, ofVerb('retries', 'max_retries', 'attempts', 'max_attempts')),
  chinese(`${S} (?:没有|不接受|不支持) (?:名为 )?${P} (?:参数|选项)`, takes(false)),
  chinese(`${S} (?:有|接受|支持)(?:一个)? (?:名为 )?${P} (?:参数|选项)`, takes(true)),
  chinese(`${S} (?:没有被|未被|没有|未|尚未)(?:弃用|废弃)`, () => ({ type: 'deprecated', holds: false })),
  chinese(
    `${S} (?:自|从|在) ${version} (?:版本?)? (?:起|开始|中|版)? (?:已|就)?被?(?:弃用|废弃)`,
    (given) => ({
      type: 'deprecated',
      holds: true,
      version: given('v'),
    }),
  ),
  chinese(`${S} (?:已经|已)?被?(?:弃用|废弃)了?`, () => ({ type: 'deprecated', holds: true })),
  chinese(
    `${S} (?:自|从|在) ${version} (?:版本?)? (?:起|开始|中|版)? (?:加入|引入|新增|添加|提供|可用)`,
    (given) => ({
      type: 'since',
      version: given('v'),
    }),
  ),
  chinese(
    `${S} (?:自|从|在) ${version} (?:版本?)? (?:起|开始|中|版)? (?:已|就)?被?(?:移除|删除)`,
    (given) => ({
      type: 'removed',
      version: given('v'),
    }),
  ),
  chinese(
    `${S} 返回 (?:一个)? (?<t>None|undefined|null|字符串|数字|整数|布尔值|列表|数组|字典|元组|Promise|生成器|迭代器)`,
    returns,
  ),
  chinese(`${S} (?:会)?(?:抛出|引发) \`?(?<e>(?:[A-Za-z_]\\w*\\.)*[A-Z]\\w*)\`?(?: 异常)?`, (given) => ({
    type: 'raises',
    exception: given('e'),
  })),
];

function timed(verb: string, ...parameters: readonly string[]): readonly Pattern[] {
  const says = ofVerb(...parameters);
  return [
    english(`${S} ${verb} ${V},? by default`, says),
    english(`[Bb]y default,? ${S} ${verb} ${V}`, says),
  ];
}

function flag(words: string, holds: boolean): Saying {
  const [verb = '', ...rest] = words.trim().split(/\s+/);
  const plain = holds ? verb.replace(/ies$/, 'y').replace(/(?<=(?:ss|sh|ch|x|z))es$|s$/, '') : verb;
  return { type: 'flag', words: [plain, ...rest].join(' '), holds };
}

/** Words by which a sentence speaks of some cases, of another time, of a wish, or of something made to stand in. */
const hedges =
  /\?\s*$|\b(?:unless|except|only|depending|depends|on (?:Windows|Linux|macOS|Mac|Unix|POSIX)|in (?:Python|Node|version)|before|prior to|older|newer|previously|formerly|historically|used to|until|will|would|should|could|might|may|e\.g\.|legacy|in the future|mock\w*|fake[sd]?|stub(?:s|bed)?|patched|monkey\w*|override[sn]?|overridden|usually|often|sometimes|some|our|here)\b|除非|仅在|有时|通常|可能|应该/i;
const conditions = /\b(?:if|when|where|while|once)\b|如果|当/i;

/** A word that each pattern has: most sentences have none. */
const cue =
  /\b(?:default|takes|accepts|has|supports|have|take|accept|support|[Pp]ass|[Uu]se|[Ss]et|[Ss]pecify|required|optional|returns|raises|throws|async|asynchronous|synchronous|coroutine|deprecated|obsolete|added|introduced|new|available|removed|dropped|defaults|[Rr]equires|[Nn]eeds|[Dd]epends)\b|[默没不有接支未尚自从在已被弃废返会抛引需]/;

/** The claims about dotted names and calls in a sentence, but for names alone. */
export function readLibraryClaims(sentence: Sentence): readonly LibraryClaim[] {
  const { text, start } = sentence;
  if (!cue.test(text)) return [];
  for (const { expression, says } of patterns) {
    const match = expression.exec(text);
    const groups = match?.groups;
    const indices = match?.indices?.groups;
    if (groups === undefined || indices === undefined) continue;
    const given: Given = (group) => {
      const [from, to] = indices[group] ?? [0, 0];
      return { text: text.slice(from, to), span: { start: start + from, end: start + to } };
    };
    const saying = says(given);
    if (saying.type !== 'least' && !isCode(given('marked').text, given('s').text)) continue;
    const claim = given('claim');
    if (hedges.test(claim.text) || hedges.test(text.slice(0, claim.span.start - start))) return [];
    if (saying.type !== 'raises' && conditions.test(claim.text)) return [];
    if (/\?\s*$/.test(text)) return [];
    return [{ claim, subject: given('s'), says: saying }];
  }
  return [];
}

/** Whether a name is written as one of code: with a dot, as a call, or between backticks or in a role. */
function isCode(marked: string, plain: string): boolean {
  return plain.includes('.') || marked.includes('`') || marked.includes('()') || marked.startsWith('{@');
}

/** Names alone, as one writes names of code: dotted, in backticks, roles and links. */
const references = [
  new RegExp(`(?<!\`)\`{1,2}(${name.replace(')*', ')+')})(?:\\(\\))?\`{1,2}(?!\`)`, 'dg'),
  new RegExp(
    `:(?:py:)?(?:func|meth|class|exc|attr|obj|data|mod):\`[~!]?(${name.replace(')*', ')+')})(?:\\(\\))?\``,
    'dg',
  ),
  new RegExp(`\\{@link(?:code|plain)?\\s+(${name.replace(')*', ')+')})(?:\\(\\))?\\s*[}|]`, 'dg'),
];
/** What is gone, to come, or somebody else's is no name of what is installed. */
const otherTimes =
  /\b(?:old|former(?:ly)?|removed?|remov(?:al|ing)|deprecated?|deprecat\w+|was|were|used to|instead of|in place of|no longer|not?|never|without|missing|lacks?|absent|legacy|before|previous(?:ly)?|future|new(?:er)?|older|replac\w+|renam\w+|hypothetical|propos\w+|unlike|earlier|prior|until|since|versions?|pre|post|compat\w*|backports?|polyfills?|shims?|monkey\w*|mocks?|fake|stub\w*|like|similar|equivalent|e\.g|typo\w*|misspel\w+|wrong)\b|n't\b|不|旧|移除|弃用|废弃|类似/i;

/** The names in a sentence that it takes for granted. */
export function readLibraryNames({ text, start }: Sentence): readonly LibraryClaim[] {
  if (otherTimes.test(text)) return [];
  return references.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match) => {
      const [from, to] = match.indices?.[1] ?? [0, 0];
      const quote = { text: text.slice(from, to), span: { start: start + from, end: start + to } };
      return quote.text === '' ? [] : [{ claim: quote, subject: quote, says: { type: 'exists' } as const }];
    }),
  );
}
