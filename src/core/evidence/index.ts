export { Archives } from './archives/archives.ts';
export { ecosystemCalled, ecosystemOfLanguage } from './ecosystem-registry.ts';
export { type Evidence, evidenceSchema } from './evidence.ts';
export type { EvidenceTools } from './evidence-tools.ts';
export { findSymbol } from './find-symbol.ts';
export type { MachineFolders } from './machine-folders.ts';
export { findPassages, type PassagesRequest } from './passages/find-passages.ts';
export { mentionedPackages } from './passages/mentioned-packages.ts';
export { isPlainWord } from './passages/question-words.ts';
export { type CursorPlace, symbolAtCursor } from './symbol-at-cursor.ts';
export type {
  Ecosystem,
  FactValue,
  InstalledPackage,
  OverloadAgreement,
  ParameterFacts,
  SymbolFacts,
} from './symbol-facts.ts';
export type { SymbolAtCursor, SymbolLookup, SymbolQuery } from './symbol-lookup.ts';
export type { NamedPackage } from './workspace-packages.ts';
