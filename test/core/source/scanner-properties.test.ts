import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import {
  type DocComment,
  type DocText,
  languageOfFile,
  type ScannedSource,
  type Span,
  scanSource,
} from '../../../src/core/source/index.ts';
import { entriesOf, quotesOf } from '../../support/doc-comments.ts';
import { createRandom, mutated, shuffled } from '../../support/random-source.ts';
import { testParser } from '../../support/tools.ts';

const seed = Number(process.env.FACTPROBE_SEED ?? Date.now() % 1_000_000);
/** In all; `FACTPROBE_CASES=100000` asks for more than a run of all tests has time for. */
const cases = Number(process.env.FACTPROBE_CASES ?? 3000);
const folder = new URL('../../fixtures/mutation/', import.meta.url);
const files = readdirSync(folder);

/**
 * What is wrong with the spans of a scan, in words; empty where every quote is its place's text. Prose may hold other
 * marks than the source where a language writes them as tags, of the same length.
 */
function faultsOf(
  text: string,
  { declarations, statements }: ScannedSource,
  { isVerbatim }: { readonly isVerbatim: boolean },
): readonly string[] {
  const faults: string[] = [];
  const check = (what: string, { start, end }: Span, words?: string) => {
    const isInside = start >= 0 && start <= end && end <= text.length;
    if (!isInside) faults.push(`${what} lies outside: ${start} to ${end}`);
    const found = text.slice(start, end);
    if (words !== undefined && found !== words) {
      faults.push(`${what} is ${JSON.stringify(words)}, its place holds ${JSON.stringify(found)}`);
    }
  };
  const checkLine = (span: Span, words: string) => {
    const isOther = !isVerbatim && span.end - span.start === words.length;
    check('a line of prose', span, isOther ? undefined : words);
  };
  for (const { doc, head, nameSpan, span } of declarations) {
    check('a head', head.span, head.text);
    check('a name', nameSpan);
    check('a declaration', span);
    if (doc === undefined) continue;
    check('a comment', doc.span);
    for (const quote of quotesOf(doc)) check('a quote', quote.span, quote.text);
    for (const entry of entriesOf(doc)) check('an entry', entry);
    for (const prose of prosesOf(doc)) checkProse(prose, checkLine);
  }
  for (const { comment, statement, span, numbers, comparisons } of statements) {
    check('a comment', span);
    checkProse(comment, checkLine);
    check('a statement', statement.span, statement.text);
    for (const { quote } of numbers) check('a number', quote.span, quote.text);
    for (const { quote, subject } of comparisons) {
      check('a comparison', quote.span, quote.text);
      check('its subject', subject.span, subject.text);
    }
  }
  return faults;
}

function prosesOf(doc: DocComment): readonly DocText[] {
  const { parameters, attributes, returns, yields, raises, tags } = doc;
  const described = [...parameters, ...attributes, ...returns, ...yields, ...raises];
  return [doc.summary, ...described.map((one) => one.description), ...tags.map((one) => one.value)];
}

/** Each line of prose stands in the source as it is. */
function checkProse(prose: DocText, check: (span: Span, words: string) => void): void {
  let at = 0;
  for (const line of prose.text.split('\n')) {
    if (line !== '') check(prose.spanOf(at, at + line.length), line);
    at += line.length + 1;
  }
}

describe(`sources made at random (repeat with FACTPROBE_SEED=${seed})`, () => {
  it.each(files)(
    'are scanned without a fault, out of %s',
    async (name) => {
      const original = readFileSync(new URL(name, folder), 'utf8');
      const language = languageOfFile(name);
      if (language === undefined) throw new Error(`no language for ${name}`);
      const parser = await testParser();
      const isVerbatim = language.family === 'ecmascript' || language.family === 'python';
      const random = createRandom(seed);
      for (let i = 0; i < cases / files.length; i++) {
        const text = random() < 0.5 ? mutated(original, random) : shuffled(original, random);
        const request = { text, language, cancellation: neverCancelled, bodies: true, statements: true };
        const which = random() < 0.8 ? ('documented' as const) : ('all' as const);
        const faults = faultsOf(text, await scanSource(parser, { ...request, which }), { isVerbatim });
        if (faults.length > 0) expect({ text, faults }).toEqual({ text, faults: [] });
      }
    },
    3_600_000,
  );
});
