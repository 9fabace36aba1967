import { basename, join } from 'pathe';
import { type Cancellation, throwIfCancelled } from '../../platform/index.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { locateNpmPackage } from '../npm/locate-package.ts';
import { distributionsOf, normalName, readDistribution } from '../python/distributions.ts';
import { pythonRoots } from '../python/environments.ts';
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
  const { files } = tools;
  if (ecosystem === 'npm') {
    const located = await locateNpmPackage(files, name, from);
    if (located?.type !== 'found') return [];
    const { installed } = located.package;
    return namedDocuments(tools, installed.root, installed);
  }
  for (const { folder, kind } of await pythonRoots(files, from, tools.pythons)) {
    if (kind !== 'site') continue;
    const found = (await distributionsOf(files, folder)).find((one) => one.name === normalName(name));
    const read = found === undefined ? undefined : await readDistribution(files, found);
    if (found === undefined || read?.type !== 'found') continue;
    const metadata = ['METADATA', 'PKG-INFO'].map((file) => join(found.path, file));
    const own = metadata.map((path) => ({ path, owner: read.package }));
    return [...own, ...(await namedDocuments(tools, join(folder, name.replaceAll('-', '_')), read.package))];
  }
  return [];
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
