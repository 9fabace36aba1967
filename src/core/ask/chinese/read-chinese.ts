import type { Question } from '../question.ts';
import { type PhraseReaders, readByPatterns } from '../question-pattern.ts';
import { type MaskedQuestion, markPattern } from '../quoted-names.ts';
import { chinesePatterns } from './chinese-patterns.ts';
import {
  chineseOrdinal,
  readChineseParameter,
  readChineseSubject,
  readChineseSymbol,
} from './chinese-phrases.ts';

const halfWidth: readonly (readonly [RegExp, string])[] = [
  [/？/g, '?'],
  [/[，、；;]/g, ','],
  [/[。！]/g, ''],
  [/：/g, ':'],
  [/（/g, '('],
  [/）/g, ')'],
];
const politeness =
  /^(?:你好|您好|嗨)?,?(?:请问一下|请问|问一下|请告诉我|告诉我|我想知道|我想问一下|我想问|想问一下|你知道|帮我查一下|帮我看看|帮我查|请说明|说说|请|那么|那)[,:]?\s*/;
const endings = /(?:吗|呢|啊|呀|(?<![什怎多])么|嘛|[?!.,\s])+$/;
const context = /^在?(.+?)(?:版本中|版本里|版中|版里|中|里|里面|版本)?,(.+)$/;
const aroundHan = /\s*(?=[\p{Script=Han},])|(?<=[\p{Script=Han},])\s*/gu;

/** Whether a question is written in Chinese: any Han character outside quoted names. */
export function isChinese({ text }: MaskedQuestion): boolean {
  return /\p{Script=Han}/u.test(text.replace(new RegExp(markPattern, 'g'), ''));
}

/** Takes a Chinese question apart; `undefined` when it isn't wholly understood. */
export function readChinese(question: MaskedQuestion): Question | undefined {
  const text = plainWording(question.text);
  const found = readByPatterns(text, chinesePatterns, readers(question, ''));
  if (found !== undefined) return found;
  const [, place, rest] = context.exec(text) ?? [];
  if (place === undefined || rest === undefined) return undefined;
  const outer = readChineseSymbol(place, question);
  if (outer?.symbol === undefined) return undefined;
  const inside = readByPatterns(rest, chinesePatterns, readers(question, `${place}的`));
  if (inside === undefined) return undefined;
  return inside.symbol === undefined ? { ...inside, symbol: outer.symbol } : inside;
}

function plainWording(text: string): string {
  let plain = text;
  for (const [from, to] of halfWidth) plain = plain.replace(from, to);
  plain = plain.replace(/[()]/g, ' ').replace(/\s+/g, ' ').replace(aroundHan, '').trim();
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(politeness, '').replace(endings, '').trim();
  }
  return plain;
}

function readers(question: MaskedQuestion, prefix: string): PhraseReaders {
  return {
    symbol: (phrase) => readChineseSymbol(`${prefix}${phrase}`, question),
    parameter: (phrase) => readChineseParameter(phrase, question),
    subject: (phrase) => readChineseSubject(`${prefix}${phrase}`, question),
    ordinal: (word) => chineseOrdinal(word.replace(/\s/g, '')),
    necessity: (word) => (/可|非/.test(word) ? 'optional' : 'required'),
  };
}
