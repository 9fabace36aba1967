export { Archives } from './archives/archives.ts';
export { ecosystemCalled, ecosystemOfLanguage } from './ecosystem-registry.ts';
export { type Evidence, evidenceSchema } from './evidence.ts';
export type { EvidenceTools } from './evidence-tools.ts';
export { findInstalled, type InstalledQuery, installationTraces } from './find-installed.ts';
export { findSymbol } from './find-symbol.ts';
export { handedOnParameter } from './handed-on-parameter.ts';
export { indexSources, staleSources } from './indexing/build-index.ts';
export {
  type ContentId,
  type ContentIdentity,
  type DeclaredPlace,
  type EvidenceIndex,
  type FoundName,
  type FoundPassage,
  type IndexedFile,
  type IndexScope,
  type IndexSource,
  type IndexStatus,
  type KnownInstall,
  nameKey,
  type PassagePlace,
  type PreparedFiles,
} from './indexing/evidence-index.ts';
export { indexedTitle, indexedWords } from './indexing/indexed-words.ts';
export { installedSources } from './indexing/installed-sources.ts';
export { createMemoryIndex } from './indexing/memory-index.ts';
export { createPackageIndex } from './indexing/package-index.ts';
export { readContent, stampedFiles } from './indexing/read-content.ts';
export type { TreeFile, TreeReader, TreeWalk } from './indexing/tree-reader.ts';
export type { MachineFolders } from './machine-folders.ts';
export { findPassages, type PassagesRequest } from './passages/find-passages.ts';
export { mentionedPackages } from './passages/mentioned-packages.ts';
export { isPlainWord, plainWords } from './passages/question-words.ts';
export { environmentsAround } from './python/environments.ts';
export { type CursorPlace, queryOfOrigin, symbolAtCursor } from './symbol-at-cursor.ts';
export type {
  Ecosystem,
  FactValue,
  InstalledPackage,
  OverloadAgreement,
  ParameterFacts,
  SymbolFacts,
} from './symbol-facts.ts';
export { ecosystems, tracedEcosystems } from './symbol-facts.ts';
export type { LibraryQuery, SymbolAtCursor, SymbolLookup, SymbolQuery } from './symbol-lookup.ts';
export { compareVersionNumbers, versionNumbers } from './version-numbers.ts';
export type { NamedPackage } from './workspace-packages.ts';
