import { type Block, type Line, parse, type Spec } from 'comment-parser';
import type { DocComment, DocParameter, DocRaises, DocReturns, DocTag } from '../doc-comment.ts';
import { DocText } from '../doc-text.ts';
import type { Quote, Span } from '../span.ts';

const parameterTags = new Set(['param', 'arg', 'argument']);
const returnTags = new Set(['returns', 'return']);
const yieldTags = new Set(['yields', 'yield']);
const raiseTags = new Set(['throws', 'throw', 'exception']);
const known = new Set([...parameterTags, ...returnTags, ...yieldTags, ...raiseTags]);

/**
 * A JSDoc or TSDoc comment taken apart, every word with its place; `undefined` when the text is no such comment.
 * `offset` is where the comment starts in its source.
 */
export function parseJsdoc(comment: string, offset: number): DocComment | undefined {
  const block: Block | undefined = parse(comment, { spacing: 'preserve' })[0];
  if (block === undefined) return undefined;
  const places = new LinePlaces(comment, offset, block.source);
  const tags = block.tags.map((tag) => ({ tag, name: tag.tag.toLowerCase() }));
  const among = (names: ReadonlySet<string>) =>
    tags.filter(({ name }) => names.has(name)).map(({ tag }) => tag);
  return {
    format: 'jsdoc',
    span: { start: offset, end: offset + comment.length },
    summary: places.prose(block.source.slice(0, firstTagLine(block)), 'description'),
    parameters: among(parameterTags).flatMap((tag) => parameterOf(tag, places)),
    attributes: [],
    returns: among(returnTags).map((tag) => returnsOf(tag, places)),
    yields: among(yieldTags).map((tag) => returnsOf(tag, places)),
    raises: among(raiseTags).map((tag) => raisesOf(tag, places)),
    tags: tags.filter(({ name }) => !known.has(name)).map(({ tag, name }) => tagOf(tag, name, places)),
  };
}

function firstTagLine(block: Block): number {
  const first = block.tags[0]?.source[0];
  return first === undefined
    ? block.source.length
    : block.source.findIndex((line) => line.number === first.number);
}

type Token = keyof Line['tokens'];
const order: readonly Token[] = [
  'start',
  'delimiter',
  'postDelimiter',
  'tag',
  'postTag',
  'type',
  'postType',
  'name',
  'postName',
  'description',
  'end',
];

/** Where the tokens of comment-parser stand in the source. */
class LinePlaces {
  readonly #starts = new Map<number, number>();
  readonly #commentEnd: number;

  constructor(comment: string, offset: number, lines: readonly Line[]) {
    this.#commentEnd = offset + comment.length;
    let at = offset;
    for (const line of lines) {
      this.#starts.set(line.number, at);
      const length = line.source.length;
      at += length + (comment.startsWith('\r\n', at - offset + length) ? 2 : 1);
    }
  }

  lineStart(line: Line): number {
    return this.#starts.get(line.number) ?? this.#commentEnd;
  }

  /** The start of the line behind this one, or the comment's end. */
  nextLineStart(line: Line): number {
    return this.#starts.get(line.number + 1) ?? this.#commentEnd;
  }

  tokenStart(line: Line, token: Token): number {
    let at = this.lineStart(line);
    for (const name of order) {
      if (name === token) break;
      at += line.tokens[name].length;
    }
    return at;
  }

  /** The words of one token without the spaces around them. */
  quote(line: Line, token: Token): Quote {
    const raw = line.tokens[token];
    const start = this.tokenStart(line, token) + (raw.length - raw.trimStart().length);
    const text = raw.trim();
    return { text, span: { start, end: start + text.length } };
  }

  /** The prose of some lines from a token to the line's end; later lines from their description. */
  prose(lines: readonly Line[], from: Token): DocText {
    return new DocText(
      lines.map((line, i) => {
        const first = i === 0 ? from : 'type';
        const start = this.tokenStart(line, first);
        const text = order
          .slice(order.indexOf(first), order.indexOf('end'))
          .map((token) => line.tokens[token])
          .join('');
        const lead = text.length - text.trimStart().length;
        return { text: text.trim(), offset: start + lead };
      }),
    );
  }
}

/** The lines of a tag without the empty ones at its end. */
function linesOf(tag: Spec): readonly Line[] {
  const lines = [...tag.source];
  const isEmpty = (line: Line | undefined) =>
    line !== undefined &&
    lines.length > 1 &&
    line.source.replace(/\*\/\s*$/, '').replace(/^\s*\*?\s*/, '') === '';
  while (isEmpty(lines.at(-1))) lines.pop();
  return lines;
}

/** What to delete so that the tag is gone: whole lines where the tag has its lines for itself. */
function entryOf(lines: readonly Line[], places: LinePlaces): Span {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  const sharesFirst = first.tokens.delimiter === '/**';
  const sharesLast = last.tokens.end !== '';
  const start = sharesFirst ? places.tokenStart(first, 'tag') : places.lineStart(first);
  const end = sharesLast ? places.tokenStart(last, 'end') : places.nextLineStart(last);
  return { start: sharesLast && !sharesFirst ? places.tokenStart(first, 'tag') : start, end };
}

/** The tag and its first line's words. */
function claimOf(first: Line, places: LinePlaces): Quote {
  const start = places.tokenStart(first, 'tag');
  const text = order
    .slice(order.indexOf('tag'), order.indexOf('end'))
    .map((token) => first.tokens[token])
    .join('')
    .trimEnd();
  return { text, span: { start, end: start + text.length } };
}

function typeOf(first: Line, places: LinePlaces): Quote | undefined {
  const braced = places.quote(first, 'type');
  if (!/^\{.*\}$/.test(braced.text)) return undefined;
  return { text: braced.text.slice(1, -1), span: { start: braced.span.start + 1, end: braced.span.end - 1 } };
}

function parameterOf(tag: Spec, places: LinePlaces): readonly DocParameter[] {
  const lines = linesOf(tag);
  const first = lines[0];
  const written = first === undefined ? undefined : places.quote(first, 'name');
  if (first === undefined || written === undefined || written.text === '') return [];
  const bracketed = /^\[\s*([^=\]]*?)\s*(?:=\s*([\s\S]*?)\s*)?\]$/.exec(written.text);
  const name = bracketed?.[1] ?? written.text;
  if (!/^[\w$]+(?:(?:\[\])?\.[\w$]+)*$/.test(name)) return [];
  const type = typeOf(first, places);
  const initial = bracketed?.[2] === undefined ? undefined : initialOf(written, bracketed[2]);
  return [
    {
      name: within(written, name),
      optional: bracketed !== null || (type?.text.endsWith('=') ?? false),
      description: places.prose(lines, 'postName'),
      entry: entryOf(lines, places),
      ...(type === undefined ? {} : { type }),
      ...(initial === undefined ? {} : { initial }),
    },
  ];
}

function initialOf(written: Quote, value: string): DocParameter['initial'] {
  const start = written.span.start + written.text.lastIndexOf(value);
  return {
    value: { text: value, span: { start, end: start + value.length } },
    claim: {
      text: written.text.slice(1, -1),
      span: { start: written.span.start + 1, end: written.span.end - 1 },
    },
  };
}

function within(outer: Quote, text: string): Quote {
  const start = outer.span.start + outer.text.indexOf(text);
  return { text, span: { start, end: start + text.length } };
}

function returnsOf(tag: Spec, places: LinePlaces): DocReturns {
  const { first, lines } = head(tag);
  const type = typeOf(first, places);
  return {
    description: places.prose(lines, 'name'),
    claim: claimOf(first, places),
    entry: entryOf(lines, places),
    ...(type === undefined ? {} : { type }),
  };
}

/** `@throws {RangeError} When …`, or `@throws RangeError when …` without braces. */
function raisesOf(tag: Spec, places: LinePlaces): DocRaises {
  const { first, lines } = head(tag);
  const braced = typeOf(first, places);
  const prose = places.prose(lines, 'name');
  const bare = braced === undefined ? /^(?:[\w$]+\.)*[A-Z]\w*(?:Error|Exception)\b/.exec(prose.text) : null;
  const exception = bare === null ? braced : prose.quote(0, bare[0].length);
  return {
    description: prose,
    claim: claimOf(first, places),
    entry: entryOf(lines, places),
    ...(exception === undefined ? {} : { exception }),
  };
}

function tagOf(tag: Spec, name: string, places: LinePlaces): DocTag {
  const { first, lines } = head(tag);
  return {
    name,
    value: places.prose(lines, name === 'default' || name === 'defaultvalue' ? 'type' : 'name'),
    claim: claimOf(first, places),
    entry: entryOf(lines, places),
  };
}

function head(tag: Spec): { readonly first: Line; readonly lines: readonly Line[] } {
  const lines = linesOf(tag);
  const first = lines[0];
  if (first === undefined) throw new Error(`comment-parser gave the tag @${tag.tag} no line`);
  return { first, lines };
}
