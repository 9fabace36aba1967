import type { QuestionPattern } from '../question-pattern.ts';
import { patternsFor as ask, parameterWord as K, passing as PASS, whoever as WHO } from './english-words.ts';

// Short names for what recurs; each table below is tried from its top.
const HEAD = '(?:(?:what|which) (?:is|are|was|were) )?(?:the )?';
const RAISE = '(?:raise|throw)';
const RAISED = '(?:raised|thrown)';
const ERRORS = '(?:(?:kinds? of |types? of )?(?:exceptions?|errors?)(?: types?| classes| class)?)';
const MAY = '(?:does|do|can|could|may|might|will|would)';
const VERSION = '(?:version|release)';
const ALLOWED =
  '(?:allowed|possible|valid|accepted|permitted|legal|supported|available|acceptable|allowable|admissible)';
const VALUES = '(?:values|choices|settings|strings|literals|members)';
const ADDED =
  '(?:added|introduced|created|available|included|first (?:added|released|available|introduced)|there)';

const raises = ask(
  'raises',
  `(?:what|which) ${ERRORS} ${MAY} (?:calling |a call (?:of|to) )?(?<s>.+?) ${RAISE}`,
  `(?:what|which) ${ERRORS} (?:is|are|can be|may be|might be|get|gets|will be) ${RAISED} by (?:calling )?(?<s>.+)`,
  `what ${MAY} (?:calling )?(?<s>.+?) ${RAISE}`,
  `${HEAD}(?:all )?(?:the )?${ERRORS} (?:that )?(?<s>.+?) (?:raises|throws|(?:can|may|could|might) ${RAISE})`,
  `${HEAD}(?:list )?(?:all )?(?:the )?${ERRORS} (?:of|${RAISED} by|from) (?<s>.+)`,
  `(?:what|which) ${ERRORS} (?:should|must|do|can) ${WHO} (?:have to |need to )?(?:catch|handle|expect) (?:from|when calling|for) (?<s>.+)`,
);

const since = ask(
  'since',
  `since (?:when|(?:what|which) ${VERSION}) (?:does|do|is|are|has|have) (?<s>.+?) (?:exist|existed|been ${ADDED}|been around|been supported|${ADDED}|supported)`,
  `(?:in|with|since|from|as of) (?:what|which) (?:\\w+ )?${VERSION} (?:was|is|were|are|did|does|has) (?<s>.+?) (?:been )?(?:first )?(?:${ADDED}|appear|exist)(?: to \\w+| in \\w+)?`,
  `when (?:was|were|did|has) (?<s>.+?) (?:been )?(?:first )?(?:added|introduced|created|appear)`,
  `(?:what|which) ${VERSION} (?:added|introduced|first had|brought) (?<s>.+)`,
  `how long has (?<s>.+?) (?:existed|been (?:available|around|there))`,
  `(?:what|which) ${VERSION} (?:is|was) (?<s>.+?) (?:available |there )?since`,
);

const allowed = ask(
  'allowed',
  `(?:(?:what|which) (?:are )?|list |name |show )?(?:all )?(?:of )?(?:the )?${ALLOWED} ${VALUES} (?:for|of|in) (?<ps>.+)`,
  `(?:what|which) ${VALUES} (?:are|is) ${ALLOWED} (?:for|in|by|as|with) (?<ps>.+)`,
  `(?:what|which) ${VALUES} (?:can|does|do|may|could|must|should|will) (?<p>.+?) (?:take|have|accept|be|allow|hold|support|be set to) (?:in|of|for|when calling) (?<s>.+)`,
  `(?:what|which) ${VALUES} (?:can|does|do|may|could|must|should|will) (?<ps>.+?) (?:take|have|accept|be|allow|hold|support|be set to)`,
  `(?:what|which) ${VALUES} (?:can|may|could|should) ${WHO} ${PASS} (?:for|as|to) (?<p>.+?) (?:in|of|to|when calling) (?<s>.+)`,
  `(?:(?:what|which) are |list |name )(?:all )?(?:the )?(?:members|values|choices) of (?<ps>.+)`,
  `(?:what|which) ${VALUES} (?:are there|exist) (?:for|in|of) (?<ps>.+)`,
);

const natures = [
  ...ask(
    'is-async',
    `is (?<s>.+?) (?:an? )?(?:async|asynchronous|awaitable|coroutine)(?: function| method| call| api)?(?: or not)?`,
    `(?:do|must|should|does|can) ${WHO} (?:have to |need to )?await (?<s>.+)`,
    `(?:do|does|must|should) (?<s>.+?) (?:have to |need to )?be awaited`,
    `does (?<s>.+?) (?:run asynchronously|return (?:a promise|an awaitable|a coroutine))`,
  ),
  ...ask(
    'is-generator',
    `is (?<s>.+?) (?:an? )?(?:async )?generator(?: function| method)?(?: or not)?`,
    `does (?<s>.+?) (?:return|give|create) an? (?:async )?generator`,
  ),
];

const versions = ask(
  'version',
  `(?:what|which) ${VERSION} of (?<s>.+?) (?:is|do|does|am|are|gets?|did|have) (?:currently )?(?:installed|used|in use|(?:i|we|you|they) (?:currently )?(?:have|use|using|got|run|running|install)|here|this project use|there)(?: installed)?(?: here| in this project)?`,
  `(?:what|which) (?<s>\\S+) ${VERSION} (?:is|do|does) (?:currently )?(?:installed|used|in use|(?:i|we|you) (?:have|use|run))(?: installed)?(?: here)?`,
  `${HEAD}(?:installed |current |exact )?${VERSION}(?: number)? of (?<s>.+?)(?: (?:that )?(?:is )?installed| (?:that )?(?:i|we) have)?`,
  `${HEAD}(?:installed )?(?<s>\\S+)(?:'s)? (?:installed )?${VERSION}`,
);

const values = ask('default', `what (?:is|are) (?<ps>.+?) equal to`, `what does (?<ps>.+?) equal`);

const unpassed = ask(
  'default',
  `${WHO} (?:do not|don't|did not|never|omit|leave out) ?(?:${PASS} )?(?<p>.+?) (?:to|in|when calling|from) (?<s>.+?), ?(?:what|which)(?: value)? (?:is|gets|will be|does it|will it) (?:used|taken|applied|passed|use|take|get)(?: (?:for it|instead|by default))*`,
  `default (?<p>[^\\s]+) (?<s>[^\\s]+)`,
);

const wanted = ask(
  'type',
  `(?:what|which)(?: data)? type (?:should|must|do|can|would) ${WHO} (?:have to |need to )?${PASS} (?:as|for) (?<p>.+?)(?: ${K})? (?:to|in|when calling|of) (?<s>.+)`,
);

/** Ways to ask that come before the others, since those would take them for something wider. */
export const englishFirst: readonly QuestionPattern[] = [
  ...raises,
  ...since,
  ...allowed,
  ...natures,
  ...values,
  ...unpassed.slice(0, 1),
  ...wanted,
];

/** Ways to ask that are tried when no other fits. */
export const englishLast: readonly QuestionPattern[] = [...versions, ...unpassed.slice(1)];
