import type { Question, SymbolPhrase } from '../../src/core/ask/question.ts';
import { readQuestion } from '../../src/core/ask/read-question.ts';

/**
 * How a question was read, on one line: `default(timeout) of requests.get`, `returns of <cursor>`, `-` when it wasn't
 * understood. A package is written with a colon behind it, a version with an at sign in front.
 */
export function readingOf(text: string): string {
  const question = readQuestion(text);
  return question === undefined ? '-' : written(question);
}

function written({ topic, parameter, symbol }: Question): string {
  const inside =
    parameter === undefined ? '' : `(${'ordinal' in parameter ? parameter.ordinal : parameter.name})`;
  return `${topic}${inside} of ${symbol === undefined ? '<cursor>' : symbolText(symbol)}`;
}

function symbolText({ name, package: owner, version, ecosystem }: SymbolPhrase): string {
  const before = owner === undefined ? '' : `${owner}:`;
  const after = version === undefined ? '' : `@${version}`;
  return `${ecosystem === undefined ? '' : `${ecosystem} `}${before}${name}${after}`;
}
