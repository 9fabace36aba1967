import { type Cancellation, throwIfCancelled } from '../../platform/index.ts';
import { SourceText } from '../../source/index.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { indexedPassages } from '../indexing/indexed-passages.ts';
import type { SymbolFacts } from '../symbol-facts.ts';
import type { NamedPackage } from '../workspace-packages.ts';
import { cursorPassage } from './cursor-passage.ts';
import { documentPassages } from './document-passages.ts';
import { questionWords } from './question-words.ts';
import { symbolPassages } from './symbol-passages.ts';

/** What passages are looked for. */
export interface PassagesRequest {
  readonly question: string;
  /** What was looked at already. */
  readonly looked: readonly Evidence[];
  /** The symbols that the question is about, as far as they were found. */
  readonly symbols: readonly Pick<SymbolFacts, 'head' | 'kind' | 'package'>[];
  /** The packages whose documents may tell. */
  readonly packages: readonly NamedPackage[];
  /** The open document and the line that the question is asked from. */
  readonly document?: { readonly path: string; readonly text: string; readonly line: number };
  /** Absolute folders to look from, the nearest first. */
  readonly from: readonly string[];
  readonly cancellation: Cancellation;
}

const mostPassages = 24;

/**
 * Passages that may tell what a question asks, verbatim, the likeliest first: the declarations of its symbols with
 * their comments, what was looked at already, sections of its packages' documents, the code around the cursor, and what the index finds by words. What
 * lies within another passage is left out. Never throws for what is on the disk; throws a `CancelledError` when
 * cancelled.
 */
export async function findPassages(
  tools: EvidenceTools,
  request: PassagesRequest,
): Promise<readonly Evidence[]> {
  const { question, from, cancellation, document } = request;
  const words = questionWords(question);
  const bySymbol: Evidence[][] = [];
  for (const facts of request.symbols) {
    throwIfCancelled(cancellation);
    bySymbol.push([...(await symbolPassages(tools, { facts, words, cancellation }))]);
  }
  const documented: Evidence[] = [];
  for (const one of request.packages) {
    throwIfCancelled(cancellation);
    documented.push(...(await documentPassages(tools, { package: one, question, from, cancellation })));
  }
  const indexed = await indexedPassages(tools, { question, from, cancellation });
  const around =
    document === undefined
      ? undefined
      : cursorPassage(document.path, new SourceText(document.text), document.line);
  const first = bySymbol.flatMap((passages) => passages.slice(0, 1));
  const rest = bySymbol.flatMap((passages) => passages.slice(1));
  const all = [
    ...first,
    ...request.looked,
    ...(around === undefined ? [] : [around]),
    ...documented.slice(0, 2),
    ...rest,
    ...documented.slice(2),
    ...indexed,
  ];
  return withoutInner(all.filter(({ quote }) => /\S/.test(quote))).slice(0, mostPassages);
}

function withoutInner(passages: readonly Evidence[]): readonly Evidence[] {
  const lies = (inner: Evidence, outer: Evidence) =>
    inner.path === outer.path &&
    !isBefore(inner.range.start, outer.range.start) &&
    !isBefore(outer.range.end, inner.range.end);
  return passages.filter(
    (one, i) => !passages.some((other, j) => i !== j && lies(one, other) && (!lies(other, one) || j < i)),
  );
}

type Place = Evidence['range']['start'];

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
