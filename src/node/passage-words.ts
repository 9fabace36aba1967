import { indexedWords, plainWords } from '../core/evidence/index.ts';

// Letters by their place in the alphabet, whatever their case; digits and what is not ASCII are parts of words, too.
const [digit, foreign] = [27, 28];
const parts = new Uint8Array(256).fill(foreign, 128);
for (let i = 0; i < 26; i++) parts[65 + i] = parts[97 + i] = i + 1;
parts.fill(digit, 48, 58);

/** Longer words have no number of their own. */
const longestPlain = 6;
const plain = new Int32Array(1024);
for (const word of plainWords) {
  const number = [...word].reduce((sum, one) => (sum << 5) | (parts[one.charCodeAt(0)] ?? 0), 0);
  let slot = slotOf(number);
  while (plain[slot] !== 0) slot = (slot + 1) & 1023;
  plain[slot] = number;
}

/** Gathers the words of texts that a question may ask for, as bytes that an index splits again at their blanks. */
export class PassageWords {
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #at = 0;

  /**
   * Adds a text without the words that every question has, numbers and single letters: nobody asks for them. The result
   * is where its words are, an end behind a beginning.
   */
  add(text: string): readonly [number, number] {
    const start = this.#at;
    let length = this.#put(text);
    // A text of as many bytes as characters has nothing but ASCII.
    if (length !== text.length) length = this.#put(indexedWords(text));
    this.#at = keepTelling(this.#bytes, start, start + length);
    return [start, this.#at];
  }

  /** Puts a text behind the words so far; gives its bytes. */
  #put(text: string): number {
    const most = this.#at + text.length * 3;
    if (most > this.#bytes.length) this.#grow(most);
    return this.#bytes.write(text, this.#at);
  }

  /** All bytes so far; the places of texts count in them. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  #grow(least: number): void {
    const grown = Buffer.allocUnsafe(Math.max(least, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#at);
    this.#bytes = grown;
  }
}

/** Moves the words that tell something to the front, a blank behind each; gives where they end. */
function keepTelling(bytes: Uint8Array, from: number, end: number): number {
  let to = from;
  for (let at = from; at < end; ) {
    const first = parts[bytes[at] ?? 0] ?? 0;
    if (first === 0) {
      at++;
      continue;
    }
    const start = at;
    const word = to;
    let number = 0;
    for (let part = first; part !== 0; part = at < end ? (parts[bytes[at] ?? 0] ?? 0) : 0) {
      number = (number << 5) | part;
      bytes[to++] = bytes[at++] ?? 0;
    }
    const length = at - start;
    if (length === 1 || first === digit || (length <= longestPlain && isPlain(number))) to = word;
    else if (to < end) bytes[to++] = 32;
  }
  return to;
}

function isPlain(number: number): boolean {
  for (let slot = slotOf(number); ; slot = (slot + 1) & 1023) {
    const known = plain[slot];
    if (known === number) return true;
    if (known === 0) return false;
  }
}

function slotOf(number: number): number {
  return Math.imul(number, 0x9e3779b1) >>> 22;
}
