import { type DocComment, findTag } from '../source/index.ts';
import { directivesIn } from './documented-directives.ts';
import type { Stated } from './module-record.ts';

const aboutPart = /[*`]|\b(?:parameters?|arguments?|options?|keywords?|support)\b/i;
const version = /v?\.?\s*(\d+(?:\.\w+)*)/i;

/** The version that `@since` or `.. versionadded::` names; `undefined` where there is none, or several. */
export function documentedSince(doc: DocComment, text: string): Stated | undefined {
  const tag = findTag(doc, 'since');
  if (tag !== undefined) {
    const written = tag.value.text.trim();
    const value = /^(?:version\s+)?v?(\d[\w.]*?)(?=[\s,;.]*(?:$|\s|,))/i.exec(written)?.[1];
    if (value !== undefined) return { value, spans: [tag.claim.span] };
    const isShort = /^[^\n]{0,30}\d[^\n]{0,10}$/.test(written);
    return isShort ? { value: written.replace(/\.$/, ''), spans: [tag.claim.span] } : undefined;
  }
  const [only, ...others] = directivesIn(doc, text, 'versionadded');
  // A note that marks a name, or speaks of a parameter, is not about the whole.
  if (only === undefined || others.length > 0 || aboutPart.test(only.note)) return undefined;
  return only.version === undefined ? undefined : { value: only.version, spans: [only.span] };
}

/** The version in which a symbol was deprecated: by a directive of its comment, else by the words of the note. */
export function deprecatedVersion(
  doc: DocComment | undefined,
  deprecated: Stated | undefined,
  text: string,
): Stated | undefined {
  if (deprecated === undefined) return undefined;
  const [only, ...others] = doc === undefined ? [] : directivesIn(doc, text, 'deprecated');
  if (only?.version !== undefined && others.length === 0) return { value: only.version, spans: [only.span] };
  const said = new RegExp(
    `\\b(?:since|as of|deprecated in|from)(?:\\s*=\\s*"|\\s+)(?:the\\s+)?(?:[A-Z]\\w*\\s+)?(?:version\\s+|release\\s+)?${version.source}`,
    'i',
  ).exec(deprecated.value);
  const leading = new RegExp(`^${version.source}(?=[\\s,:;-]|$)`, 'i').exec(deprecated.value);
  const value = (said ?? leading)?.[1]?.replace(/\.$/, '');
  return value === undefined ? undefined : { value, spans: deprecated.spans };
}
