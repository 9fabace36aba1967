import type { Cancellation } from '../../platform/index.ts';
import { type Language, outlineSource } from '../../source/index.ts';
import { ecosystemRegistry } from '../ecosystem-registry.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { splitSpecifier } from '../npm/npm-host.ts';
import { ecosystems } from '../symbol-facts.ts';
import { type NamedPackage, namedPackages } from '../workspace-packages.ts';

/** A question and where it is asked from. */
export interface MentionRequest {
  readonly question: string;
  /** The document that is open, where the question is asked from one. */
  readonly document?: { readonly text: string; readonly language: Language };
  /** Absolute folders to look from, the nearest first. */
  readonly from: readonly string[];
  readonly cancellation: Cancellation;
}

const most = 4;

/**
 * The installed packages that a question names, those of the workspace's manifests first, then those that the open
 * document imports. A package that nobody here named has to be quoted or have a name that is no plain word, since
 * `which` and `once` are packages too.
 */
export async function mentionedPackages(
  tools: EvidenceTools,
  request: MentionRequest,
): Promise<readonly NamedPackage[]> {
  const { question, from } = request;
  const named = await namedPackages(tools.files, from);
  const installed: NamedPackage[] = [];
  for (const ecosystem of ecosystems) {
    const names = await ecosystemRegistry[ecosystem].installedNames(tools, from);
    installed.push(...names.map((name) => ({ ecosystem, name })));
  }
  const isNamed = ({ ecosystem, name }: NamedPackage) =>
    named.some((one) => one.ecosystem === ecosystem && one.name.toLowerCase() === name.toLowerCase());
  const mentioned = installed.filter((one) =>
    mentions(question, one.name, isNamed(one) || /[\d@/_-]/.test(one.name)),
  );
  const imported = (await importedNames(tools, request)).flatMap(
    (name) => installed.find((one) => one.name.replaceAll('-', '_') === name.replaceAll('-', '_')) ?? [],
  );
  const ordered = [...mentioned.filter(isNamed), ...mentioned, ...imported];
  return [...new Map(ordered.map((one) => [`${one.ecosystem} ${one.name}`, one])).values()].slice(0, most);
}

function mentions(question: string, name: string, isEnough: boolean): boolean {
  const written = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[-_]/g, '[-_]');
  const word = `(?<![\\w@/.-])${written}(?![\\w/-])`;
  if (isEnough) return new RegExp(word, 'i').test(question);
  // Quoted, called, or with a member behind.
  return new RegExp(`[\`"'“「]${written}[\`"'”」]|${word}(?=\\.\\w|\\()`).test(question);
}

async function importedNames(
  { parser }: EvidenceTools,
  { document, cancellation }: MentionRequest,
): Promise<readonly string[]> {
  if (document === undefined) return [];
  const outline = await outlineSource(parser, { ...document, cancellation });
  const specifiers = (outline?.imports ?? []).map(({ specifier }) => specifier);
  return specifiers
    .filter((specifier) => !specifier.startsWith('.') && specifier !== '')
    .map((specifier) =>
      document.language.family === 'python'
        ? (specifier.split('.')[0] ?? specifier)
        : splitSpecifier(specifier).name,
    );
}
