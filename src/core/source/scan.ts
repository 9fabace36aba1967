import { type Cancellation, RememberedValues, throwIfCancelled } from '../platform/index.ts';
import { cFamilyReader } from './c-family/index.ts';
import { csharpReader } from './csharp/index.ts';
import type { Declaration } from './declaration.ts';
import { ecmascriptReader } from './ecmascript/index.ts';
import { goReader } from './go/index.ts';
import { javaReader } from './java/index.ts';
import { kotlinReader } from './kotlin/index.ts';
import type { Language, LanguageFamily } from './language.ts';
import type { LanguageReader, ReadingOptions } from './language-reader.ts';
import type { Literal } from './literal.ts';
import type { ModuleOutline } from './module-outline.ts';
import type { NameAt } from './name-at.ts';
import type { SyntaxNode, SyntaxParser } from './parser.ts';
import { phpReader } from './php/index.ts';
import { pythonReader } from './python/index.ts';
import type { Raising } from './raising.ts';
import { rubyReader } from './ruby/index.ts';
import { rustReader } from './rust/index.ts';
import { shellReader } from './shell/index.ts';
import { overlaps } from './span.ts';
import type { CommentedStatement } from './statements/index.ts';

/** A reader for each language family, the registry. */
const readers: Readonly<Record<LanguageFamily, LanguageReader>> = {
  ecmascript: ecmascriptReader,
  python: pythonReader,
  java: javaReader,
  csharp: csharpReader,
  php: phpReader,
  go: goReader,
  rust: rustReader,
  'c-family': cFamilyReader,
  kotlin: kotlinReader,
  ruby: rubyReader,
  shell: shellReader,
};

/** Whether the symbols of a language can be asked about; comments of every scanned language are checked. */
export function isAskable({ family }: Language): boolean {
  return readers[family].nameAt !== undefined;
}

/** What a scan needs. */
export interface ScanRequest extends ReadingOptions {
  readonly text: string;
  readonly language: Language;
  readonly cancellation: Cancellation;
  /** Whether to read the comments of statements, too. */
  readonly statements?: boolean;
}

/** What a scan found. */
export interface ScannedSource {
  readonly declarations: readonly Declaration[];
  /** Empty where they were not asked for. */
  readonly statements: readonly CommentedStatement[];
  /** Whether the parser understood nothing of the text, so that no declaration was found. */
  readonly isUnparsable: boolean;
}

/** Reads the declarations of a source. Throws a `CancelledError` when cancelled meanwhile. */
export async function scanSource(parser: SyntaxParser, request: ScanRequest): Promise<ScannedSource> {
  const { text, language, cancellation } = request;
  const tree = await parser.parse(language.grammar, text, cancellation);
  if (tree === undefined) return { declarations: [], statements: [], isUnparsable: true };
  try {
    const source = sourceTree(parser, request, tree.rootNode);
    const declarations: Declaration[] = [];
    for (const declaration of readers[language.family].declarations(source, request)) {
      throwIfCancelled(cancellation);
      declarations.push(declaration);
    }
    const statements: CommentedStatement[] = [];
    const reader = readers[language.family];
    for (const statement of request.statements === true ? (reader.statements?.(source) ?? []) : []) {
      throwIfCancelled(cancellation);
      // In some languages the same marks begin a comment and a declaration's documentation, which is read as such.
      const isDocumentation = declarations.some(
        ({ doc }) => doc !== undefined && overlaps(doc.span, statement.span),
      );
      if (!isDocumentation) statements.push(statement);
    }
    return {
      declarations,
      statements,
      isUnparsable: declarations.length === 0 && isUnparsable(tree.rootNode),
    };
  } finally {
    tree.delete();
  }
}

/** A module to outline. */
export type OutlineRequest = Omit<ScanRequest, keyof ReadingOptions | 'statements'>;

/**
 * What a module declares, takes and gives, and whether the parser understood all of it; `undefined` when it
 * understood nothing, and in a language whose modules aren't outlined. Throws a `CancelledError` when cancelled meanwhile.
 */
export async function outlineSource(
  parser: SyntaxParser,
  request: OutlineRequest,
): Promise<(ModuleOutline & { readonly isWhole: boolean }) | undefined> {
  const { text, language, cancellation } = request;
  const reader = readers[language.family];
  if (reader.outline === undefined) return undefined;
  const tree = await parser.parse(language.grammar, text, cancellation);
  if (tree === undefined) return undefined;
  try {
    if (tree.rootNode.isError) return undefined;
    const source = sourceTree(parser, request, tree.rootNode);
    const outline = reader.outline(source, () => throwIfCancelled(cancellation));
    return { ...outline, isWhole: !tree.rootNode.hasError };
  } finally {
    tree.delete();
  }
}

/**
 * What the function of that name at the top of a module may raise, by its own file; `undefined` where there isn't just one,
 * and in a language whose functions aren't read that way. Throws a `CancelledError` when cancelled meanwhile.
 */
export async function raisingIn(
  parser: SyntaxParser,
  request: OutlineRequest,
  name: string,
): Promise<Raising | undefined> {
  const reader = readers[request.language.family];
  // Most modules hand on what others declare, and need no parsing to show it.
  const isThere = reader.raising !== undefined && mayDeclare(request, name.split('.')[0] ?? name);
  if (reader.raising === undefined || !isThere) return undefined;
  const tree = await parser.parse(request.language.grammar, request.text, request.cancellation);
  if (tree === undefined) return undefined;
  try {
    // Where the parser lost its way, a function may do more than it saw.
    if (tree.rootNode.hasError) return undefined;
    return reader.raising(sourceTree(parser, request, tree.rootNode), name);
  } finally {
    tree.delete();
  }
}

function mayDeclare({ text, language }: OutlineRequest, name: string): boolean {
  const word = name.replaceAll('$', String.raw`\$`);
  const declared = language.family === 'python' ? String.raw`^(?:async\s+)?(?:def|class)\s+${word}\b` : word;
  return new RegExp(declared, 'm').test(text);
}

/**
 * The dotted name under an offset of a document, explained by its imports; `undefined` when no name stands there, and
 * in a language whose symbols can't be asked about.
 * Throws a `CancelledError` when cancelled meanwhile.
 */
export async function nameAtOffset(
  parser: SyntaxParser,
  request: OutlineRequest,
  offset: number,
): Promise<NameAt | undefined> {
  const reader = readers[request.language.family];
  if (reader.nameAt === undefined) return undefined;
  const tree = await parser.parse(request.language.grammar, request.text, request.cancellation);
  if (tree === undefined) return undefined;
  try {
    return reader.nameAt(sourceTree(parser, request, tree.rootNode), offset);
  } finally {
    tree.delete();
  }
}

/**
 * The value of one expression of a language, or `undefined` when it isn't a constant, or isn't an expression at
 * all. Texts over 200 characters are not read.
 */
export async function readLiteral(
  parser: SyntaxParser,
  language: Language,
  expression: string,
): Promise<Literal | undefined> {
  if (expression.trim() === '' || expression.length > 200 || /[\n;]/.test(expression)) return undefined;
  const key = `${language.grammar}\n${expression}`;
  return literals.get(parser, key, () => parseLiteral(parser, language, expression));
}

/** Most documented values are a few words that come again and again. */
const literals = new RememberedValues<Promise<Literal | undefined>>(2000);

async function parseLiteral(
  parser: SyntaxParser,
  language: Language,
  expression: string,
): Promise<Literal | undefined> {
  const [before, after] = readers[language.family].frame;
  const text = `${before}${expression}${after}`;
  const tree = await parser.parse(language.grammar, text, { aborted: false });
  if (tree === undefined) return undefined;
  try {
    return readers[language.family].literal(sourceTree(parser, { text, language }, tree.rootNode));
  } finally {
    tree.delete();
  }
}

function sourceTree(
  parser: SyntaxParser,
  { text, language }: { readonly text: string; readonly language: Language },
  root: SyntaxNode,
) {
  const captured = new Map<string, readonly SyntaxNode[]>();
  const capture = (query: string) => {
    const known = captured.get(query) ?? parser.capture(language.grammar, query, root);
    captured.set(query, known);
    return known;
  };
  return {
    root,
    text,
    capture,
    knows: (type: string) => parser.knows(language.grammar, type),
  };
}

/** Whether a tree holds nothing but errors; an empty text is understood. */
function isUnparsable(root: SyntaxNode): boolean {
  const children = root.namedChildren.filter(({ type }) => type !== 'comment');
  return root.isError || (children.length > 0 && children.every(({ isError }) => isError));
}
