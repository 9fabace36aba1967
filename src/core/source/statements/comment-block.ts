import { DocText } from '../doc-text.ts';
import type { SyntaxNode } from '../parser.ts';
import type { Span } from '../span.ts';

/** A comment in prose, or several line comments under each other. */
export interface CommentBlock {
  readonly text: DocText;
  readonly span: Span;
  /** Whether nothing but spaces stands before it on its line. */
  readonly isAlone: boolean;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly column: number;
}

/** What is written for programs: linters, formatters, compilers, editors. */
const directive =
  /^(?:!|[#@]|eslint|tslint|jshint|jslint|globals?\b|prettier|istanbul|c8 |v8 |ts-|noqa|type:|pylint|mypy|pyright|ruff|flake8|fmt:|yapf|isort|nosec|noinspection|pragma|(?:end)?region\b|biome-|deno-|stylelint|cspell|spell-?check|webpack\w*:|sourceMappingURL|-\*-|vim?:|coding[:=]|codeql|NOLINT|NOSONAR)/i;
const licence = /copyright|\blicen[cs]ed?\b|SPDX-|all rights reserved/i;
const codeLine =
  /[;{}]\s*$|=>|^(?:const|let|var|return|import|from|def|class|function|print|console|assert|elif|await|yield|self|this|export|raise|throw)\b.*[(=:.]|^(?:if|for|while|switch)\b.*[:({]|^[\w.[\]'"]+\s*(?:[-+*/|&]|\/\/|\*\*)?=\s*\S|^[\w.]+\(.*\)[,;]?$|^[\])}]+[,;]?$/;
const isMark = /^(?:\/\/+|#+|--|;+)/;

/**
 * The comments of a source in prose that `isWanted` accepts by their text, in the order of the text: no documentation,
 * licence, directive or code that was commented out.
 */
export function commentBlocks(
  text: string,
  comments: readonly SyntaxNode[],
  isWanted: (comment: string) => boolean,
): readonly CommentBlock[] {
  const blocks: CommentBlock[] = [];
  let lines: SyntaxNode[] = [];
  const close = () => {
    const block = blockOf(text, lines, isWanted);
    if (block !== undefined) blocks.push(block);
    lines = [];
  };
  for (const comment of comments) {
    const before = lines.at(-1);
    if (before !== undefined && !goesOn(text, before, comment)) close();
    lines.push(comment);
  }
  close();
  return blocks;
}

/** Whether a line comment stands right under another one, both alone on their lines. */
function goesOn(text: string, before: SyntaxNode, comment: SyntaxNode): boolean {
  const between = text.slice(before.endIndex, comment.startIndex);
  return (
    /^[ \t]*\r?\n[ \t]*$/.test(between) &&
    isLine(text, before) &&
    isLine(text, comment) &&
    isAloneAt(text, before.startIndex)
  );
}

function isLine(text: string, { startIndex }: SyntaxNode): boolean {
  return isMark.test(text.slice(startIndex, startIndex + 3));
}

function isAloneAt(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[^\S\r\n]/.test(text.charAt(before))) before--;
  return before < 0 || /[\r\n]/.test(text.charAt(before));
}

function blockOf(
  text: string,
  nodes: readonly SyntaxNode[],
  isWanted: (comment: string) => boolean,
): CommentBlock | undefined {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const prose = proseIn(text, nodes, isWanted);
  if (prose === undefined) return undefined;
  return {
    text: prose,
    span: { start: first.startIndex, end: last.endIndex },
    isAlone: isAloneAt(text, first.startIndex),
    firstRow: first.startPosition.row,
    lastRow: last.endPosition.row,
    column: first.startPosition.column,
  };
}

/** Where a comment is, as a node of a tree says or as the text alone does. */
export interface CommentPlace {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** What a comment says, or line comments under each other; `undefined` when it is not wanted or no prose. */
export function proseIn(
  text: string,
  places: readonly CommentPlace[],
  isWanted: (comment: string) => boolean,
): DocText | undefined {
  const whole = text.slice(places[0]?.startIndex, places.at(-1)?.endIndex);
  // A long comment is documentation, a listing or a licence.
  if (whole.length > 2000 || /^\/(?:\*\*|\/\/)/.test(whole) || !isWanted(whole)) return undefined;
  const lines = places.flatMap(({ startIndex, endIndex }) =>
    linesOf(text.slice(startIndex, endIndex), startIndex),
  );
  const prose = new DocText(lines);
  const words = lines.map((line) => line.text);
  return isProse(words, prose.text) ? prose : undefined;
}

/** A comment's lines without its marks and the spaces around them. */
function linesOf(
  comment: string,
  offset: number,
): readonly { readonly text: string; readonly offset: number }[] {
  const isBlock = comment.startsWith('/*');
  const lines: { text: string; offset: number }[] = [];
  let at = 0;
  for (const raw of comment.split(/(?<=\n)/)) {
    const mark = (at === 0 ? (isBlock ? /^\/\*+/ : isMark) : /^\s*\*(?!\/)/).exec(raw)?.[0].length ?? 0;
    const body = raw.slice(mark).replace(isBlock ? /\s*\*+\/$/ : /$/, '');
    const lead = body.length - body.trimStart().length;
    lines.push({ text: body.trim(), offset: offset + at + mark + lead });
    at += raw.length;
  }
  return lines;
}

function isProse(lines: readonly string[], prose: string): boolean {
  const filled = lines.filter((line) => line !== '');
  if (filled.length === 0 || filled.some((line) => directive.test(line)) || licence.test(prose)) return false;
  return !filled.some((line) => codeLine.test(line));
}
