import { type DocComment, findTag, type Quote } from '../source/index.ts';

/** The type that a comment states for a variable or property (`@type {T}`), or `undefined`. */
export function documentedTypeOf(doc: DocComment): Quote | undefined {
  const claim = findTag(doc, 'type')?.claim;
  const found = claim === undefined ? null : /^@type\s*\{(.*)\}/di.exec(claim.text);
  const [text, place] = [found?.[1], found?.indices?.[1]];
  if (claim === undefined || text === undefined || place === undefined) return undefined;
  return { text, span: { start: claim.span.start + place[0], end: claim.span.start + place[1] } };
}
