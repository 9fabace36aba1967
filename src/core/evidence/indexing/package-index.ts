import { type Cancellation, type Clock, throwIfCancelled } from '../../platform/index.ts';
import { type BuildTools, indexSources, staleSources } from './build-index.ts';
import type { ContentId, EvidenceIndex, IndexScope, IndexSource } from './evidence-index.ts';

/** What some folders see of the index. */
export interface IndexView {
  readonly index: EvidenceIndex;
  readonly scope: IndexScope;
  /** What each content of the scope is installed as. */
  readonly sources: ReadonlyMap<ContentId, IndexSource>;
  /** Sources that were not read yet, because there was no time. */
  readonly left: number;
}

/** The index as questions use it: what they need is read when they need it. */
export interface PackageIndex {
  /**
   * What some folders see, what changed read again, as much as a few seconds allow: what `first` puts in front first.
   * Throws a `CancelledError` when cancelled.
   */
  view(request: ViewRequest): Promise<IndexView>;
  /** Tells whether there is time left of so many milliseconds, which begin now. */
  timer(milliseconds: number): () => boolean;
  /** Has to be called when the index was cleared: the last view is taken to hold for some seconds. */
  forgetView(): void;
}

/** Whose packages are meant. */
export interface ViewRequest {
  /** Absolute folders to look from, the nearest first. */
  readonly from: readonly string[];
  readonly cancellation: Cancellation;
  /** Whether a source is to be read before others. */
  readonly first?: (source: IndexSource) => boolean;
}

export interface PackageIndexOptions extends BuildTools {
  /** What the folders see, added documentation included. */
  readonly sourcesFor: (from: readonly string[]) => Promise<readonly IndexSource[]>;
  readonly clock: Clock;
}

/** Somebody waits in front of the answer; the rest is read in the background, or by the next question. */
const mostMilliseconds = 6000;
/** So long the same folders are taken to be as they were: thousands of questions come one after the other. */
const freshMilliseconds = 10_000;
const atOnce = 24;

/** Makes the index of one thread usable for questions. */
export function createPackageIndex(options: PackageIndexOptions): PackageIndex {
  let last: { readonly key: string; readonly at: number; readonly view: IndexView } | undefined;
  return {
    async view(request) {
      const key = request.from.join('\n');
      const age = options.clock() - (last?.at ?? 0);
      if (last?.key === key && age < freshMilliseconds && last.view.left === 0) return last.view;
      const view = await lookAround(options, request);
      last = { key, at: options.clock(), view };
      return view;
    },
    timer(milliseconds) {
      const end = options.clock() + milliseconds;
      return () => options.clock() < end;
    },
    forgetView() {
      last = undefined;
    },
  };
}

async function lookAround(
  options: PackageIndexOptions,
  { from, cancellation, first = () => false }: ViewRequest,
): Promise<IndexView> {
  const { index, clock } = options;
  const end = clock() + mostMilliseconds;
  const sources = await options.sourcesFor(from);
  const stale = staleSources(options, sources, cancellation);
  const waiting = [...stale.filter(first), ...stale.filter((one) => !first(one))];
  while (waiting.length > 0 && clock() < end) {
    throwIfCancelled(cancellation);
    indexSources(options, waiting.splice(0, atOnce), cancellation);
  }
  const known = new Map<ContentId, IndexSource>();
  const left = new Set(waiting);
  for (const source of sources) {
    const install = left.has(source) ? undefined : index.installed(source);
    if (install !== undefined) known.set(install.content, source);
  }
  return { index, scope: new Set(known.keys()), sources: known, left: waiting.length };
}
