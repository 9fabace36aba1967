import type { SymbolAtCursor, SymbolQuery } from '../evidence/index.ts';
import { SourceText } from '../source/index.ts';
import { readSource } from '../workspace/index.ts';
import { type Declined, declined } from './answer.ts';
import type { AskedPlace, AskTools, LookAround } from './ask-tools.ts';

/** The document that a question is asked from. */
export interface AskedDocument {
  readonly place: AskedPlace;
  readonly source: SourceText;
}

export type PlacedQuery = Pick<SymbolQuery, 'symbol' | 'package' | 'ecosystem'>;

/** The symbol at a place, or why there is none. */
export type CursorReading =
  | { readonly type: 'symbol'; readonly written: string; readonly query: PlacedQuery }
  | { readonly type: 'declined'; readonly outcome: Declined };

/** Reads the document of a place; the reason when it can't be read. */
export async function openDocument(tools: AskTools, place: AskedPlace): Promise<AskedDocument | Declined> {
  if (place.text !== undefined) return { place, source: new SourceText(place.text) };
  const read = await readSource(tools.files, tools.decode, place.path);
  if (read.skipped !== undefined) {
    return { type: 'declined', by: 'ask.declined.nothing-under-cursor', reason: read.skipped, evidence: [] };
  }
  return { place, source: new SourceText(read.text) };
}

/** The symbol of an installed package under the cursor. */
export async function symbolUnderCursor(
  tools: AskTools,
  document: AskedDocument,
  { cancellation }: LookAround,
): Promise<CursorReading> {
  const { position } = document.place;
  const offsets =
    position.character === undefined
      ? wordStarts(document, position.line)
      : [document.source.offsetAt({ line: position.line, character: position.character })];
  const found = new Map<string, CursorReading>();
  let unexplained: SymbolAtCursor | undefined;
  for (const offset of offsets) {
    const symbol = await symbolAt(tools, document, { offset, cancellation });
    if (symbol?.query === undefined) unexplained ??= symbol;
    else
      found.set(JSON.stringify(symbol.query), {
        type: 'symbol',
        written: symbol.written,
        query: symbol.query,
      });
  }
  const innermost = longest([...found.values()]);
  const [only, ...others] = innermost;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) {
    const candidates = innermost.flatMap((one) => (one.type === 'symbol' ? one.written : [])).join(', ');
    return { type: 'declined', outcome: declined('ask.declined.several-under-cursor', { candidates }) };
  }
  return {
    type: 'declined',
    outcome:
      unexplained === undefined
        ? declined('ask.declined.nothing-under-cursor')
        : declined('ask.declined.workspace-symbol', { symbol: unexplained.written }),
  };
}

/** What the document means by a name: the query for it, qualified by the imports; `undefined` when they don't tell. */
export async function qualifyByDocument(
  tools: AskTools,
  document: AskedDocument,
  { name, cancellation }: { readonly name: string; readonly cancellation: LookAround['cancellation'] },
): Promise<PlacedQuery | undefined> {
  const [head = '', ...rest] = name.split(/::|\\|\./);
  for (const offset of occurrences(document, head)) {
    const symbol = await symbolAt(tools, document, { offset, cancellation });
    if (symbol?.query === undefined || symbol.written !== head) continue;
    const { query } = symbol;
    return { ...query, symbol: [query.symbol, ...rest].filter((part) => part !== '').join('.') };
  }
  return undefined;
}

async function symbolAt(
  { symbolAtCursor }: AskTools,
  { place: { path, language }, source }: AskedDocument,
  at: { readonly offset: number; readonly cancellation: LookAround['cancellation'] },
): Promise<SymbolAtCursor | undefined> {
  return symbolAtCursor({ text: source.text, language, path, ...at });
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

function wordStarts({ source }: AskedDocument, line: number): readonly number[] {
  const { start, end } = source.lineSpan(line);
  return [...source.text.slice(start, end).matchAll(word)].map(({ index }) => start + index);
}

/** `session` in `session.get` is a step on the way to the symbol, not a second one. */
function longest(readings: readonly CursorReading[]): readonly CursorReading[] {
  const written = (one: CursorReading) => (one.type === 'symbol' ? one.written : '');
  return readings.filter(
    (one) => !readings.some((other) => other !== one && written(other).startsWith(`${written(one)}.`)),
  );
}

const mostOccurrences = 24;

/** Where a name stands in the text by itself, the nearest to the place first. */
function occurrences({ place, source }: AskedDocument, name: string): readonly number[] {
  const here = source.offsetAt({ line: place.position.line, character: place.position.character ?? 0 });
  return [...source.text.matchAll(word)]
    .filter(([found], i, all) => found === name && source.text[(all[i]?.index ?? 0) - 1] !== '.')
    .map(({ index }) => index)
    .sort((a, b) => Math.abs(a - here) - Math.abs(b - here))
    .slice(0, mostOccurrences);
}
