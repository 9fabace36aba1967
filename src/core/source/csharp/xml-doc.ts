import type { DocComment, DocParameter, DocRaises, DocReturns, DocTag } from '../doc-comment.ts';
import { DocText } from '../doc-text.ts';
import { type CommentDecoration, type CommentLine, entryOf } from '../reading/comment-lines.ts';
import type { Quote, Span } from '../span.ts';

/** `/// …`, one comment a line. */
export const tripleSlash: CommentDecoration = { opening: /^\/\/\/[ \t]?/, inner: /^/ };

/** One element of the comment's first level. */
interface Element {
  /** Lower case. */
  readonly name: string;
  readonly attributes: string;
  /** Where the attributes begin in the comment's prose. */
  readonly attributesAt: number;
  readonly content: DocText;
  readonly claim: Quote;
  readonly entry: Span;
}

const names = 'summary|remarks|param|typeparam|returns|value|exception|example|inheritdoc|include|seealso';
const element = new RegExp(`<(${names})\\b([^<>]*?)(?:/>|>([\\s\\S]*?)</\\1\\s*>)`, 'gi');

/** An XML documentation comment taken apart. */
export function readXmlDoc(lines: readonly CommentLine[], span: Span): DocComment {
  const prose = new DocText(lines.map(({ text, offset }) => ({ text, offset })));
  const elements = [...prose.text.matchAll(element)].map((match) => elementOf(match, prose, lines));
  const of = (name: string) => elements.filter((one) => one.name === name);
  const known = ['summary', 'param', 'typeparam', 'returns', 'exception'];
  return {
    format: 'xml',
    span,
    summary: of('summary')[0]?.content ?? new DocText([]),
    parameters: of('param').flatMap((one) => parameterOf(one, prose)),
    attributes: [],
    returns: of('returns').map(
      ({ content, claim, entry }): DocReturns => ({ description: content, claim, entry }),
    ),
    yields: [],
    raises: of('exception').map((one) => raisesOf(one, prose)),
    tags: elements
      .filter(({ name }) => !known.includes(name))
      .map(({ name, content, claim, entry }): DocTag => ({ name, value: content, claim, entry })),
  };
}

function elementOf(match: RegExpExecArray, prose: DocText, lines: readonly CommentLine[]): Element {
  const [whole, name = '', attributes = '', content] = match;
  const start = match.index;
  const contentAt = start + whole.indexOf('>') + 1;
  const firstLine = whole.split('\n')[0]?.trimEnd() ?? '';
  return {
    name: name.toLowerCase(),
    attributes,
    attributesAt: start + 1 + name.length,
    content: content === undefined ? new DocText([]) : contentOf(prose, contentAt, content),
    claim: prose.quote(start, start + firstLine.length),
    entry: entryAt(prose.spanOf(start, start + whole.length), lines),
  };
}

/** The words of an element, code in backticks. */
function contentOf(prose: DocText, from: number, content: string): DocText {
  let at = from;
  return new DocText(
    content.split('\n').map((line) => {
      const placed = { text: plain(line), offset: prose.spanOf(at, at).start };
      at += line.length + 1;
      return placed;
    }),
  );
}

/** The same line with its markup as prose has it, as long as before. */
function plain(line: string): string {
  return line
    .replace(/<c>([^<>`]+)<\/c>/g, (all, code: string) => `  \`${code}`.padEnd(all.length - 1).concat('`'))
    .replace(/<see\s+langword="(\w+)"\s*\/>/g, (all, word: string) =>
      `\`${word}`.padEnd(all.length - 1).concat('`'),
    );
}

/** Whole lines where the element has them for itself. */
function entryAt(span: Span, lines: readonly CommentLine[]): Span {
  const own = lines.filter(({ offset, text }) => offset < span.end && offset + text.length > span.start);
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return span;
  const indent = first.text.length - first.text.trimStart().length;
  const isAlone = first.offset + indent === span.start && last.offset + last.text.length === span.end;
  return isAlone ? entryOf(own) : span;
}

function attributeOf({ attributes, attributesAt }: Element, name: string, prose: DocText): Quote | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(["'])([^"']*)\\1`, 'd').exec(attributes);
  const place = match?.indices?.[2];
  if (place === undefined || place[0] === place[1]) return undefined;
  return prose.quote(attributesAt + place[0], attributesAt + place[1]);
}

function parameterOf(one: Element, prose: DocText): readonly DocParameter[] {
  const name = attributeOf(one, 'name', prose);
  if (name === undefined || !/^[\p{L}_@][\p{L}\p{N}_]*$/u.test(name.text)) return [];
  return [{ name, optional: false, description: one.content, entry: one.entry }];
}

function raisesOf(one: Element, prose: DocText): DocRaises {
  const exception = attributeOf(one, 'cref', prose);
  return {
    description: one.content,
    claim: one.claim,
    entry: one.entry,
    ...(exception === undefined ? {} : { exception }),
  };
}
