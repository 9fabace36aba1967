import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/claims/index.ts';
import { languageOfFile, SourceText } from '../../../src/core/source/index.ts';
import { findingsOf } from '../../support/claims.ts';
import { createRandom, mutated } from '../../support/random-source.ts';

const seed = Number(process.env.FACTPROBE_SEED ?? Date.now() % 1_000_000);
const cases = 700;
const files = [
  'pool.ts',
  'legacy.js',
  'reader.py',
  'fitter.py',
  'waits.ts',
  'Pool.java',
  'Pool.cs',
  'pool.php',
  'pool.go',
  'pool.rs',
  'pool.c',
  'pool.hpp',
  'Pool.kt',
  'pool.rb',
  'pool.sh',
];

describe(`sources changed at random (repeat with FACTPROBE_SEED=${seed})`, () => {
  it.each(files)(
    'never fails and never quotes a wrong place in %s',
    async (name) => {
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
          const edits = fix?.edits.map((edit) => ({
            span: source.spanOf(edit.range),
            newText: edit.newText,
          }));
          if (edits !== undefined) expect(applyEdits(text, edits)).not.toBe(text);
        }
      }
    },
    300_000,
  );
});
