import { type Declaration, type Language, SourceText, type Span } from '../source/index.ts';
import { type ClaimReading, claimReadings } from './claim-readings.ts';
import { lineClaim, writtenClaim } from './written-claim.ts';

/** A text with a claim written into it as a comment. */
export interface ClaimCopy {
  readonly text: string;
  /** Of the comment, in the copy. */
  readonly comment: Span;
  /** What it stands in the place of, in the text itself; empty where it was put in. */
  readonly replaced: Span;
  /** As its reading says. */
  readonly decides: ClaimReading['decides'];
}

type PlacedComment = Omit<ClaimCopy, 'decides'>;

export interface CopyRequest {
  readonly claim: string;
  readonly text: string;
  readonly language: Language;
  /** What the claim is about. */
  readonly declaration: Declaration | undefined;
  /** Zero-based; the statement there is meant as well. */
  readonly line: number | undefined;
}

/** The copies of a text in which a claim stands as a comment of its declaration, or above its statement. */
export function claimCopies(request: CopyRequest): readonly ClaimCopy[] {
  return [...ofDeclaration(request), ...aboveStatement(request)];
}

function ofDeclaration({ claim, text, language, declaration }: CopyRequest): readonly ClaimCopy[] {
  if (declaration === undefined) return [];
  return claimReadings(claim, declaration).flatMap((reading) => {
    const lines = writtenClaim(reading, language);
    if (lines.length === 0) return [];
    const copy =
      language.family === 'python'
        ? asDocstring(text, declaration, lines)
        : aboveDeclaration(text, declaration, lines);
    return copy === undefined ? [] : [{ ...copy, decides: reading.decides }];
  });
}

/** The comment that is there gives way, so that nothing else is said of the declaration. */
function aboveDeclaration(text: string, { span, doc }: Declaration, lines: readonly string[]): PlacedComment {
  const source = new SourceText(text);
  const { start } = source.lineSpan(source.positionAt(doc?.span.start ?? span.start).line);
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const comment = lines.join(`\n${indentation}`);
  if (doc !== undefined) return copyOf(text, doc.span, { before: '', comment, after: '' });
  return copyOf(text, { start, end: start }, { before: indentation, comment, after: '\n' });
}

/** `undefined` where the body can't be told from the head. */
function asDocstring(
  text: string,
  { span, head, doc }: Declaration,
  lines: readonly string[],
): PlacedComment | undefined {
  if (doc !== undefined) {
    const indentation = indentationAt(text, doc.span.start);
    return copyOf(text, doc.span, { before: '', comment: lines.join(`\n${indentation}`), after: '' });
  }
  const opening = /^\s*:[ \t]*(?:#[^\n]*)?/.exec(text.slice(head.span.end, span.end));
  const isEnded = /:\s*$/.test(head.text);
  if (opening === null && !isEnded) return undefined;
  const at = head.span.end + (isEnded ? 0 : (opening?.[0].length ?? 0));
  const indentation = `${indentationAt(text, span.start)}    `;
  const body = /^[ \t]*\r?\n(?:[ \t]*\r?\n)*([ \t]+)\S/.exec(text.slice(at));
  const own = body?.[1] ?? indentation;
  const comment = lines.join(`\n${own}`);
  const isOneLine = /^[ \t]*\S/.test(text.slice(at));
  return copyOf(
    text,
    { start: at, end: at },
    { before: `\n${own}`, comment, after: isOneLine ? `\n${own}` : '' },
  );
}

function aboveStatement({ claim, text, language, declaration, line }: CopyRequest): readonly ClaimCopy[] {
  if (line === undefined) return [];
  const source = new SourceText(text);
  const { start, end } = source.lineSpan(line);
  const isHead = declaration !== undefined && source.positionAt(declaration.nameSpan.start).line === line;
  if (isHead || text.slice(start, end).trim() === '') return [];
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const comment = lineClaim(claim, language);
  const copy = copyOf(text, { start, end: start }, { before: indentation, comment, after: '\n' });
  return [{ ...copy, decides: 'words' }];
}

function indentationAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function copyOf(
  text: string,
  replaced: Span,
  { before, comment, after }: { readonly before: string; readonly comment: string; readonly after: string },
): PlacedComment {
  const start = replaced.start + before.length;
  return {
    text: text.slice(0, replaced.start) + before + comment + after + text.slice(replaced.end),
    comment: { start, end: start + comment.length },
    replaced,
  };
}
