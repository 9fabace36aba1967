import { versionPattern } from '../asked-version.ts';
import type { ParameterReference } from '../question.ts';
import type { Subject } from '../question-pattern.ts';
import { type MaskedQuestion, nameOfWord } from '../quoted-names.ts';
import { type NamedPart, symbolOfParts } from '../symbol-name.ts';

const kinds =
  '函数|方法|构造函数|构造器|类方法|静态方法|类|属性|字段|常量|变量|接口|类型|装饰器|对象|成员|枚举|接口';
const packages = '软件包|包|库|模块|依赖';
const parameters = '关键字参数|位置参数|参数|实参|形参|选项|入参';
const pointing = '这个|该|此|这|那个|一个|名为|名叫|叫做|叫|调用|使用';
const pronoun = new RegExp(`^(?:它|此处|这里|这儿|(?:${pointing})(?:${kinds}|符号)?)$`);
const version = new RegExp(
  `^(.*?)(?:的)?(?:版本|版)?\\s*(?:==|@|v)?\\s*(?<![\\w.])(${versionPattern})(?:版本|版)?$`,
  'i',
);
const nesting = /的|里面的?|里的?|中的?|下的?|内的?/;
const nestingAll = /的|里面的?|里的?|中的?|下的?|内的?/g;

/** Reads “requests 的 Session 类的 get 方法”, or a word for what the cursor is on; `undefined` for anything else. */
export function readChineseSymbol(phrase: string, question: MaskedQuestion): Subject | undefined {
  const text = phrase.replace(/^[,、在]+|[,、]+$/g, '').trim();
  if (pronoun.test(text)) return {};
  const pieces = text.split(nesting).filter((piece) => piece !== '');
  const parts: NamedPart[] = [];
  for (const piece of pieces) {
    const part = readPart(piece, question);
    if (part === undefined) return undefined;
    parts.unshift(part);
  }
  const symbol = symbolOfParts(parts);
  return symbol === undefined ? undefined : { symbol };
}

function readPart(piece: string, question: MaskedQuestion): NamedPart | undefined {
  const trimmed = piece
    .trim()
    .replace(new RegExp(`^(?:${pointing})+`), '')
    .trim();
  const isPackage = new RegExp(`^(?:${packages})|(?:${packages})$`).test(trimmed);
  const bare = trimmed
    .replace(new RegExp(`^(?:${kinds}|${packages})\\s*`), '')
    .replace(new RegExp(`\\s*(?:${kinds}|${packages})$`), '')
    .trim();
  const latest = /^最新(?:版本?)?$/.test(bare);
  if (latest) return { name: '', isPackage: false, version: 'latest' };
  const [, named, asked] = version.exec(bare) ?? [];
  const word = named === undefined ? bare : named.trim();
  if (word === '' && asked !== undefined) return { name: '', isPackage: false, version: withoutV(asked) };
  const name = nameOfLatinWord(word.replace(new RegExp(`(?:${kinds}|${packages})$`), '').trim(), question);
  if (name === undefined) return undefined;
  return { name, isPackage, ...(asked === undefined ? {} : { version: withoutV(asked) }) };
}

function withoutV(text: string): string {
  return text.replace(/^v/i, '');
}

/** Names in Chinese questions are written in Latin letters, or quoted. */
function nameOfLatinWord(word: string, question: MaskedQuestion): string | undefined {
  return /\p{Script=Han}|\s/u.test(word) ? undefined : nameOfWord(word, question);
}

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** The place that “第二个”, “最后一个” or “首个” names; `undefined` for other words. */
export function chineseOrdinal(word: string): number | undefined {
  if (/^(?:最后一个|末个|最后的?)$/.test(word)) return -1;
  if (/^倒数第二个$/.test(word)) return -2;
  if (/^首个$/.test(word)) return 1;
  const number = /^第\s*(\d+|[一二两三四五六七八九十])\s*个$/.exec(word)?.[1];
  return number === undefined ? undefined : (digits[number] ?? (Number(number) || undefined));
}

/** Reads “timeout 参数”, “参数 timeout”, “第二个参数”; `undefined` for anything else. */
export function readChineseParameter(
  phrase: string,
  question: MaskedQuestion,
): ParameterReference | undefined {
  const text = phrase
    .trim()
    .replace(new RegExp(`^(?:${pointing})+`), '')
    .replace(/(?:这个|这一)$/, '');
  const isSaidToBe = new RegExp(parameters).test(text);
  const bare = text
    .replace(new RegExp(`^(?:${parameters}|属性|字段|常量)\\s*`), '')
    .replace(new RegExp(`\\s*(?:这个|这一)?(?:${parameters}|属性|字段|常量)(?:的值)?$`), '')
    .trim();
  const ordinal = chineseOrdinal(bare);
  if (ordinal !== undefined) return isSaidToBe ? { ordinal } : undefined;
  const name = nameOfLatinWord(bare.replace(new RegExp(`^(?:${pointing})+`), '').trim(), question);
  return name === undefined ? undefined : { name, isSaidToBe };
}

/** Reads “requests.get 的 timeout 参数”, “timeout 在 requests.get 中”, a parameter, or a symbol. */
export function readChineseSubject(phrase: string, question: MaskedQuestion): Subject | undefined {
  const text = phrase.trim();
  const [, before, inside] = /^(.+?)在(.+?)(?:中|里|里面)?$/.exec(text) ?? [];
  if (before !== undefined && inside !== undefined) {
    const found = subjectOf(before, inside, question);
    if (found !== undefined) return found;
  }
  const [, called, given] = /^(?:调用|使用)?(.+?)时,?(?:的)?(.+)$/.exec(text) ?? [];
  if (called !== undefined && given !== undefined) {
    const found = subjectOf(given, called, question);
    if (found !== undefined) return found;
  }
  for (const match of [...text.matchAll(nestingAll)].reverse()) {
    const found = subjectOf(text.slice(match.index + match[0].length), text.slice(0, match.index), question);
    if (found !== undefined) return found;
  }
  const spaced = /^(\S+) (\S+)$/.exec(text) ?? /^(\S+?)((?:参数|选项)\S+)$/.exec(text);
  const beside = spaced === null ? undefined : subjectOf(spaced[2] ?? '', spaced[1] ?? '', question);
  if (beside !== undefined && !/^v?\d/.test(spaced?.[2] ?? '')) return beside;
  const alone = readChineseParameter(text, question);
  const isParameter = alone !== undefined && ('ordinal' in alone || alone.isSaidToBe);
  return isParameter ? { parameter: alone } : readChineseSymbol(text, question);
}

function subjectOf(parameter: string, symbol: string, question: MaskedQuestion): Subject | undefined {
  const [p, s] = [readChineseParameter(parameter, question), readChineseSymbol(symbol, question)];
  return p === undefined || s === undefined ? undefined : { ...s, parameter: p };
}
