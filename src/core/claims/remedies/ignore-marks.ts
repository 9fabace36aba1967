import type { Language, SourceText, Span } from '../../source/index.ts';
import type { ClaimKind, Edit } from '../check.ts';
import { holds, type SubjectOfClaim } from './subject-of-claim.ts';

/** A claim to keep away with a mark, and what surrounds it. */
export interface IgnoreRequest {
  readonly source: SourceText;
  readonly language: Language;
  readonly claim: Span;
  readonly kind: ClaimKind;
  readonly fingerprint: string;
  readonly subject: SubjectOfClaim;
  /** Comments and docstrings, in the order of the text. */
  readonly comments: readonly Span[];
}

/** Families whose comments to the end of the line begin with `#`; they begin with `//` in all others. */
const hashed: ReadonlySet<string> = new Set(['python', 'ruby', 'shell']);

/**
 * Marks that keep one claim away, the plainest first: its kind, right above its comment or declaration; where that would
 * take others along, with the claim's fingerprint.
 */
export function ignoringClaim(request: IgnoreRequest): readonly Edit[] {
  const { source, kind, fingerprint, subject, language } = request;
  const { start } = source.lineSpan(source.positionAt(subject.start).line);
  const indentation = /^[ \t]*/.exec(source.text.slice(start))?.[0] ?? '';
  return [kind, `${kind} ${fingerprint}`].map((words) => ({
    span: { start, end: start },
    newText: `${indentation}${markOf(language)} factprobe-ignore ${words}${lineBreakOf(source)}`,
  }));
}

/** The mark for the line on which a claim begins: inside the comment where the line ends in one, else behind it. */
export function ignoringLine({ source, language, claim, comments }: IgnoreRequest): Edit {
  const line = source.lineSpan(source.positionAt(claim.start).line);
  const content = source.text.slice(line.start, line.end).trimEnd();
  const end = line.start + content.length;
  const comment = comments.findLast((one) => holds(one, { start: claim.start, end: claim.start }));
  const isInside = comment !== undefined && (comment.end > line.end || isToLineEnd(source.text, comment));
  const space = language.family === 'python' && !isInside ? '  ' : ' ';
  const mark = isInside ? 'factprobe-ignore-line' : `${markOf(language)} factprobe-ignore-line`;
  return { span: { start: end, end }, newText: `${space}${mark}` };
}

/** The mark for a file, on the first line on which a comment may stand. */
export function ignoringFile({ source, language }: Pick<IgnoreRequest, 'source' | 'language'>): Edit {
  const { text } = source;
  const lineBreak = lineBreakOf(source);
  if (language.family === 'php' && !/^(?:#!.*\r?\n)?<\?php\b/i.test(text)) {
    return { span: { start: 0, end: 0 }, newText: `<?php // factprobe-ignore-file ?>${lineBreak}` };
  }
  // What a program reads from the first lines has to stay there.
  const head =
    /^\uFEFF?(?:#!.*(?:\r?\n|$))?(?:<\?php\b.*(?:\r?\n|$)|#.*coding[:=].*(?:\r?\n|$))?/i.exec(text)?.[0] ??
    '';
  const at = head.length;
  const isOpen = head !== '' && !head.endsWith('\n') && head !== '\uFEFF';
  const newText = `${isOpen ? lineBreak : ''}${markOf(language)} factprobe-ignore-file${lineBreak}`;
  return { span: { start: at, end: at }, newText };
}

function markOf({ family }: Language): string {
  return hashed.has(family) ? '#' : '//';
}

function isToLineEnd(text: string, { start }: Span): boolean {
  return /^(?:\/\/|#|--)/.test(text.slice(start, start + 2));
}

function lineBreakOf({ text }: SourceText): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
