export { unescapeString } from './arithmetic.ts';
export { commentSpans } from './comments.ts';
export type {
  BodyFacts,
  CodeValue,
  Declaration,
  Fallback,
  Parameter,
  ReturnFact,
  Signature,
  ValueType,
} from './declaration.ts';
export { type DocComment, type DocParameter, type DocReturns, type DocTag, findTag } from './doc-comment.ts';
export { DocText } from './doc-text.ts';
export { findDocumentedDefaults } from './documented-default.ts';
export { returnsInProse } from './documented-returns.ts';
export {
  type Language,
  type LanguageFamily,
  type LanguageId,
  languageById,
  languageOfFile,
  languages,
} from './language.ts';
export { listSource } from './listing/list-source.ts';
export type { ListedKind, SourceListing } from './listing/listing.ts';
export { holdsName, isEmptyLiteral, isFalsyLiteral, type Literal, sameLiteral } from './literal.ts';
export type { ImportBinding, ModuleOutline, OutlineSymbol } from './module-outline.ts';
export type { NameOrigin } from './name-at.ts';
export { createSyntaxParser, type SyntaxParser, type WasmSource } from './parser.ts';
export { notebookCellSource } from './python/notebook-cell.ts';
export type { Raising } from './raising.ts';
export {
  isAskable,
  nameAtOffset,
  outlineSource,
  raisingIn,
  readLiteral,
  type ScannedSource,
  scanSource,
} from './scan.ts';
export { SourceText } from './source-text.ts';
export { overlaps, type Position, type Quote, type Range, rangeSchema, type Span } from './span.ts';
export type { CommentedStatement, ComparisonFact, NumberFact } from './statements/index.ts';
