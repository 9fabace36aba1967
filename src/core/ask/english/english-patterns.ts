import type { QuestionPattern } from '../question-pattern.ts';
import { englishFirst, englishLast } from './english-further.ts';
import { patternsFor as ask, parameterWord as K, passing as PASS, whoever as WHO } from './english-words.ts';
import { ordinalWord } from './parameter-phrase.ts';

// Short names for what recurs; each table below is tried from its top.
const D = '(?:defaults?(?: value| setting)?|default values|fallback(?: value)?|initial value)';
const HEAD = '(?:(?:what|which) (?:is|are|was|were|would be) )?(?:the )?';
const N = '(?<w>required|mandatory|compulsory|obligatory|optional|keyword-only)';
const DEPRECATED = '(?:deprecated|obsolete)';
const BE = '(?:is|are|was|were|has|have)';
const BEEN = '(?:been |now |already |currently |officially |marked (?:as )?|considered )*';

const deprecated = [
  ...ask(
    'deprecated-since',
    `since (?:when|(?:what|which) (?:version|release)) ${BE} (?<s>.+?) ${BEEN}${DEPRECATED}`,
    `when (?:was|is|were|did) (?<s>.+?) (?:become |get |been )?${BEEN}${DEPRECATED}`,
    `(?:in|since|from|with|as of) (?:what|which) (?:version|release) (?:was|is|has|did|were) (?<s>.+?) (?:become |get )?${BEEN}${DEPRECATED}`,
    `(?:what|which) (?:version|release) deprecated (?<s>.+)`,
    `how long has (?<s>.+?) been ${DEPRECATED}`,
  ),
  ...ask(
    'replacement',
    `what (?:replaces|replaced|supersedes|superseded|has replaced) (?<s>.+)`,
    `what (?:is|was|were|has been) (?<s>.+?) (?:been )?(?:replaced|superseded) (?:by|with)`,
    `(?:what|which)(?: \\w+)? (?:should|can|do|must|could|would) ${WHO} (?:use|call|choose) (?:instead of|in place of|rather than) (?<s>.+)`,
    `what to (?:use|call) (?:instead of|in place of) (?<s>.+)`,
    `${HEAD}(?:recommended |suggested |official |preferred )*(?:replacement|alternative|successor|substitute) (?:of|for|to) (?:the )?(?:deprecated )?(?<s>.+)`,
    `(?<s>.+?)(?:'s)? (?:replacement|alternative|successor)`,
  ),
  ...ask(
    'deprecation-note',
    `${HEAD}deprecation (?:note|notice|message|warning|reason|text|comment) (?:of|for|on|in) (?<s>.+)`,
    `what does the deprecation (?:note|notice|message|warning|text|comment) (?:of|for|on|in) (?<s>.+?) say`,
    `${HEAD}(?<s>.+?)(?:'s)? deprecation (?:note|notice|message|warning|reason)`,
    `why (?:is|was|were|has) (?<s>.+?) ${BEEN}${DEPRECATED}`,
  ),
  ...ask(
    'deprecated',
    `${BE} (?<ps>.+?) ${BEEN}${DEPRECATED}(?: or not)?`,
    `(?<ps>.+?) (?:is |has been )?${DEPRECATED}(?: or not)?`,
  ),
];

const returns = ask(
  'returns',
  `(?:what|which)(?: type| kind| types)?(?: of)?(?: value| object| thing| result| data)?(?: type)?(?: of value)? (?:does|do|will|would|can) (?:calling |a call (?:of|to) )?(?<s>.+?) (?:return|give back|hand back|resolve to|resolve with|evaluate to)`,
  `${HEAD}(?:declared )?return(?:ed|s)?(?:-| )?(?:value|type|result|value's type|value type|type annotation)?(?: type)? (?:of|for|from|by) (?<s>.+)`,
  `${HEAD}(?:declared )?(?:data ?)?type (?:of (?:the )?|that is )?(?:value |object |result )?(?:return value|returned value|returned|return|result|value returned|object returned) (?:of|by|from) (?<s>.+)`,
  `(?:what|which)(?: type| kind of value| value)? (?:is|gets|will be) returned (?:by|from) (?<s>.+)`,
  `(?<s>.+?) returns (?:what|which type|what type)`,
  `${HEAD}(?<s>.+?)(?:'s)? return(?:ed)? (?:type|value|value type)`,
  `what (?:do|does|will|would|can) ${WHO} get (?:back )?(?:from|by calling|when calling) (?<s>.+)`,
);

const counts = ask(
  'parameter-count',
  `how many (?:${N} )?(?:positional )?${K} (?:does|can|do|must|should|will) (?<s>.+?) (?:take|accept|have|expect|need|require|support)`,
  `how many (?:${N} )?${K} (?:are there )?(?:in|of|for|can ${WHO} ${PASS} to) (?<s>.+)`,
  `how many (?:of the )?${K} of (?<s>.+?) are ${N}`,
  `${HEAD}(?:total )?(?:number|count) of (?:${N} )?${K} (?:of|in|for|to|taken by|accepted by) (?<s>.+)`,
  `${HEAD}arity of (?<s>.+)`,
);

const nth = [
  ...ask(
    'nth-parameter',
    `${HEAD}(?:name of (?:the )?)?(?<n>${ordinalWord}) (?:positional )?${K}(?:'s name| name)? (?:of|in|for|to|taken by|accepted by|passed to) (?<s>.+)`,
    `${HEAD}(?<s>.+?)'s (?<n>${ordinalWord}) (?:positional )?${K}(?: called| named)?`,
    `what (?:is|does) (?<s>.+?)(?:'s)? (?:take|accept|expect) as (?:its |the )?(?<n>${ordinalWord}) (?:positional )?${K}`,
    `(?:what|which) ${K} (?:of|in) (?<s>.+?) (?:is|comes|is the|comes at) (?:the )?(?<n>${ordinalWord})`,
    `(?:what|which) ${K} (?:is|comes) (?:the )?(?<n>${ordinalWord}) (?:in|of|for) (?<s>.+)`,
    `what is (?:the )?(?<n>${ordinalWord}) (?:positional )?${K} (?:of|in|for|to) (?<s>.+?) (?:called|named)`,
    `${HEAD}${K} (?:number |no\\.? ?|#)?(?<n>\\d+) (?:of|in|for) (?<s>.+)`,
  ),
  ...ask(
    'position',
    `(?:what|which|at (?:what|which)|in (?:what|which)) (?:position|place) (?:is|has|does) (?<ps>.+?)(?: have| in| at)?`,
    `${HEAD}(?:position|place) of (?<ps>.+)`,
  ),
];

const lists = [
  ...ask(
    'parameters',
    `(?:what|which)(?: are)?(?: the)?(?: names of)?(?: the)? (?:${N} |positional |named )?(?:function |input )?(?!options)${K} (?:does|can|do|should|must|will|may) (?<s>.+?) (?:take|accept|have|expect|need|require|support|receive|get|allow)`,
    `(?:what|which) (?:${N} )?(?!options)${K} (?:can|could|may|should|do) ${WHO} (?:have to |need to )?${PASS} (?:to|into|when calling|for|with) (?<s>.+)`,
    `(?:what|which) (?:of the )?(?!options)${K} (?:of|in|for|to) (?<s>.+?) (?:is|are) ${N}`,
    `(?:what|which) (?!options)${K} (?:is|are) ${N} (?:in|for|of|by|when calling) (?<s>.+)`,
    `(?:(?:what|which) are |list |name |show |enumerate |give me )?(?:all )?(?:of )?(?:the )?(?:names of (?:all )?(?:the )?)?(?:${N} )?(?!options)${K}(?: names| list)? (?:of|for|to|in|taken by|accepted by) (?<s>.+)`,
    `(?:what|which) (?!options)${K} (?:are (?:there )?(?:in|for|taken by|accepted by)) (?<s>.+)`,
    `what does (?<s>.+?) (?:take|accept|expect)(?: as (?:its )?${K})?`,
    `${HEAD}(?:call |function )?signature (?:of|for) (?<s>.+)`,
    `${HEAD}(?:${K} )?order of (?:the )?${K} (?:of|in|for|to|taken by) (?<s>.+)`,
    `${HEAD}${K} order (?:of|in|for) (?<s>.+)`,
    `in (?:what|which) order (?:does|are|do) (?<s>.+?)(?:'s)? (?:take |accept |expect )?(?:its |the )?${K}(?: passed| given)?`,
    `in (?:what|which) order (?:are|do) (?:the )?${K} (?:of|to|in|for) (?<s>.+?)(?: passed| given| come| declared)?`,
    `${HEAD}(?<s>.+?)(?:'s)? (?:${N} )?(?!options)(?:${K}|signature)`,
  ),
  ...ask(
    'options',
    `(?:what|which) options (?:does|can|do|should|will) (?<s>.+?) (?:take|accept|have|expect|support|allow)`,
    `(?:what|which) options can ${WHO} ${PASS} (?:to|when calling|for) (?<s>.+)`,
    `(?:(?:what|which) are |list |name |show )?(?:all )?(?:the )?options (?:of|for|to|in|taken by|accepted by) (?<s>.+)`,
    `(?:what|which) options (?:are (?:there )?(?:in|for|of)) (?<s>.+)`,
  ),
];

const necessity = ask(
  'is-required',
  `(?:is|are) (?<p>.+?) (?:a |an )?${N}(?: ${K})? (?:in|of|for|to|when calling|by|on) (?<s>.+)`,
  `(?:is|are) (?<ps>.+?) (?:a |an )?${N}(?: ${K})?`,
);

const required = [
  ...necessity,
  ...ask(
    'is-required',
    `(?:must|should|do|does) ${WHO} (?:have to |need to )?(?:pass|give|provide|specify|supply|set) (?<p>.+?) (?:to|when calling|for|in) (?<s>.+)`,
    `does (?<s>.+?) (?:require|need) (?<p>.+)`,
  ),
  ...ask(
    'is-optional',
    `can (?<p>.+?) be (?:omitted|left out|skipped) (?:in|from|for|when calling|of) (?<s>.+)`,
    `can ${WHO} (?:omit|leave out|skip) (?<p>.+?) (?:in|from|for|when calling|of) (?<s>.+)`,
  ),
];

const existence = ask(
  'is-parameter',
  `does (?<s>.+?) (?:take|accept|have|support|allow|expect) (?:a |an |any |the )?${K} (?:called |named |with the name )?(?<p>.+)`,
  `does (?<s>.+?) (?:take|accept|have|support|allow|expect) (?:a |an |the )?(?<p>\\S+)(?: ${K})?`,
  `is (?<p>.+?) (?:a|an|one of the|among the) (?:valid |real |known |accepted |named )?${K} (?:of|in|to|for|on) (?<s>.+)`,
  `is there (?:a|an|any) (?:${K} )?(?:called |named )?(?<p>\\S+)(?: ${K})? (?:in|of|for|to|on) (?<s>.+)`,
  `can ${WHO} ${PASS} (?:a |an |the )?(?<p>.+?) (?:to|in|with|for|when calling|on) (?<s>.+)`,
);

const defaults = [
  ...ask(
    'has-default',
    `(?:does|do) (?<ps>.+?) have (?:a|any) ${D}`,
    `is there (?:a|any) ${D} (?:of|for) (?<ps>.+)`,
    `does (?<s>.+?) have a default (?<p>.+)`,
  ),
  ...ask(
    'default',
    `${HEAD}(?<s>.+?)'s ${D} (?:for|of) (?<p>.+)`,
    `${HEAD}${D} (?:of|for|to) (?<ps>.+?)(?: set to)?`,
    `${HEAD}(?<p>.+?)'s ${D} (?:in|of|for|when calling) (?<s>.+)`,
    `${HEAD}(?<p>.+?) ${D} (?:in|of|for|when calling) (?<s>.+)`,
    `${HEAD}(?<s>.+?)'s (?:default|initial) (?<p>.+)`,
    `${HEAD}default (?<p>\\S+(?: value| ${K})?) (?:of|in|for|used by|when calling) (?<s>.+)`,
    `(?:what|which)(?: value)? (?:does|do) (?<ps>.+?) default to`,
    `(?:what|which)(?: value)? (?:does|do) (?<p>.+?) default to (?:in|for|when calling|of) (?<s>.+)`,
    `what (?:is|are) (?<p>.+?) (?:set to )?by default (?:in|for|on|when calling|of) (?<s>.+)`,
    `what (?:is|are) (?<ps>.+?) (?:set to )?by default`,
    `(?:what|which)(?: value)? (?:does|do) (?<p>.+?) (?:have|take|get|use) by default (?:in|for|when calling|of) (?<s>.+)`,
    `(?:what|which) value (?:does|do) (?<ps>.+?) (?:have|take|get) by default`,
    `(?:what|which)(?: value)? does (?<s>.+?) use (?:for|as) (?<p>.+?) by default`,
    `${HEAD}value of (?<ps>.+)`,
    `(?:what|which) value does (?<ps>.+?) have`,
    `${HEAD}(?<ps>.+?)(?:'s)? ${D}`,
  ),
];

const types = ask(
  'type',
  `${HEAD}(?:data ?|declared |annotated |expected )?type(?: annotation| hint)? (?:of|for) (?<ps>.+)`,
  `${HEAD}(?<p>.+?)'s (?:data ?|declared )?type (?:in|of|for) (?<s>.+)`,
  `(?:what|which)(?: data)? type (?:of value |of argument )?(?:is|has|must|should|does|do|are) (?<p>.+?) (?:be |have |need to be )?(?:in|of|for|when calling) (?<s>.+)`,
  `(?:what|which)(?: data)? type (?:does|do|must|should) (?<ps>.+?) (?:have|be|need)`,
  `(?:what|which)(?: data)? type (?:is|are) (?<ps>.+)`,
  `(?:what|which)(?: data)? type (?:of value |of argument )?(?:does|do) (?<s>.+?) (?:expect|take|accept|want|need|require) (?:for|as) (?<p>.+)`,
  `${HEAD}(?<ps>.+?)(?:'s)? type(?: annotation| hint)?`,
);

/** “The type of attr.ib's default” asks for a type, although it ends as questions for defaults do. */
const typesOfDefaults = ask('type', `${HEAD}type of (?:the )?(?<s>.+?)'s (?<p>default)`);

/** Every way to ask in English, the narrower before the wider. */
export const englishPatterns: readonly QuestionPattern[] = [
  ...deprecated,
  ...englishFirst,
  ...returns,
  ...counts,
  ...typesOfDefaults,
  ...defaults.slice(0, 3),
  ...nth,
  ...defaults.slice(3),
  ...types,
  ...required,
  ...existence,
  ...lists,
  ...englishLast,
];
