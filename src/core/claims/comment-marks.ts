import type { Cancellation } from '../platform/index.ts';
import {
  commentSpans,
  type Declaration,
  type Language,
  overlaps,
  SourceText,
  type Span,
  type SyntaxParser,
} from '../source/index.ts';
import { type ClaimKind, claimKinds } from './check.ts';

/** A mark in a comment that keeps findings away. */
interface Mark {
  /** Where it holds: everywhere, in one comment or docstring, or on a line, counted from 0. */
  readonly where: 'file' | { readonly comment: Span } | { readonly line: number };
  /** Of these kinds alone; all without. */
  readonly kinds: readonly ClaimKind[];
  /** Of these claims alone, by their fingerprint; all without. */
  readonly fingerprints: readonly string[];
}

/** A claim that may be marked. */
interface MarkedClaim {
  readonly span: Span;
  readonly kind: ClaimKind;
  readonly fingerprint: string;
  /** Offsets at which what the claim is about begins: a declaration and its comment. */
  readonly begins: readonly number[];
}

/** What marks are read from. */
export interface MarksRequest {
  readonly parser: SyntaxParser;
  readonly text: string;
  readonly language: Language;
  readonly cancellation: Cancellation;
  /** Their docstrings hold marks as comments do. */
  readonly declarations: readonly Declaration[];
}

const written =
  /\bfactprobe-(ignore-file|ignore-next-line|ignore-line|ignore|accurate)(?![\w-])[: \t]*([^\r\n]*)/g;

/** Whether a text may hold a mark at all. */
export function mayHoldMarks(text: string): boolean {
  return text.includes('factprobe-');
}

/**
 * Reads the marks of a source's comments, and gives whether one of them holds for a claim:
 *
 * - `factprobe-ignore-file`, `factprobe-ignore-line`, `factprobe-ignore-next-line`;
 * - `factprobe-ignore` and `factprobe-accurate`: alone on a line of a longer comment, they hold for that comment; alone
 *   in a comment on a line of its own, for the next line; else for their own line.
 *
 * A documented declaration and its comment count as on the line where they begin. Behind a mark may stand kinds
 * (`factprobe-ignore default, returns`) and fingerprints (`factprobe-accurate 0123456789abcdef`), to which it is limited;
 * a mark with fingerprints holds in the whole file, and no longer when the claim or the code that decides it changes.
 */
export async function readCommentMarks(request: MarksRequest): Promise<(claim: MarkedClaim) => boolean> {
  if (!mayHoldMarks(request.text)) return () => false;
  const source = new SourceText(request.text);
  const comments = [...(await commentSpans(request.parser, request)), ...docstrings(request.declarations)];
  const marks = comments.flatMap((comment) => marksIn(comment, source));
  return (claim) => marks.some((mark) => isAbout(mark, claim) && holdsAt(mark, claim, source));
}

/** Comments inside the declaration that they belong to: the comments of the tree have none of these. */
function docstrings(declarations: readonly Declaration[]): readonly Span[] {
  return declarations.flatMap(({ doc, span }) =>
    doc !== undefined && doc.span.start > span.start ? [doc.span] : [],
  );
}

function marksIn(comment: Span, source: SourceText): readonly Mark[] {
  const own = source.text.slice(comment.start, comment.end);
  return [...own.matchAll(written)].map((found) => {
    const [, word = '', rest = ''] = found;
    const offset = comment.start + found.index;
    const { kinds, fingerprints } = limitsIn(rest);
    const where = fingerprints.length > 0 ? 'file' : placeOf(word, { offset, comment, source });
    return { where, kinds, fingerprints };
  });
}

/** The kinds and fingerprints behind a mark; the first other word ends them. */
function limitsIn(rest: string): Pick<Mark, 'kinds' | 'fingerprints'> {
  const kinds: ClaimKind[] = [];
  const fingerprints: string[] = [];
  for (const word of rest.split(/[\s,]+/).filter((one) => one !== '')) {
    const kind = claimKinds.find((known) => known === word);
    if (kind !== undefined) kinds.push(kind);
    else if (/^[0-9a-f]{16}$/.test(word)) fingerprints.push(word);
    else break;
  }
  return { kinds, fingerprints };
}

interface Written {
  readonly offset: number;
  readonly comment: Span;
  readonly source: SourceText;
}

function placeOf(word: string, { offset, comment, source }: Written): Mark['where'] {
  const { line } = source.positionAt(offset);
  if (word === 'ignore-file') return 'file';
  if (word === 'ignore-line') return { line };
  if (word === 'ignore-next-line') return { line: line + 1 };
  const before = source.text.slice(source.lineSpan(line).start, offset);
  // Stars, slashes, quotes: whatever comments are made of, but no words and no brackets of code.
  const isAlone = /^[\s/*#!;'"-]*$/.test(before);
  if (!isAlone) return { line };
  const isLonger = source.positionAt(comment.end).line > source.positionAt(comment.start).line;
  return isLonger ? { comment } : { line: line + 1 };
}

function isAbout({ kinds, fingerprints }: Mark, { kind, fingerprint }: MarkedClaim): boolean {
  return (
    (kinds.length === 0 || kinds.includes(kind)) &&
    (fingerprints.length === 0 || fingerprints.includes(fingerprint))
  );
}

function holdsAt({ where }: Mark, { span, begins }: MarkedClaim, source: SourceText): boolean {
  if (where === 'file') return true;
  if ('comment' in where) return overlaps(where.comment, span);
  const lineOf = (offset: number) => source.positionAt(offset).line;
  const isOn = lineOf(span.start) <= where.line && lineOf(span.end) >= where.line;
  return isOn || begins.some((offset) => lineOf(offset) === where.line);
}
