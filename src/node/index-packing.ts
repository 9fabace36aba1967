import type { DeclaredPlace, IndexedFile, PassagePlace } from '../core/evidence/index.ts';
import { indexedTitle, nameKey } from '../core/evidence/index.ts';
import { PassageWords } from './passage-words.ts';

/**
 * Some files of a content as they are written: a row for every few files costs a small part of the time and the room
 * that one for each declaration does.
 */
export interface PackedFiles {
  /** Path, hash and places of passages of each, divided by tabs; a line each. */
  readonly files: string;
  /** Key, path, number of the file among these, offset and kind of each declaration, divided by tabs; a line each. */
  readonly names: string;
  /** Keys of the names (`keyWord`), divided by blanks. */
  readonly keys: string;
  readonly facts: number;
  readonly passages: readonly PackedPassage[];
}

/** The words of a passage that can be asked for, in UTF-8. */
export interface PackedPassage {
  readonly title: Uint8Array;
  readonly body: Uint8Array;
}

/** Files of one row at most, beside the one that goes over the limits below. */
const mostFiles = 64;
const mostNames = 200;
const mostPassages = 400;

/** Packs files, those that tell nothing left out. */
export function packFiles(files: readonly IndexedFile[]): readonly PackedFiles[] {
  const packed: PackedFiles[] = [];
  let some = new FilePacker();
  for (const file of files) {
    if (file.names.length === 0 && file.passages.length === 0) continue;
    some.add(file);
    if (!some.isFull) continue;
    packed.push(some.pack());
    some = new FilePacker();
  }
  if (!some.isEmpty) packed.push(some.pack());
  return packed;
}

class FilePacker {
  readonly #files: string[] = [];
  readonly #names: string[] = [];
  readonly #keys: string[] = [];
  readonly #words = new PassageWords();
  readonly #places: {
    readonly title: readonly [number, number];
    readonly body: readonly [number, number];
  }[] = [];
  #facts = 0;

  get isEmpty(): boolean {
    return this.#files.length === 0;
  }

  get isFull(): boolean {
    return (
      this.#files.length >= mostFiles ||
      this.#names.length >= mostNames ||
      this.#places.length >= mostPassages
    );
  }

  add({ path, hash, names, passages }: IndexedFile): void {
    this.#addNames(names);
    this.#files.push(`${path}\t${hash}\t${packPlaces(passages)}`);
    this.#facts += names.length;
    for (const { title, text } of passages) {
      this.#places.push({
        title: this.#words.add(indexedTitle(title)),
        body: this.#words.add(text),
      });
    }
  }

  /** Of overloads the first counts. */
  #addNames(names: readonly DeclaredPlace[]): void {
    const file = this.#files.length.toString(36);
    const seen = new Set<string>();
    for (const { path, kind, start } of names) {
      if (seen.has(path)) continue;
      seen.add(path);
      const key = nameKey(path);
      this.#keys.push(key);
      this.#names.push(`${key}\t${path}\t${file}\t${start.toString(36)}\t${kind}`);
    }
  }

  pack(): PackedFiles {
    const { bytes } = this.#words;
    return {
      files: this.#files.join('\n'),
      names: this.#names.join('\n'),
      keys: this.#keys.map(keyWord).join(' '),
      facts: this.#facts,
      passages: this.#places.map(({ title, body }) => ({
        title: bytes.subarray(...title),
        body: bytes.subarray(...body),
      })),
    };
  }
}

/** A key without the characters that a word of the index can't have. */
export function keyWord(key: string): string {
  return /[\s"'\\\0]/.test(key) ? key.replaceAll(/[\s"'\\\0]/g, '?') : key;
}

/** A declaration with the number of its file in its row. */
export interface PackedName extends DeclaredPlace {
  readonly file: number;
}

/** The declarations of a key in a row of names. */
export function unpackNames(names: string, key: string): readonly PackedName[] {
  const found: PackedName[] = [];
  const head = `${key}\t`;
  let at = names.startsWith(head) ? 0 : nextLine(names, head, 0);
  while (at >= 0) {
    const end = names.indexOf('\n', at);
    const [path = '', file = '', start = '', kind = ''] = names
      .slice(at + head.length, end < 0 ? names.length : end)
      .split('\t');
    found.push({
      path,
      file: Number.parseInt(file, 36),
      start: Number.parseInt(start, 36),
      kind: kindOf(kind),
    });
    at = nextLine(names, head, at);
  }
  return found;
}

function nextLine(text: string, head: string, from: number): number {
  const before = text.indexOf(`\n${head}`, from);
  return before < 0 ? -1 : before + 1;
}

const kinds = [
  'function',
  'class',
  'interface',
  'type',
  'enum',
  'variable',
  'namespace',
  'member',
  'macro',
] as const;

function kindOf(text: string): DeclaredPlace['kind'] {
  return kinds.find((kind) => kind === text) ?? 'member';
}

/** The path of a file of a row; empty when there is none of that number. */
export function pathOf(files: string, number: number): string {
  const line = files.split('\n', number + 1)[number] ?? '';
  return line.slice(0, line.indexOf('\t'));
}

/** The places of passages in their order: offset and length of each. */
function packPlaces(passages: readonly PassagePlace[]): string {
  return passages.map(({ start, end }) => `${start.toString(36)}.${(end - start).toString(36)}`).join(' ');
}

/** A passage of a row by its number: its file, that one's hash, and where it stands; `undefined` when there is none. */
export function unpackPassage(files: string, number: number) {
  let left = number;
  for (const line of files.split('\n')) {
    const [file = '', hash = '', packed = ''] = line.split('\t');
    const places = packed === '' ? [] : packed.split(' ');
    const place = places[left];
    left -= places.length;
    if (place === undefined) continue;
    const [start = '', length = ''] = place.split('.');
    const from = Number.parseInt(start, 36);
    return { file, hash, start: from, end: from + Number.parseInt(length, 36) };
  }
  return undefined;
}
