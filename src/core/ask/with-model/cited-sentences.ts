/** Citations that stand together, `[1, 2]`. */
export interface CitationGroup {
  /** As cited, in the order of the text. */
  readonly numbers: readonly number[];
  /** White space in front of it. */
  readonly gap: string;
}

/** A sentence taken apart into its words and its citations, with the white space that follows it. */
export interface CitedSentence {
  readonly parts: readonly (string | CitationGroup)[];
  /** Its words alone. */
  readonly words: string;
}

/** Code between backticks, which holds neither citations nor the ends of sentences; citations; and those ends. */
const token =
  /(?<code>```[\s\S]*?(?:```|$)|`[^`\n]*`)|(?<gap>[^\S\n]*)[[【]\s*(?<numbers>\d{1,3}(?:\s*[,，、–-]\s*\d{1,3})*)\s*[\]】]|[.!?…]+["'”’)]*(?=\s|$|[[【]\d)|[。！？]["'”’」）]*|\n/g;

/** The sentences of a text in its order, where so many passages can be cited; together they are the text. */
export function citedSentences(text: string, count: number): readonly CitedSentence[] {
  const writer = new SentenceWriter();
  let at = 0;
  for (const found of text.matchAll(token)) {
    const { code, gap = '', numbers } = found.groups ?? {};
    writer.addWords(text.slice(at, found.index));
    at = found.index + found[0].length;
    if (numbers !== undefined && isCitation(text, found, count)) {
      writer.addCitation({ numbers: numbersOf(numbers), gap });
    } else {
      writer.addWords(found[0]);
      if (code === undefined && numbers === undefined) writer.end(found[0] === '\n');
    }
  }
  writer.addWords(text.slice(at));
  return writer.finish();
}

class SentenceWriter {
  readonly #done: CitedSentence[] = [];
  #parts: (string | CitationGroup)[] = [];
  #isEnded = false;
  #isLineEnded = false;

  /** Words behind the end of a sentence begin the next one; white space still belongs to it. */
  addWords(words: string): void {
    if (words === '') return;
    if (this.#isEnded && /\S/.test(words)) this.#begin();
    this.#parts.push(words);
  }

  /** Citations behind the end of a sentence still belong to it, on the same line. */
  addCitation(group: CitationGroup): void {
    if (this.#isLineEnded) this.#begin();
    this.#parts.push(group);
  }

  end(isLine: boolean): void {
    this.#isEnded = true;
    this.#isLineEnded ||= isLine;
  }

  finish(): readonly CitedSentence[] {
    this.#begin();
    return this.#done;
  }

  #begin(): void {
    const parts = this.#parts;
    this.#parts = [];
    this.#isEnded = false;
    this.#isLineEnded = false;
    if (parts.length === 0) return;
    this.#done.push({ parts, words: parts.filter((part) => typeof part === 'string').join('') });
  }
}

/** `argv[7]` is an element where there are fewer passages. */
function isCitation(text: string, { index, groups }: RegExpExecArray, count: number): boolean {
  const isAttached = groups?.gap === '' && /[\p{L}_$]/u.test(text[index - 1] ?? ' ');
  return !isAttached || numbersOf(groups.numbers ?? '').every((number) => number >= 1 && number <= count);
}

function numbersOf(written: string): readonly number[] {
  return written.split(/[,，、]/).flatMap((part) => {
    const [first = 0, last = first] = part.split(/[–-]/).map(Number);
    // A range of many names none of them.
    return last > first && last - first < 10
      ? Array.from({ length: last - first + 1 }, (_none, i) => first + i)
      : [first];
  });
}
