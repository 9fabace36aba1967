import { type Cancellation, throwIfCancelled } from '../../platform/index.ts';
import type {
  ContentId,
  ContentIdentity,
  EvidenceIndex,
  IndexedFile,
  IndexSource,
  PreparedFiles,
} from './evidence-index.ts';
import { type ContentTools, readContent, stampedFiles } from './read-content.ts';

/** What building an index needs. */
export interface BuildTools extends ContentTools {
  readonly index: EvidenceIndex;
}

/** The sources whose files differ from what the index keeps, in their order. Throws a `CancelledError` when cancelled. */
export function staleSources(
  tools: BuildTools,
  sources: readonly IndexSource[],
  cancellation: Cancellation,
): readonly IndexSource[] {
  return sources.filter((source) => {
    throwIfCancelled(cancellation);
    return tools.index.installed(source)?.stamp !== stampedFiles(tools, source).stamp;
  });
}

/** Characters of names and passages that are held at most before they are written. */
const heldAtMost = 6_000_000;
/** So many are written as soon as nobody else is writing. */
const worthWriting = 1_000_000;

/** A content that is read wholly and not written yet. */
interface Waiting {
  readonly source: IndexSource;
  readonly stamp: string;
  readonly identity: ContentIdentity;
  readonly addTo: PreparedFiles;
}

/**
 * Reads sources into an index, many small ones in one write; what another process wrote meanwhile is only linked. When
 * it ends before its time, by cancelling or by a kill, whole contents are there or none of theirs. Throws a
 * `CancelledError` when cancelled. The result is how many had to be read.
 */
export function indexSources(
  tools: BuildTools,
  sources: readonly IndexSource[],
  cancellation: Cancellation,
): number {
  let read = 0;
  let waiting: Waiting[] = [];
  let held = 0;
  const write = (isUrgent: boolean) => {
    const action = () => {
      for (const one of waiting) writeWhole(tools.index, one);
    };
    if (isUrgent) tools.index.together(action);
    else if (!tools.index.togetherIfFree(action)) return;
    waiting = [];
    held = 0;
  };
  for (const source of sources) {
    throwIfCancelled(cancellation);
    const { files, stamp } = stampedFiles(tools, source);
    if (tools.index.installed(source)?.stamp === stamp) continue;
    read++;
    const large = new LargeContent(tools.index);
    let own: IndexedFile[] = [];
    let size = 0;
    const hashes: string[] = [];
    for (const file of readContent(tools, { root: source.root, files, cancellation })) {
      hashes.push(`${file.path}\t${file.hash}`);
      own.push(file);
      size += weightOf(file);
      if (size < heldAtMost) continue;
      large.add(tools.index.prepare(own));
      own = [];
      size = 0;
    }
    const { ecosystem, name, version } = source;
    const hash = tools.sha256(hashes.join('\n'));
    const identity = { ecosystem, name, hash, ...(version === undefined ? {} : { version }) };
    const whole = { source, stamp, identity, addTo: tools.index.prepare(own) };
    if (large.isBegun) {
      large.finish(whole);
      continue;
    }
    waiting.push(whole);
    held += size;
    if (held >= worthWriting) write(held >= heldAtMost);
  }
  if (waiting.length > 0) write(true);
  return read;
}

function weightOf({ names, passages }: IndexedFile): number {
  return names.length * 60 + passages.reduce((sum, { text }) => sum + text.length, 100);
}

function writeWhole(index: EvidenceIndex, { source, stamp, identity, addTo }: Waiting): void {
  let content = index.contentOf(identity);
  if (content === undefined) {
    content = index.begin();
    addTo(content);
    index.finish(content, identity);
  }
  index.link(source, { content, stamp });
}

/** A content that is too large to be held: it is written piece by piece, and counts when the last one is there. */
class LargeContent {
  readonly #index: EvidenceIndex;
  #content: ContentId | undefined;

  constructor(index: EvidenceIndex) {
    this.#index = index;
  }

  get isBegun(): boolean {
    return this.#content !== undefined;
  }

  add(addTo: PreparedFiles): void {
    this.#index.together(() => {
      this.#content ??= this.#index.begin();
      addTo(this.#content);
    });
  }

  finish({ source, stamp, identity, addTo }: Waiting): void {
    this.#index.together(() => {
      const written = this.#content ?? this.#index.begin();
      addTo(written);
      const content = this.#index.contentOf(identity) ?? written;
      if (content === written) this.#index.finish(written, identity);
      this.#index.link(source, { content, stamp });
    });
  }
}
