import { throwIfCancelled } from '../../platform/index.ts';
import { SourceText } from '../../source/index.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type PassageSource, passageOf } from '../passages/passage-source.ts';
import { questionWords } from '../passages/question-words.ts';
import type { FoundPassage, IndexSource } from './evidence-index.ts';
import type { IndexView, ViewRequest } from './package-index.ts';

/** Words to look for, and where. */
export interface IndexedPassagesRequest extends Pick<ViewRequest, 'from' | 'cancellation'> {
  readonly question: string;
}

const mostLooked = 60;
const most = 8;
const longest = 1400;

/**
 * Passages of all installed packages and of the documentation that the user added that share the most words with a
 * question, the best first: at least two words, or the only one there is. Each is read again where it lies; one whose
 * file has changed is left out. Empty without an index. Throws a `CancelledError` when cancelled.
 */
export async function indexedPassages(
  tools: EvidenceTools,
  { question, from, cancellation }: IndexedPassagesRequest,
): Promise<readonly Evidence[]> {
  const words = questionWords(question);
  if (tools.index === undefined || words.count === 0) return [];
  const view = await tools.index.view({ from, cancellation });
  const reader = new PassageReader(tools, view);
  const found: { readonly passage: Evidence; readonly score: number }[] = [];
  for (const one of view.index.passages(words.words, view.scope, mostLooked)) {
    throwIfCancelled(cancellation);
    const passage = await reader.read(one);
    if (passage === undefined) continue;
    found.push({ passage, score: words.score(`${one.file} ${passage.quote}`) });
  }
  const least = Math.min(2, words.count);
  return found
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ passage }) => passage);
}

/** Reads passages where they lie; each file once. */
class PassageReader {
  readonly #tools: EvidenceTools;
  readonly #view: IndexView;
  readonly #files = new Map<string, Promise<PassageSource | undefined>>();

  constructor(tools: EvidenceTools, view: IndexView) {
    this.#tools = tools;
    this.#view = view;
  }

  async read({ content, file, hash, start, end }: FoundPassage): Promise<Evidence | undefined> {
    const source = this.#view.sources.get(content);
    if (source === undefined) return undefined;
    const path = `${source.root}/${file}`;
    const known = this.#files.get(path) ?? this.#open(path, hash, source);
    this.#files.set(path, known);
    const opened = await known;
    const passage = opened === undefined ? undefined : passageOf(opened, { start, end }, longest);
    return passage === undefined || !/\S/.test(passage.quote) ? undefined : passage;
  }

  /** The file if it is still the one that was read for the index. */
  async #open(path: string, hash: string, source: IndexSource): Promise<PassageSource | undefined> {
    const { files, decode, sha256 } = this.#tools;
    const bytes = await files.readBytes(path);
    if (bytes === undefined || sha256(bytes) !== hash) return undefined;
    const text = decode(bytes);
    if (text === undefined) return undefined;
    const { ecosystem, name, version } = source;
    const owner =
      ecosystem === 'documents' ? {} : { owner: { name, ...(version === undefined ? {} : { version }) } };
    return { path, source: new SourceText(text), ...owner };
  }
}
