import type { Language, LanguageFamily } from '../source/index.ts';
import type { ClaimReading } from './claim-readings.ts';

/** The lines of a documentation comment that makes a claim, without indentation. */
type Writer = (reading: ClaimReading) => readonly string[];

const starred = (lines: readonly string[]): readonly string[] => [
  '/**',
  ...lines.map((line) => ` * ${line.replaceAll('*/', '* /')}`),
  ' */',
];

const tags =
  (returns: string, isTyped: boolean): Writer =>
  (reading) => {
    const typeOf = (type: string | undefined) => (isTyped && type !== undefined ? `{${type}} ` : '');
    switch (reading.part) {
      case 'summary':
        return starred([reading.text]);
      case 'parameter':
        return starred([`@param ${typeOf(reading.type)}${reading.name} ${reading.text}`]);
      case 'returns':
        return starred([`${returns} ${typeOf(reading.type)}${reading.text}`]);
      case 'raises':
        return starred([
          isTyped
            ? `@throws {${reading.exception}} ${reading.text}`
            : `@throws ${reading.exception} ${reading.text}`,
        ]);
    }
  };

const docstring: Writer = (reading) => {
  const plain = (text: string) => text.replaceAll('"""', "'''").replaceAll('\\', '\\\\');
  const lines = (() => {
    switch (reading.part) {
      case 'summary':
        return [plain(reading.text)];
      case 'parameter':
        return [
          `:param ${reading.name}: ${plain(reading.text)}`,
          ...(reading.type === undefined ? [] : [`:type ${reading.name}: ${reading.type}`]),
        ];
      case 'returns':
        return [
          `:returns: ${plain(reading.text)}`,
          ...(reading.type === undefined ? [] : [`:rtype: ${reading.type}`]),
        ];
      case 'raises':
        return [`:raises ${reading.exception}: ${plain(reading.text)}`];
    }
  })();
  return ['"""Claim.', '', ...lines, '"""'];
};

const xml: Writer = (reading) => {
  const plain = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  switch (reading.part) {
    case 'summary':
      return [`/// <summary>${plain(reading.text)}</summary>`];
    case 'parameter':
      return [`/// <param name="${reading.name}">${plain(reading.text)}</param>`];
    case 'returns':
      return [`/// <returns>${plain(reading.text)}</returns>`];
    case 'raises':
      return [`/// <exception cref="${reading.exception}">${plain(reading.text)}</exception>`];
  }
};

const yard: Writer = (reading) => {
  switch (reading.part) {
    case 'summary':
      return [`# ${reading.text}`];
    case 'parameter':
      return [`# @param ${reading.name} ${reading.text}`];
    case 'returns':
      return [`# @return ${reading.text}`];
    case 'raises':
      return [`# @raise [${reading.exception}] ${reading.text}`];
  }
};

/** Languages whose comments have no tags take the claim as a sentence alone. */
const sentence =
  (mark: string): Writer =>
  (reading) =>
    reading.part === 'summary' ? [`${mark} ${reading.text}`] : [];

const writers: Readonly<Record<LanguageFamily, Writer>> = {
  ecmascript: tags('@returns', true),
  python: docstring,
  java: tags('@return', false),
  csharp: xml,
  php: (reading) =>
    tags(
      '@return',
      false,
    )(reading.part === 'parameter' ? { ...reading, name: `$${reading.name.replace(/^\$/, '')}` } : reading),
  go: sentence('//'),
  rust: sentence('///'),
  'c-family': tags('@return', false),
  kotlin: tags('@return', false),
  ruby: yard,
  shell: sentence('#'),
};

/** A claim as the lines of a language's documentation comment; empty where its comments can't make it that way. */
export function writtenClaim(reading: ClaimReading, { family }: Language): readonly string[] {
  return writers[family](reading);
}

/** A claim as a comment of one line, for above a statement. */
export function lineClaim(claim: string, { family }: Language): string {
  const mark = family === 'python' || family === 'ruby' || family === 'shell' ? '#' : '//';
  return `${mark} ${claim.replace(/\s+/g, ' ').trim()}`;
}
