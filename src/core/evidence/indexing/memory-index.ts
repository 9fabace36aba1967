import {
  type ContentId,
  type ContentIdentity,
  type EvidenceIndex,
  type FoundName,
  type FoundPassage,
  type IndexedFile,
  type IndexScope,
  type IndexSource,
  type IndexStatus,
  type KnownInstall,
  nameKey,
  type PreparedFiles,
} from './evidence-index.ts';

interface Content {
  readonly files: IndexedFile[];
  identity?: ContentIdentity;
}

/**
 * An index that lives as long as the process, where no database can be had. It looks through everything for each
 * question, and forgets the oldest contents above a million facts.
 */
export function createMemoryIndex(): EvidenceIndex {
  return new MemoryIndex();
}

const mostFacts = 1_000_000;

class MemoryIndex implements EvidenceIndex {
  readonly isLasting = false;
  readonly #contents = new Map<ContentId, Content>();
  readonly #installs = new Map<string, KnownInstall>();
  #next = 1;

  installed(source: IndexSource): KnownInstall | undefined {
    return this.#installs.get(placeOf(source));
  }

  contentOf(identity: ContentIdentity): ContentId | undefined {
    for (const [id, content] of this.#contents) {
      if (content.identity !== undefined && isSame(content.identity, identity)) return id;
    }
    return undefined;
  }

  together(action: () => void): void {
    action();
  }

  togetherIfFree(action: () => void): boolean {
    action();
    return true;
  }

  begin(): ContentId {
    const id = this.#next++;
    this.#contents.set(id, { files: [] });
    return id;
  }

  prepare(files: readonly IndexedFile[]): PreparedFiles {
    return (content) => this.#add(content, files);
  }

  finish(content: ContentId, identity: ContentIdentity): void {
    const known = this.#contents.get(content);
    if (known !== undefined) known.identity = identity;
  }

  link(source: IndexSource, known: KnownInstall): void {
    this.#installs.set(placeOf(source), known);
  }

  forget(source: IndexSource): void {
    const known = this.installed(source);
    if (known === undefined) return;
    this.#contents.delete(known.content);
    for (const [place, { content }] of this.#installs) {
      if (content === known.content) this.#installs.delete(place);
    }
  }

  named(key: string, scope: IndexScope): readonly FoundName[] {
    const found: FoundName[] = [];
    for (const { content, file } of this.#files(scope)) {
      for (const one of file.names) {
        if (nameKey(one.path) === key) found.push({ ...one, content, file: file.path });
      }
    }
    return found;
  }

  keysFrom(prefix: string, scope: IndexScope, most: number): readonly string[] {
    const keys = new Set<string>();
    for (const { file } of this.#files(scope)) {
      for (const { path } of file.names) if (nameKey(path).startsWith(prefix)) keys.add(nameKey(path));
    }
    return [...keys].sort().slice(0, most);
  }

  passages(words: readonly string[], scope: IndexScope, most: number): readonly FoundPassage[] {
    const asked = words.map((word) => word.toLowerCase());
    const scored: { readonly found: FoundPassage; readonly score: number }[] = [];
    for (const { content, file } of this.#files(scope)) {
      for (const { title, text, start, end } of file.passages) {
        const lower = `${title}\n${text}`.toLowerCase();
        const score = asked.filter((word) => lower.includes(word)).length;
        if (score > 0)
          scored.push({ found: { content, file: file.path, hash: file.hash, start, end }, score });
      }
    }
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ found }) => found);
  }

  tidy(isThere: (root: string) => boolean): void {
    for (const place of this.#installs.keys()) if (!isThere(rootOf(place))) this.#installs.delete(place);
    const linked = new Set([...this.#installs.values()].map(({ content }) => content));
    for (const id of this.#contents.keys()) if (!linked.has(id)) this.#contents.delete(id);
  }

  status(): IndexStatus {
    return {
      packages: this.#contents.size,
      facts: this.#count(({ names }) => names.length),
      passages: this.#count(({ passages }) => passages.length),
      bytes: 0,
      path: null,
    };
  }

  clear(): void {
    this.#contents.clear();
    this.#installs.clear();
  }

  #add(content: ContentId, files: readonly IndexedFile[]): void {
    this.#contents.get(content)?.files.push(...files);
    for (const [id] of this.#contents) {
      if (id === content || this.#count(({ names }) => names.length) <= mostFacts) break;
      this.#contents.delete(id);
    }
  }

  *#files(scope: IndexScope): Generator<{ readonly content: ContentId; readonly file: IndexedFile }> {
    for (const content of scope) {
      for (const file of this.#contents.get(content)?.files ?? []) yield { content, file };
    }
  }

  #count(of: (file: IndexedFile) => number): number {
    let sum = 0;
    for (const { files } of this.#contents.values()) for (const file of files) sum += of(file);
    return sum;
  }
}

function placeOf({ root, ecosystem, name }: IndexSource): string {
  return `${ecosystem}\n${name}\n${root}`;
}

function rootOf(place: string): string {
  return place.split('\n').slice(2).join('\n');
}

function isSame(a: ContentIdentity, b: ContentIdentity): boolean {
  return a.hash === b.hash && a.ecosystem === b.ecosystem && a.name === b.name && a.version === b.version;
}
