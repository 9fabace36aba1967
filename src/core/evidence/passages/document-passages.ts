import { basename, join } from 'pathe';
import { type Cancellation, throwIfCancelled } from '../../platform/index.ts';
import { ecosystemRegistry } from '../ecosystem-registry.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import type { NamedPackage } from '../workspace-packages.ts';
import { documentSections } from './document-sections.ts';
import { passageOf, readPassageSource } from './passage-source.ts';
import { type QuestionWords, questionWords } from './question-words.ts';

/** A package whose documents are to be read. */
export interface DocumentPassagesRequest {
  readonly package: NamedPackage;
  readonly question: string;
  /** Absolute folders to look from, the nearest first. */
  readonly from: readonly string[];
  readonly cancellation: Cancellation;
}

const documents =
  /^(?:readme|changelog|changes|history|news|releases?|migrat(?:ion|ing)|upgrad(?:e|ing))(?:[._-][\w-]+)*?(?:\.(?:md|markdown|mdx|rst|txt))?$/i;
const mostSections = 4;
const longest = 1400;

/**
 * The sections of a package's README and CHANGELOG that share the most words with a question, the best first; at least
 * two words, the package's own name not counted, or the only one there is. Empty when the package isn't installed, or
 * has no such file.
 */
export async function documentPassages(
  tools: EvidenceTools,
  request: DocumentPassagesRequest,
): Promise<readonly Evidence[]> {
  const { package: named, question, cancellation } = request;
  const words = questionWords(question, named.name);
  const found: { readonly passage: Evidence; readonly score: number }[] = [];
  for (const { path, owner } of await documentsOf(tools, request)) {
    throwIfCancelled(cancellation);
    found.push(...(await sectionsOf(tools, { path, owner }, words)));
  }
  const least = Math.min(2, words.count);
  return found
    .filter(({ score }) => score >= Math.max(1, least))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSections)
    .map(({ passage }) => passage);
}

interface PackageDocument {
  readonly path: string;
  readonly owner: InstalledPackage;
}

async function sectionsOf(tools: EvidenceTools, { path, owner }: PackageDocument, words: QuestionWords) {
  const file = await readPassageSource(tools, path, owner);
  if (file === undefined) return [];
  const isMetadata = /^(?:METADATA|PKG-INFO)$/.test(basename(path));
  const body = isMetadata ? /\r?\n\r?\n/.exec(file.source.text) : null;
  if (isMetadata && body === null) return [];
  const from = body === null ? 0 : body.index + body[0].length;
  return documentSections(file.source, words, from).map(({ span, score }) => ({
    passage: passageOf(file, span, longest),
    score,
  }));
}

async function documentsOf(
  tools: EvidenceTools,
  { package: { ecosystem, name }, from }: DocumentPassagesRequest,
): Promise<readonly PackageDocument[]> {
  const found: PackageDocument[] = [];
  for (const { path, kind, owner } of await ecosystemRegistry[ecosystem].documentPlaces(tools, name, from)) {
    found.push(...(kind === 'file' ? [{ path, owner }] : await namedDocuments(tools, path, owner)));
  }
  return found;
}

async function namedDocuments(
  { files }: EvidenceTools,
  folder: string,
  owner: InstalledPackage,
): Promise<readonly PackageDocument[]> {
  const entries = (await files.list(folder)) ?? [];
  return entries
    .filter(({ name, kind }) => kind !== 'folder' && documents.test(name))
    .slice(0, 6)
    .map(({ name }) => ({ path: join(folder, name), owner }));
}
