import type { Literal } from '../source/index.ts';

/** What a comment says of something, and what that is when none is given. */
export interface DescribedDefault {
  readonly name: string;
  /** The documented type as written. */
  readonly type: string;
  readonly description: string;
  readonly literal: Literal;
}

/**
 * Whether a default may be no value of the documented type and the comment still be right: a text that stands for
 * “chosen elsewhere”, or a text or `false` that the comment itself explains.
 */
export function isExplainedDefault(described: DescribedDefault): boolean {
  const { literal } = described;
  if (literal.type === 'boolean') return !literal.value && isExplainedFalse(described);
  return literal.type === 'string' && literal.value !== '' && isExplainedText(literal.value, described);
}

const flag = /^\W*(?:(?:if|when|set to)\s+[`'"*]*true\b|whether\b)/i;
const otherType =
  /\b(?:str|strings?|names?|text|paths?|lists?|numbers?|integers?|callables?|functions?|objects?|dict|otherwise)\b/i;

/** Who takes nothing takes `False` for it; what is said to be a flag takes `False` as its value. */
function isExplainedFalse({ type, description }: DescribedDefault): boolean {
  if (/\b(?:None|null|undefined)\b/.test(type)) return true;
  const isFlag = /^\W*flag\b/i.test(description) || (flag.test(description) && !otherType.test(description));
  return /\bfalse\b/i.test(description) && !isFlag;
}

const usual =
  /^(?:auto(?:matic)?|default|deprecated|infer|inherit|none|unset|warn|no[_ ]?default|all|any|best|same)$/i;
const quote = String.raw`['"\x60*“”‘’]`;
const textual =
  /\b(?:an?|the)\s+(?:string|text|name|prefix|suffix)\b|\b(?:names?\s+of|name\s+for|attribute\s+name|data\s+key)\b/i;

/**
 * A text that the comment names may be a marker, unless nothing makes it one: it is called what the parameter is
 * called, or the comment says that the parameter is a text.
 */
function isExplainedText(value: string, { name, description }: DescribedDefault): boolean {
  const word = value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const quoted = `${quote}+${word}${quote}+`;
  if (usual.test(value) || isCondition(quoted, description)) return true;
  const isWord = /^\w+$/.test(value);
  const isNamed =
    new RegExp(quoted).test(description) || (isWord && new RegExp(String.raw`\b${word}\b`).test(description));
  return isNamed && !isCalledAlike(name, value) && !textual.test(description);
}

/** `if 'all', …`, `or 'all' for …`, `'all' means …`. */
function isCondition(quoted: string, description: string): boolean {
  return new RegExp(
    String.raw`\b(?:if|when|unless|or|either|with|for)\s+(?:\w+\s+)?(?:(?:is|=|==|equals)\s+)?(?:to\s+)?${quoted}|${quoted}\s*(?:means|:|=|will|uses?|selects?|to\b)`,
    'i',
  ).test(description);
}

function isCalledAlike(name: string, value: string): boolean {
  const words = (text: string) =>
    text
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z\d]+/);
  return words(name).some((word) => word.length > 2 && words(value).includes(word));
}
