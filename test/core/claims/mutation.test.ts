import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/claims/index.ts';
import { languageOfFile, SourceText } from '../../../src/core/source/index.ts';
import { findingsOf } from '../../support/claims.ts';

const seed = Number(process.env.FACTPROBE_SEED ?? Date.now() % 1_000_000);
const cases = 700;
const files = ['pool.ts', 'legacy.js', 'reader.py', 'Pool.java', 'Pool.cs', 'pool.php'];

/** A generator of numbers from 0 up to below 1 that a seed decides (mulberry32). */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pieces = [
  ...[
    '😀',
    '漢',
    '\t',
    '\r\n',
    '\r',
    '\n',
    ' ',
    '\u2028',
    '\0',
    '"""',
    "'",
    '`',
    '/**',
    '*/',
    '@param',
    '@returns {',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '=',
    ':',
    ',',
    'Args:\n',
    'Returns:\n',
    'Defaults to ',
    '=0x',
    '\\',
    '#',
    '//',
    '7',
  ],
];

function mutated(text: string, random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  let result = text;
  for (let i = below(4) + 1; i > 0; i--) {
    const at = below(result.length + 1);
    const end = at + below(below(4) === 0 ? 120 : 4);
    const lines = result.split('\n');
    const line = below(lines.length);
    const changes: readonly (() => string)[] = [
      () => result.slice(0, at) + result.slice(end),
      () => result.slice(0, at) + (pieces[below(pieces.length)] ?? '') + result.slice(at),
      () => result.slice(0, at) + result.slice(at, end).repeat(3) + result.slice(end),
      () =>
        lines.toSpliced(line, 1, ...lines.slice(line, line + 1), ...lines.slice(line, line + 1)).join('\n'),
      () => lines.toSpliced(line, 1).join('\n'),
      () => result.replaceAll('\n', '\r\n'),
    ];
    result = changes[below(changes.length)]?.() ?? result;
  }
  return result;
}

describe(`sources changed at random (repeat with FACTPROBE_SEED=${seed})`, () => {
  it.each(files)('never fails and never quotes a wrong place in %s', async (name) => {
    const original = readFileSync(new URL(`../../fixtures/mutation/${name}`, import.meta.url), 'utf8');
    const language = languageOfFile(name);
    if (language === undefined) throw new Error(`no language for ${name}`);
    const random = createRandom(seed);
    for (let i = 0; i < cases; i++) {
      const text = mutated(original, random);
      const source = new SourceText(text);
      const quoteAt = (range: Parameters<SourceText['spanOf']>[0]) => {
        const { start, end } = source.spanOf(range);
        return text.slice(start, end);
      };
      for (const { range, claim, evidence, verdict, fix } of await findingsOf(language.id, text)) {
        expect({ text, claim: quoteAt(range) }).toEqual({ text, claim });
        for (const one of evidence)
          expect({ text, quote: quoteAt(one.range) }).toEqual({ text, quote: one.quote });
        if (verdict === 'contradicted')
          expect({ text, proofs: evidence.length > 0 }).toEqual({ text, proofs: true });
        const edits = fix?.edits.map((edit) => ({ span: source.spanOf(edit.range), newText: edit.newText }));
        if (edits !== undefined) expect(applyEdits(text, edits)).not.toBe(text);
      }
    }
  });
});
