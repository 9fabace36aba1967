import { type DocComment, findTag, type Quote } from '../source/index.ts';

/**
 * The type that a comment states for a variable or property (`@type {T}`), or `undefined`. In front of a bracket the
 * comment is a type assertion and speaks of what is in there. `text` is the source.
 */
export function documentedTypeOf(doc: DocComment, text: string): Quote | undefined {
  const isAssertion = /^\s*\(/.test(text.slice(doc.span.end, doc.span.end + 200));
  const claim = isAssertion ? undefined : findTag(doc, 'type')?.claim;
  const found = claim === undefined ? null : /^@type\s*\{(.*)\}/di.exec(claim.text);
  const [type, place] = [found?.[1], found?.indices?.[1]];
  if (claim === undefined || type === undefined || place === undefined) return undefined;
  return { text: type, span: { start: claim.span.start + place[0], end: claim.span.start + place[1] } };
}
