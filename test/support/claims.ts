import { expect } from 'vitest';
import { applyEdits, type ClaimKind, checkSource, type Finding } from '../../src/core/claims/index.ts';
import { neverCancelled } from '../../src/core/platform/index.ts';
import { type LanguageId, languageById, SourceText } from '../../src/core/source/index.ts';
import { createRenderer } from '../../src/node/catalogue.ts';
import { readMarkedText } from './marked-text.ts';
import { checkTools } from './tools.ts';

const render = createRenderer('en');

/** Every finding of a text. */
export async function findingsOf(languageId: LanguageId, text: string): Promise<readonly Finding[]> {
  const language = languageById(languageId);
  if (language === undefined) throw new Error(`no language ${languageId}`);
  const request = { text, path: '/file', language, cancellation: neverCancelled };
  return (await checkSource(await checkTools(), request)).findings;
}

/** Expects exactly the claims in ⟦…⟧ to be contradicted, with these sentences in the order of the text. */
export async function expectContradicted(
  languageId: LanguageId,
  marked: string,
  ...sentences: readonly string[]
): Promise<readonly Finding[]> {
  const { text, spans } = readMarkedText(marked);
  const contradicted = (await findingsOf(languageId, text)).filter(
    ({ verdict }) => verdict === 'contradicted',
  );
  expect(contradicted.map(({ claim }) => claim)).toEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  const source = new SourceText(text);
  expect(contradicted.map(({ range }) => source.spanOf(range))).toEqual(spans);
  expect(contradicted.map(({ message }) => render(message))).toEqual(sentences);
  for (const { evidence } of contradicted) {
    expect(evidence.length).toBeGreaterThan(0);
    for (const { range, quote } of evidence) {
      const { start, end } = source.spanOf(range);
      expect(text.slice(start, end)).toBe(quote);
    }
  }
  return contradicted;
}

/** Expects no contradicted claim of any kind, and of the named kinds these verdicts in the order of the text. */
export function quietOf(...kinds: readonly ClaimKind[]) {
  return async (languageId: LanguageId, text: string, ...verdicts: readonly string[]): Promise<void> => {
    const findings = await findingsOf(languageId, text);
    const contradicted = findings.filter(({ verdict }) => verdict === 'contradicted');
    expect(contradicted.map(({ claim, message }) => `${claim}: ${render(message)}`)).toEqual([]);
    const own = findings.filter(({ kind }) => kinds.includes(kind));
    expect(own.map(({ verdict }) => verdict)).toEqual(verdicts);
  };
}

/** The text after the first contradicted claim's fix; fails when there is none. */
export async function fixed(languageId: LanguageId, text: string): Promise<string> {
  const finding = (await findingsOf(languageId, text)).find(({ verdict }) => verdict === 'contradicted');
  if (finding?.fix === null || finding === undefined) throw new Error('no fix was offered');
  const source = new SourceText(text);
  const edits = finding.fix.edits.map(({ range, newText }) => ({ span: source.spanOf(range), newText }));
  const result = applyEdits(text, edits);
  if (result === undefined) throw new Error('the edits overlap');
  return result;
}
