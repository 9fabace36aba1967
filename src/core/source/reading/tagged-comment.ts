import type { DocComment, DocFormat, DocParameter, DocRaises, DocReturns, DocTag } from '../doc-comment.ts';
import { DocText } from '../doc-text.ts';
import type { Quote, Span } from '../span.ts';
import { type CommentLine, entryOf } from './comment-lines.ts';

/** Tags of one kind, and how their words begin. */
export interface TagWords {
  readonly names: ReadonlySet<string>;
  /**
   * Its groups `name`, `type`, `initial` and `optional` are what they are called; what stands behind the whole match
   * is the description. A parameter without a `name` is none.
   */
  readonly words: RegExp;
}

/** A way to document by tags: `@param`, `\return`. */
export interface TagStyle {
  readonly format: DocFormat;
  /** At the beginning of a line's words; its group `tag` is the tag's name. */
  readonly tag: RegExp;
  readonly parameters: TagWords;
  readonly returns: TagWords;
  readonly raises: TagWords;
  readonly yields?: TagWords;
  /** Tags of a comment that documents something else than the code under it. */
  readonly foreign?: ReadonlySet<string>;
  /** Whether an empty line ends what a tag says. */
  readonly endsAtEmptyLine?: boolean;
  /** The same line with its markup in a form that prose is read in; as long as before. */
  readonly plain?: (line: string) => string;
}

interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly lines: readonly CommentLine[];
  /** The words behind the tag. */
  readonly value: DocText;
  readonly claim: Quote;
  readonly entry: Span;
}

/** A comment taken apart by its tags; `undefined` when it documents something else. */
export function readTaggedComment(
  lines: readonly CommentLine[],
  span: Span,
  style: TagStyle,
): DocComment | undefined {
  const { summary, tags } = split(lines, style);
  if (tags.some(({ name }) => style.foreign?.has(name) === true)) return undefined;
  const { parameters, returns, raises, yields } = style;
  const known = [parameters, returns, raises, ...(yields === undefined ? [] : [yields])];
  const of = (words: TagWords | undefined) => tags.filter(({ name }) => words?.names.has(name) === true);
  return {
    format: style.format,
    span,
    summary: proseOf(summary, style),
    parameters: of(parameters).flatMap((tag) => parametersOf(tag, parameters.words)),
    attributes: [],
    returns: of(returns).map((tag) => returnsOf(tag, returns.words)),
    yields: yields === undefined ? [] : of(yields).map((tag) => returnsOf(tag, yields.words)),
    raises: of(raises).map((tag) => raisesOf(tag, raises.words)),
    tags: tags
      .filter(({ name }) => known.every(({ names }) => !names.has(name)))
      .map(({ name, value, claim, entry }): DocTag => ({ name, value, claim, entry })),
  };
}

/** Some lines of a comment as prose. */
export function proseOf(
  lines: readonly CommentLine[],
  { plain = (line) => line }: Pick<TagStyle, 'plain'>,
): DocText {
  return new DocText(lines.map(({ text, offset }) => ({ text: plain(text), offset })));
}

function split(lines: readonly CommentLine[], style: TagStyle) {
  const examples = new ExampleTracker();
  let isOpen = true;
  const summary: CommentLine[] = [];
  const groups: { readonly match: RegExpExecArray; readonly lines: CommentLine[] }[] = [];
  for (const line of lines) {
    const match = examples.isInside ? null : style.tag.exec(line.text);
    examples.pass(line.text);
    if (line.text.trim() === '' && style.endsAtEmptyLine === true) isOpen = false;
    if (match !== null) groups.push({ match, lines: [line] });
    else (isOpen ? (groups.at(-1)?.lines ?? summary) : summary).push(line);
    if (match !== null) isOpen = true;
  }
  return { summary, tags: groups.flatMap(({ match, lines: own }) => tagOf(match, own, style)) };
}

/** Follows where an example begins and ends, in which an `@` begins no tag. */
class ExampleTracker {
  #fence: string | undefined;
  #block = false;
  #braces = 0;

  get isInside(): boolean {
    return this.#fence !== undefined || this.#block || this.#braces > 0;
  }

  pass(line: string): void {
    const fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (this.#fence === undefined) this.#fence = fence;
      else if (fence.startsWith(this.#fence)) this.#fence = undefined;
      return;
    }
    if (this.#fence !== undefined) return;
    const marks = line.matchAll(/<pre\b|<\/pre>|[@\\](?:end)?(?:code|verbatim|dot|msc)\b/gi);
    for (const [mark] of marks) this.#block = !/^(?:<\/|[@\\]end)/.test(mark) && !isInline(line, mark);
    const start = this.#braces > 0 ? 0 : line.search(/\{@/);
    if (start < 0) return;
    for (const character of line.slice(start)) {
      if (character === '{') this.#braces++;
      if (character === '}') this.#braces = Math.max(0, this.#braces - 1);
    }
  }
}

/** `{@code x}` is no block of code. */
function isInline(line: string, mark: string): boolean {
  return line.includes(`{${mark}`);
}

function tagOf(match: RegExpExecArray, all: readonly CommentLine[], style: TagStyle): readonly Tag[] {
  const lines = withoutEmptyEnd(all);
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const indent = first.text.length - first.text.trimStart().length;
  const start = match[0].length;
  const lead = first.text.slice(start).length - first.text.slice(start).trimStart().length;
  const plain = style.plain ?? ((line: string) => line);
  const words = first.text.slice(indent);
  return [
    {
      name: (match.groups?.tag ?? '').toLowerCase(),
      lines,
      value: new DocText([
        { text: plain(first.text).slice(start + lead), offset: first.offset + start + lead },
        ...rest.map(({ text, offset }) => ({ text: plain(text), offset })),
      ]),
      claim: {
        text: words,
        span: { start: first.offset + indent, end: first.offset + first.text.length },
      },
      entry: entryOf(lines),
    },
  ];
}

function withoutEmptyEnd(lines: readonly CommentLine[]): readonly CommentLine[] {
  const kept = [...lines];
  while (kept.length > 1 && kept.at(-1)?.text.trim() === '') kept.pop();
  return kept;
}

/** A named group of a match as a quote of the value. */
function groupOf(value: DocText, match: RegExpExecArray, name: string): Quote | undefined {
  const place = match.indices?.groups?.[name];
  return place === undefined ? undefined : value.quote(place[0], place[1]);
}

function wordsOf(value: DocText, words: RegExp): RegExpExecArray | null {
  return new RegExp(words.source, [...new Set(`${words.flags}d`)].join('')).exec(value.text);
}

/** The rest of a value from an offset, its lines kept. */
function descriptionOf(value: DocText, from: number): DocText {
  let at = from;
  while (/[ \t]/.test(value.text.charAt(at))) at++;
  const lines: { text: string; offset: number }[] = [];
  for (const text of value.text.slice(at).split('\n')) {
    lines.push({ text, offset: value.spanOf(at, at).start });
    at += text.length + 1;
  }
  return new DocText(lines);
}

function parametersOf(tag: Tag, words: RegExp): readonly DocParameter[] {
  const { value } = tag;
  const match = wordsOf(value, words);
  const name = match === null ? undefined : groupOf(value, match, 'name');
  if (match === null || name === undefined) return [];
  const type = groupOf(value, match, 'type');
  const initial = groupOf(value, match, 'initial');
  const shared = {
    optional: initial !== undefined || match.groups?.optional !== undefined,
    description: descriptionOf(value, match[0].length),
    ...(type === undefined ? {} : { type }),
    ...(initial === undefined ? {} : { initial: { value: initial, claim: tag.claim } }),
  };
  const names = namesIn(name);
  return names.map((one) => ({ name: one, entry: names.length > 1 ? one.span : tag.entry, ...shared }));
}

/** `a, b` documents two parameters at once. */
function namesIn({ text, span }: Quote): readonly Quote[] {
  return [...text.matchAll(/[^\s,]+/g)].map((match) => {
    const start = span.start + match.index;
    return { text: match[0], span: { start, end: start + match[0].length } };
  });
}

function returnsOf({ value, claim, entry }: Tag, words: RegExp): DocReturns {
  const match = wordsOf(value, words);
  const type = match === null ? undefined : groupOf(value, match, 'type');
  return {
    description: descriptionOf(value, match?.[0].length ?? 0),
    claim,
    entry,
    ...(type === undefined ? {} : { type }),
  };
}

function raisesOf({ value, claim, entry }: Tag, words: RegExp): DocRaises {
  const match = wordsOf(value, words);
  const exception = match === null ? undefined : groupOf(value, match, 'type');
  return {
    description: descriptionOf(value, match?.[0].length ?? 0),
    claim,
    entry,
    ...(exception === undefined ? {} : { exception }),
  };
}
