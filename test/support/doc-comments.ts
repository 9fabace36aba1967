import { neverCancelled } from '../../src/core/platform/index.ts';
import {
  type DocComment,
  type DocReturns,
  type LanguageId,
  languageById,
  type Quote,
  type Span,
  scanSource,
} from '../../src/core/source/index.ts';
import { testParser } from './tools.ts';

/** The comments of a source's declarations in the order of the text. */
export async function docCommentsOf(languageId: LanguageId, text: string): Promise<readonly DocComment[]> {
  const language = languageById(languageId);
  if (language === undefined) throw new Error(`no language ${languageId}`);
  const request = {
    text,
    language,
    cancellation: neverCancelled,
    which: 'documented' as const,
    bodies: false,
  };
  const { declarations } = await scanSource(await testParser(), request);
  return declarations.flatMap(({ doc }) => (doc === undefined ? [] : [doc]));
}

/** Every quote of a comment, for tests that compare it with its place. */
export function quotesOf(doc: DocComment): readonly Quote[] {
  const parameters = [...doc.parameters, ...doc.attributes].flatMap(({ name, type, initial }) => [
    name,
    type,
    initial?.value,
    initial?.claim,
  ]);
  const results = [...doc.returns, ...doc.yields].flatMap(({ name, type, claim }) => [name, type, claim]);
  const raises = doc.raises.flatMap(({ exception, claim }) => [exception, claim]);
  const tags = doc.tags.map(({ claim }) => claim);
  return [...parameters, ...results, ...raises, ...tags].filter((quote) => quote !== undefined);
}

/** What to delete so that each entry is gone. */
export function entriesOf(doc: DocComment): readonly Span[] {
  const { parameters, attributes, returns, yields, raises, tags } = doc;
  return [...parameters, ...attributes, ...returns, ...yields, ...raises, ...tags].map(({ entry }) => entry);
}

/** A comment in short lines: `param x: int = 10 | how many`, `returns n: int | …`, `raises ValueError | …`. */
export function shownDoc(doc: DocComment): readonly string[] {
  const one = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  const line = (head: string, description: { readonly text: string }) =>
    one(description.text === '' ? head : `${head} | ${description.text}`);
  const parameters = (kind: string, list: DocComment['parameters']) =>
    list.map(({ name, type, optional, initial, description }) => {
      const mark = `${name.text}${optional ? '?' : ''}`;
      const typed = type === undefined ? '' : `: ${type.text}`;
      const value = initial === undefined ? '' : ` = ${initial.value.text}`;
      return line(`${kind} ${mark}${typed}${value}`, description);
    });
  const results = (kind: string, list: readonly DocReturns[]) =>
    list.map(({ name, type, description }) => {
      const label = name === undefined ? '' : ` ${name.text}:`;
      return line(`${kind}${label}${type === undefined ? '' : ` ${type.text}`}`, description);
    });
  return [
    ...parameters('param', doc.parameters),
    ...parameters('attribute', doc.attributes),
    ...results('returns', doc.returns),
    ...results('yields', doc.yields),
    ...doc.raises.map(({ exception, description }) => line(`raises ${exception?.text ?? ''}`, description)),
    ...doc.tags.map(({ name, value }) => line(`tag ${name}`, value)),
  ];
}
