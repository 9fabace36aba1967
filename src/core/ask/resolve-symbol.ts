import {
  type Ecosystem,
  ecosystemOfLanguage,
  type SymbolFacts,
  type SymbolLookup,
} from '../evidence/index.ts';
import { type Declined, declined } from './answer.ts';
import type { AskTools, LookAround } from './ask-tools.ts';
import {
  type AskedDocument,
  openDocument,
  type PlacedQuery,
  qualifyByDocument,
  symbolUnderCursor,
} from './asked-document.ts';
import { isAskedVersion } from './asked-version.ts';
import type { SymbolPhrase } from './question.ts';
import { choices, clip, originOf } from './wording.ts';

/** A symbol with its facts and how it was found, or why it wasn't. */
export type Resolution =
  | { readonly type: 'found'; readonly facts: SymbolFacts; readonly query: PlacedQuery }
  | { readonly type: 'declined'; readonly outcome: Declined; readonly tried: readonly PlacedQuery[] };

/** Finds the symbol that a question names; without a name, the one under the cursor. */
export async function resolveSymbol(
  tools: AskTools,
  phrase: SymbolPhrase | undefined,
  around: LookAround,
): Promise<Resolution> {
  const document = around.at === undefined ? undefined : await openDocument(tools, around.at);
  if (document !== undefined && 'type' in document) {
    return { type: 'declined', outcome: document, tried: [] };
  }
  if (phrase !== undefined) return resolveNamed(tools, phrase, { around, document });
  if (document === undefined) return unresolved(declined('ask.declined.no-symbol'));
  const cursor = await symbolUnderCursor(tools, document, around);
  if (cursor.type === 'declined') return unresolved(cursor.outcome);
  return lookUp(tools, cursor.query, { around });
}

/** Looks one query up, and declines with the reason that fits. */
export async function lookUp(
  tools: AskTools,
  query: PlacedQuery,
  { around, version }: { readonly around: LookAround; readonly version?: string | undefined },
): Promise<Resolution> {
  const { from, cancellation } = around;
  const lookup = await tools.findSymbol({ ...query, from, cancellation });
  if (lookup.type !== 'found') return { type: 'declined', outcome: reasonOf(lookup), tried: [query] };
  const facts = lookup.symbol;
  const other = version === undefined ? undefined : otherVersion(facts, version);
  return other === undefined
    ? { type: 'found', facts, query }
    : { type: 'declined', outcome: other, tried: [] };
}

interface Circumstances {
  readonly around: LookAround;
  readonly document: AskedDocument | undefined;
}

async function resolveNamed(
  tools: AskTools,
  phrase: SymbolPhrase,
  { around, document }: Circumstances,
): Promise<Resolution> {
  const { cancellation } = around;
  const isPlaced = document !== undefined && phrase.package === undefined && phrase.name !== '';
  const qualified = isPlaced
    ? ((await underCursor(tools, document, { name: phrase.name, around })) ??
      (await qualifyByDocument(tools, document, { name: phrase.name, cancellation })))
    : undefined;
  const options = { around, version: phrase.version };
  if (qualified !== undefined) return lookUp(tools, qualified, options);
  const ecosystem = phrase.ecosystem ?? (document && ecosystemOfLanguage(document.place.language));
  const near = await lookUp(tools, queryOf(phrase, ecosystem), options);
  // A name with its package is the same wherever it is asked from: a script of another language may be meant.
  const isQualified = phrase.package !== undefined || phrase.name.includes('.');
  const isElsewhere = isUnknown(near) && isQualified && phrase.ecosystem !== ecosystem;
  const found = isElsewhere ? await lookUp(tools, queryOf(phrase, undefined), options) : near;
  if (found.type === 'found' || !isPlaced) return found;
  const isOwn = isOfWorkspace(document, phrase.name);
  return isOwn && isUnknown(found)
    ? { ...found, outcome: declined('ask.declined.workspace-symbol', { symbol: phrase.name }) }
    : found;
}

function isUnknown(resolution: Resolution): boolean {
  return resolution.type === 'declined' && resolution.outcome.by === 'ask.declined.not-installed';
}

/** The symbol under the cursor, where the question writes it as the document does. */
async function underCursor(
  tools: AskTools,
  document: AskedDocument,
  { name, around }: { readonly name: string; readonly around: LookAround },
): Promise<PlacedQuery | undefined> {
  const cursor = await symbolUnderCursor(tools, document, around);
  return cursor.type === 'symbol' && cursor.written === name ? cursor.query : undefined;
}

/** The name stands in the document, and no import explains it. */
function isOfWorkspace({ source }: AskedDocument, name: string): boolean {
  const [head = ''] = name.split('.');
  return new RegExp(`(?<![\\w$.])${head.replace(/\$/g, '\\$')}(?![\\w$])`).test(source.text);
}

function queryOf({ name, package: owner }: SymbolPhrase, ecosystem: Ecosystem | undefined): PlacedQuery {
  return {
    symbol: name === '' && owner !== undefined ? owner : name,
    ...(owner === undefined ? {} : { package: owner }),
    ...(ecosystem === undefined ? {} : { ecosystem }),
  };
}

function unresolved(outcome: Declined): Resolution {
  return { type: 'declined', outcome, tried: [] };
}

function reasonOf(lookup: Exclude<SymbolLookup, { type: 'found' }>): Declined {
  switch (lookup.type) {
    case 'ambiguous':
      return declined('ask.declined.ambiguous', { candidates: choices(lookup.candidates) });
    case 'no-such-symbol':
      return declined(lookup.isPartial ? 'ask.declined.unseen-symbol' : 'ask.declined.no-such-symbol', {
        ...originOf(lookup),
        symbol: clip(lookup.symbol, 80),
        nearest: choices(lookup.nearest, 3),
      });
    case 'not-installed':
      return declined('ask.declined.not-installed', {
        name: clip(lookup.name, 80),
        nearest: choices(lookup.nearest, 3),
      });
    case 'broken':
      return { type: 'declined', by: 'ask.declined.broken', reason: lookup.problem, evidence: [] };
  }
}

function otherVersion(facts: SymbolFacts, asked: string): Declined | undefined {
  const installed = facts.package.version;
  const values = { ...originOf(facts), asked: clip(asked, 30) };
  if (installed === undefined) return declined('ask.declined.version-unknown', values, [facts.head]);
  if (isAskedVersion(asked, installed)) return undefined;
  return declined('ask.declined.other-version', values, [facts.head]);
}
