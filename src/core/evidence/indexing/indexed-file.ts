import { languageOfFile, listSource, type SourceListing, SourceText } from '../../source/index.ts';
import { unsuitableText } from '../../workspace/index.ts';
import { documentPieces } from '../passages/document-sections.ts';
import type { DeclaredPlace, PassagePlace } from './evidence-index.ts';

/** What the text of a file tells. */
export interface ReadFile {
  readonly names: readonly DeclaredPlace[];
  readonly passages: readonly PassagePlace[];
}

const nothing: ReadFile = { names: [], passages: [] };
/** Shorter ones say nothing that the name doesn't. */
const shortestDoc = 40;
const longestPassage = 1400;
/** Passages of one file at most. */
const mostPassages = 4000;

/** What a file tells by its text: the declarations and comments of a source, the sections of a document. */
export function readIndexedFile(path: string, text: string): ReadFile {
  const language = languageOfFile(path);
  if (unsuitableText(text) !== undefined) return nothing;
  if (language === undefined) return { names: [], passages: sections(path, text) };
  const listing = listSource(text, language);
  return { names: listing.names, passages: docPassages(text, listing) };
}

function docPassages(text: string, { docs }: SourceListing): readonly PassagePlace[] {
  const found: PassagePlace[] = [];
  for (const { path, span } of docs) {
    if (span.end - span.start < shortestDoc || isHidden(path)) continue;
    for (let { start } = span; start < span.end && found.length < mostPassages; ) {
      const end = pieceEnd(text, start, span.end);
      found.push({ title: path, text: text.slice(start, end), start, end });
      start = end;
    }
  }
  return found;
}

/** `_name` is nobody's to call, other than `__name__`. */
function isHidden(path: string): boolean {
  return /(?:^|\.)_(?!_)/.test(path);
}

/** Cut at the last blank line, else at the last line that fits. */
function pieceEnd(text: string, start: number, end: number): number {
  if (end - start <= longestPassage) return end;
  const limit = start + longestPassage;
  const paragraph = text.lastIndexOf('\n\n', limit);
  if (paragraph > start + longestPassage / 4) return paragraph + 2;
  const line = text.lastIndexOf('\n', limit);
  return line > start + longestPassage / 4 ? line + 1 : limit;
}

function sections(path: string, text: string): readonly PassagePlace[] {
  const plain = /\.html?$/i.test(path) ? withoutMarks : (one: string) => one;
  const body = /(?:^|\/)(?:METADATA|PKG-INFO)$/.test(path) ? /\r?\n\r?\n/.exec(text) : undefined;
  if (body === null) return [];
  const from = body === undefined ? 0 : body.index + body[0].length;
  return documentPieces(new SourceText(text), from)
    .slice(0, mostPassages)
    .map(({ title, span: { start, end } }) => ({ title, text: plain(text.slice(start, end)), start, end }));
}

/** The words of HTML without its tags, scripts and styles; the passage itself stays as it is written. */
function withoutMarks(html: string): string {
  return html.replaceAll(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, ' ').replaceAll(/<[^>]*>/g, ' ');
}
