import type { DocText } from './doc-text.ts';
import type { Quote } from './span.ts';

/** A default that prose states: `Defaults to 10`. */
export interface DocumentedDefault {
  /** The words that make the claim. */
  readonly claim: Quote;
  /** The value without quotes of prose around it; strings keep their own. */
  readonly value: Quote;
  /** Whether the value stands as code: a number, a quoted text, a keyword, something in backticks. */
  readonly isCode: boolean;
  /** The word behind a number that may be its unit (`10 seconds`), lower case. */
  readonly unit?: string;
  /** Whether the sentence makes it depend on something, so that it can't be compared. */
  readonly isConditional: boolean;
}

const text = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`;
const number = String.raw`[-+]?(?:0[xob][\da-f]+|(?:\d[\d_]*(?:,\d{3})*(?:\.\d+|\.(?!\w))?|\.\d+)(?:e[-+]?\d+)?)(?![\w]|\.\d)`;
const arithmetic = String.raw`(?:\d+\.?\d*|\.\d+)(?:\s?(?:\*\*|<<|[*/])\s?(?:\d+\.?\d*|\.\d+)){1,4}(?![\w*/])`;
const keyword = String.raw`\b(?:True|False|None|true|false|null|undefined|Infinity)\b`;
const item = String.raw`(?:${text}|[-+]?(?:\d+(?:\.\d*)?|\.\d+)|${keyword})`;
const list = String.raw`[[(]\s*(?:${item}(?:\s*,\s*${item}){0,9}\s*,?)?\s*[\])]|\{\s*\}`;
const codeValue = `(?:${text}|${arithmetic}|${number}|${keyword}|${list})`;
const wordValue = String.raw`[A-Za-z_$][\w$]*(?:[.-][\w$]+)*`;
const ticked = '`{1,2}([^`\\n]+)`{1,2}';
const value = `(?:${ticked}|(${codeValue})|(${wordValue}))`;
const strictValue = `(?:${ticked}|(${codeValue}))`;
const left =
  '(?:omitted|unset|unspecified|absent|missing|left\\s{1,4}out|not\\s{1,4}(?:given|specified|provided|set|passed|supplied))';

interface Pattern {
  /** What any text must hold that it matches: most hold none of it, and are not searched. */
  readonly needs: RegExp;
  readonly expression: RegExp;
}

/** Ways to state a default; each has the value in groups 1 (backticks), 2 (code) and 3 (a word). */
const patterns: readonly Pattern[] = [
  {
    needs: /default/i,
    expression: new RegExp(
      String.raw`\bdefault(?:s|ing)\s{1,4}to\s{1,16}(?:the\s{1,4}value\s{1,4})?${value}`,
      'gid',
    ),
  },
  {
    needs: /default/i,
    expression: new RegExp(
      String.raw`\b(?:the\s{1,4})?default(?:\s{1,4}value)?(?:\s{1,4}is\s{1,16}|\s{0,4}[=:]\s{0,16})${value}`,
      'gid',
    ),
  },
  {
    needs: /default/i,
    expression: new RegExp(String.raw`(?<=[(\[,;]\s{0,4})default\s{1,4}${strictValue}`, 'gid'),
  },
  {
    needs: /default/i,
    expression: new RegExp(
      String.raw`(?<=(?:^|[(,;.:]|\bis)\s{0,4})${strictValue}\s{1,4}by\s{1,4}default\b`,
      'gid',
    ),
  },
  {
    needs: /默认|缺省|預設|默認/,
    expression: new RegExp(
      String.raw`(?:默认|缺省|預設|默認)(?:值|情况下)?\s{0,4}(?:为|是|爲|為|使用|取|用|：|:|=)?\s{0,4}${strictValue}`,
      'gid',
    ),
  },
  {
    needs: /used|assumed|taken/i,
    expression: new RegExp(
      String.raw`\bif\s{1,4}(?:it\s{1,4}is\s{1,4})?${left}\s{0,4},?\s{1,4}(?:then\s{1,4})?(?:the\s{1,4}value\s{1,4})?${strictValue}\s{1,4}(?:is|will\s{1,4}be)\s{1,4}(?:used|assumed|taken)\b`,
      'gid',
    ),
  },
  {
    needs: /used|assumed/i,
    expression: new RegExp(
      String.raw`${strictValue}\s{1,4}(?:is|will\s{1,4}be)\s{1,4}(?:used|assumed)\s{1,4}(?:if|when)\s{1,4}(?:it\s{1,4}is\s{1,4})?${left}\b`,
      'gid',
    ),
  },
  {
    needs: /default/i,
    expression: new RegExp(
      String.raw`\bby\s{1,4}default,?\s{1,4}(?:(?:it|this)\s{1,4})?(?:(?:is|uses)\s{1,4})?${strictValue}(?=\s{0,4}(?:[.;)]|$))`,
      'gid',
    ),
  },
  {
    needs: /optional/i,
    expression: new RegExp(String.raw`\boptional\s{0,4}\(\s{0,4}${strictValue}\s{0,4}\)`, 'gid'),
  },
  {
    needs: /省略|不填|不传|未指定|未提供|留空/,
    expression: new RegExp(
      String.raw`(?:省略|不填|不传|未指定|未提供|留空)(?:时|的话)?[，,]?\s{0,4}则?(?:默认)?(?:为|是|使用|取|用)\s{0,4}${strictValue}`,
      'gid',
    ),
  },
];

const given =
  /\b(?:if|when|where|unless)\s+(?:it\s+is\s+|it's\s+|this\s+is\s+)?(?:not|omitted|unset|absent|missing|left)\b|(?:未|没有|省略|不)(?:指定|提供|填|传|给)?/i;
const condition = /\b(?:if|when|unless|otherwise|else|depending|except|whereas)\b|如果|当|若|否则|除非/i;
const trailing =
  /^\s*[,;]?\s*(?:\(?\s*(?:if|when|unless|otherwise|or|else|and|where|whereas|but|except|with|depending|plus|times|minus|for|on|in|per|under|as|\*|\+|\/|×|<|>|~)\b|\.?\s?[*+/×^]|或|如果|当|若|对于)/i;

/** The defaults that a description states; more than one different value makes each conditional. */
export function findDocumentedDefaults(prose: DocText): readonly DocumentedDefault[] {
  const found: DocumentedDefault[] = [];
  for (const { needs, expression } of patterns) {
    if (!needs.test(prose.text)) continue;
    for (const match of prose.text.matchAll(expression)) {
      const one = read(prose, match);
      if (one !== undefined && !found.some((other) => other.value.span.start === one.value.span.start)) {
        found.push(one);
      }
    }
  }
  const isAmbiguous = new Set(found.map((one) => one.value.text)).size > 1;
  return isAmbiguous ? found.map((one) => ({ ...one, isConditional: true })) : found;
}

function read(prose: DocText, match: RegExpExecArray): DocumentedDefault | undefined {
  const group = [1, 2, 3].find((index) => match[index] !== undefined);
  const place = group === undefined ? undefined : match.indices?.[group];
  if (group === undefined || place === undefined) return undefined;
  const text = prose.text.slice(place[0], place[1]).replace(/\.$/, '').trimEnd();
  const end = Math.max(
    place[0] + text.length,
    match.index + match[0].length - (match[0].endsWith('.') ? 1 : 0),
  );
  const after = prose.text.slice(end).replace(/^`+/, '');
  const before = sentenceBefore(prose.text.slice(0, match.index));
  const unit = unitAfter(after, match[0]);
  return {
    claim: prose.quote(match.index, end),
    value: prose.quote(place[0], place[0] + text.length),
    isCode: group !== 3,
    isConditional:
      [after, withoutUnit(after, unit)].some((rest) => trailing.test(rest)) ||
      (condition.test(before) && !given.test(before)) ||
      isAboutOther(before, match[0]) ||
      isFirstOfSeveral.test(after) ||
      isConsequence(prose.text.slice(0, match.index)) ||
      isNestedItem(prose.text.slice(0, match.index)),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** `Defaults to 'a', 'b'` names the items of a list. */
const isFirstOfSeveral = new RegExp(String.raw`^\x60{0,2},\s+(?:and\s+)?${strictValue}`, 'i');

/** `If … is added. Hence … the default is "x"`: what follows from a condition holds under it. */
function isConsequence(before: string): boolean {
  const sentences = before.split(/(?<=[.!?])\s+/);
  const last = sentences.at(-1) ?? '';
  const isFollowing = /^(?:hence|thus|therefore|so|then|otherwise|in (?:that|this|such) case)\b/i.test(last);
  return isFollowing && condition.test(sentences.at(-2) ?? '');
}

/** Words before `defaults to` that still mean what is being described. */
const same =
  /(?:^|[^\w\s])\s*$|\b(?:it|this|that|and|then|also|value|param(?:eter)?|arg(?:ument)?|option|setting|property|optional|not|given|provided|specified|supplied|passed|set|unset|unspecified|omitted|missing|absent|empty|None|null|undefined)\s+$/i;

/**
 * Whether `the encoding defaults to "utf-8"` in the description of another parameter speaks of the encoding. A sentence
 * that begins with `Defaults` has no subject of its own.
 */
function isAboutOther(before: string, matched: string): boolean {
  return /^defaults\s/.test(matched) && !same.test(before);
}

/** `- timeout: … (default 30)` in the description of a dictionary speaks of one of its keys. */
function isNestedItem(before: string): boolean {
  const lines = before.split('\n');
  const line = lines.at(-1) ?? '';
  // What follows a parameter's name on its own line may begin with a dash, too.
  const isFirst = lines.length === 1;
  const isItem = !isFirst && /^\s*(?:[-*•+]|\d+[.)])\s/.test(line);
  const isEntry = !isFirst && /^["'`]?[a-z_]\w*["'`]?\s*(?:\([^)]*\))?\s*:\s/.test(line);
  return isItem || isEntry || /\b[a-z_]\w*\s\((?:[^()]*,\s*)?optional\)\s*:/.test(before);
}

function sentenceBefore(text: string): string {
  const cut = Math.max(text.lastIndexOf('. '), text.lastIndexOf('.\n'), text.lastIndexOf('。'));
  return text.slice(cut + 1);
}

/** A word or sign right behind the number: `10 seconds`, `10%`, `10 KiB`, `10 秒`. */
function unitAfter(after: string, matched: string): string | undefined {
  if (/by\s+default$/i.test(matched)) return undefined;
  const found = /^\s?(%|[a-zA-Zµ]+|秒|毫秒|分钟|小时|天|次|字节)/.exec(after)?.[1];
  if (
    found === undefined ||
    /^(?:and|or|if|for|on|in|when|which|to|is|as|with|the|otherwise|unless)$/i.test(found)
  ) {
    return undefined;
  }
  return found.toLowerCase();
}

function withoutUnit(after: string, unit: string | undefined): string {
  return unit === undefined ? after : after.trimStart().slice(unit.length);
}
