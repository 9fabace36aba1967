import type { Cancellation } from '../platform/index.ts';
import { type Language, type NameOrigin, nameAtOffset } from '../source/index.ts';
import { unsuitableText } from '../workspace/index.ts';
import { ecosystemOfLanguage } from './ecosystem-registry.ts';
import type { EvidenceTools } from './evidence-tools.ts';
import { namedByDocument } from './named-by-document.ts';
import { splitSpecifier } from './npm/npm-host.ts';
import type { LibraryQuery, SymbolAtCursor } from './symbol-lookup.ts';

/** A place in a document. */
export interface CursorPlace {
  readonly text: string;
  readonly language: Language;
  /** Absolute with `/`. */
  readonly path: string;
  /** In UTF-16 units. */
  readonly offset: number;
  readonly cancellation: Cancellation;
}

/**
 * The symbol under a cursor with what it hangs on, qualified by the document's imports; `undefined` when no name
 * stands there, or when the document is no source. Throws a `CancelledError` when cancelled.
 */
export async function symbolAtCursor(
  tools: EvidenceTools,
  place: CursorPlace,
): Promise<SymbolAtCursor | undefined> {
  const { text, language, offset, cancellation } = place;
  if (unsuitableText(text) !== undefined) return undefined;
  const found = await nameAtOffset(tools.parser, { text, language, cancellation }, offset);
  if (found === undefined) return undefined;
  const query =
    found.origin === undefined
      ? meantBy(text, found.written, language)
      : queryOfOrigin(found.origin, language);
  return { written: found.written, ...(query === undefined ? {} : { query }) };
}

/** What a document means by a name in a language whose imports are read as text. */
function meantBy(text: string, written: string, language: Language): SymbolAtCursor['query'] {
  const ecosystem = ecosystemOfLanguage(language);
  const path = written.split(/::|\?\.|->|\\|\./);
  return ecosystem === undefined ? undefined : namedByDocument(ecosystem, { text, path });
}

/** How to look a name up that an import brings; `undefined` where the import leads to the workspace's own code. */
export function queryOfOrigin(
  { specifier, imported, names }: NameOrigin,
  { family }: Language,
): LibraryQuery | undefined {
  // A relative import leads to the workspace's own code.
  if (specifier.startsWith('.') || specifier.startsWith('/') || specifier === '') return undefined;
  if (family === 'python') {
    const inner = imported === '*' ? names : [imported, ...names];
    const symbol = [specifier, ...inner].join('.');
    return { symbol, package: specifier.split('.')[0] ?? specifier, ecosystem: 'python' };
  }
  const isWhole = imported === '*' || imported === '=' || imported === 'default';
  const inner = isWhole ? names : [imported, ...names];
  const path = specifier.replace(/^node:/, '');
  const symbol = [path, ...inner].join('.');
  return { symbol, package: splitSpecifier(path).name, ecosystem: 'npm' };
}
