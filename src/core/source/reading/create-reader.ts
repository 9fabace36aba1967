import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { CodeValue, Declaration, Signature } from '../declaration.ts';
import type { DocComment, DocParameter, DocReturns } from '../doc-comment.ts';
import type { LanguageReader, ReadingOptions, SourceTree } from '../language-reader.ts';
import { emptyOutline, type ModuleOutline } from '../module-outline.ts';
import type { SyntaxNode } from '../parser.ts';
import type { Quote } from '../span.ts';
import { commentedStatements } from '../statements/index.ts';
import { bodyFactsOf } from './body-syntax.ts';
import type { FamilySyntax } from './family-syntax.ts';
import { plainNameAt } from './plain-name-at.ts';
import { codeValueOf, literalOf, trimmed } from './value-syntax.ts';

/** A reader for a language whose documentation stands before its declarations. */
export function createReader(syntax: FamilySyntax): LanguageReader {
  const reader: LanguageReader = {
    frame: syntax.frame,
    outline: (tree, checkpoint) => outlineOf(reader, tree, checkpoint),
    ...(syntax.hasNoPackages ? {} : { nameAt: plainNameAt }),
    *declarations(tree, options) {
      const nodes = declarationNodes(tree, syntax);
      const context: Context = { syntax, options, constants: constantsOf(nodes, syntax), text: tree.text };
      for (const node of nodes) {
        const all = syntax.declared?.(node) ?? [node];
        // A comment above several names speaks of all of them together.
        const doc = all.length > 1 ? undefined : syntax.docOf(node, tree.text);
        if (doc === undefined && options.which === 'documented') continue;
        for (const declared of all) {
          const declaration = readDeclaration(node, declared, doc, context);
          if (declaration !== undefined) yield declaration;
        }
      }
    },
    statements: (tree) => commentedStatements(tree, (node) => literalOf(node, syntax.values)),
    literal(tree) {
      const [before, after] = syntax.frame;
      const { root } = tree;
      const node = root.descendantForIndex(before.length, tree.text.length - after.length);
      return node === null || root.hasError ? undefined : literalOf(node, syntax.values);
    },
  };
  return reader;
}

/** What others can name inside of. */
const holding: ReadonlySet<Declaration['kind']> = new Set(['class', 'interface', 'enum', 'type']);

/** What stands inside a function, or in the value of a variable, is nothing that others can name. */
function outlineOf(reader: LanguageReader, tree: SourceTree, checkpoint: () => void): ModuleOutline {
  const outline = emptyOutline();
  let last = { start: 0, end: 0 };
  for (const declaration of reader.declarations(tree, { which: 'all', bodies: false })) {
    checkpoint();
    const { qualifiedName: path, kind, signature, span } = declaration;
    const isSame = span.start === last.start && span.end === last.end;
    if (span.start < last.end && !isSame) continue;
    if (!holding.has(kind)) last = span;
    const signatures = signature === undefined ? [] : [signature];
    outline.symbols.push({ path, scope: '', declaration, signatures, isConditional: false });
  }
  return outline;
}

interface Context {
  readonly syntax: FamilySyntax;
  readonly options: ReadingOptions;
  readonly constants: ConstantLookup;
  readonly text: string;
}

function declarationNodes(tree: SourceTree, { kinds }: FamilySyntax): readonly SyntaxNode[] {
  const available = Object.keys(kinds).filter((type) => tree.knows(type));
  return tree.capture(`[${available.map((type) => `(${type})`).join(' ')}] @declaration`);
}

/** Constants of the file that are declared once under their name. */
function constantsOf(nodes: readonly SyntaxNode[], syntax: FamilySyntax): ConstantLookup {
  let known: ReadonlyMap<string, CodeValue | undefined> | undefined;
  return (name) => {
    known ??= readConstants(nodes, syntax);
    return known.get(name);
  };
}

function readConstants(nodes: readonly SyntaxNode[], syntax: FamilySyntax) {
  const known = new Map<string, CodeValue | undefined>();
  for (const node of nodes) {
    const kind = syntax.kinds[node.type];
    if (kind !== 'variable' && kind !== 'property') continue;
    for (const declared of syntax.declared?.(node) ?? [node]) {
      const name = nameOf(declared, syntax)?.text;
      const initial = syntax.initialOf(declared);
      if (name === undefined) continue;
      const value =
        initial === undefined || !syntax.isConstant(declared)
          ? undefined
          : codeValueOf(initial, syntax.values, () => undefined);
      const isKnown = value?.literal !== undefined && value.literal.type !== 'name' && !known.has(name);
      known.set(name, isKnown ? { ...value, quote: cut(quoteOf(declared)) } : undefined);
    }
  }
  return known;
}

function nameOf(node: SyntaxNode, { nameOf: own }: FamilySyntax): SyntaxNode | undefined {
  return own === undefined ? (node.childForFieldName('name') ?? undefined) : own(node);
}

function readDeclaration(
  node: SyntaxNode,
  declared: SyntaxNode,
  doc: DocComment | undefined,
  context: Context,
): Declaration | undefined {
  const { syntax, constants } = context;
  const name = nameOf(declared, syntax);
  const kind = syntax.kinds[node.type];
  if (name === undefined || name.text === '' || kind === undefined) return undefined;
  const signature = signatureOf(declared, context);
  const initial = signature === undefined ? syntax.initialOf(declared) : undefined;
  const type = syntax.typeOf(declared);
  const own =
    doc === undefined
      ? undefined
      : withVerbatimTypes(withoutTypeParameters(doc, syntax.typeParametersOf?.(declared)), context.text);
  return {
    kind,
    name: name.text,
    qualifiedName: [...holdersOf(node, syntax), name.text].join('.'),
    span: { start: node.startIndex, end: node.endIndex },
    nameSpan: { start: name.startIndex, end: name.endIndex },
    head: headOf(node, syntax.bodyOf(declared)),
    modifiers: new Set(syntax.modifiersOf(declared, name.text)),
    decorators: syntax.decoratorsOf(declared),
    bases: syntax.basesOf(declared),
    hasError: (syntax.judged?.(node) ?? node).hasError,
    ...(signature === undefined ? {} : { signature }),
    ...(initial === undefined ? {} : { initial: initialValue(declared, initial, { syntax, constants }) }),
    ...(type === undefined ? {} : { type: quoteOf(type) }),
    ...(own === undefined ? {} : { doc: own }),
  };
}

/**
 * A value that other code of the class may replace is provisional. A constant text, and what a member of an enum
 * stands for, is often the name of something whose default the comment tells.
 */
function initialValue(
  declared: SyntaxNode,
  initial: SyntaxNode,
  { syntax, constants }: Pick<Context, 'syntax' | 'constants'>,
): CodeValue {
  const value = codeValueOf(initial, syntax.values, constants);
  const isKey = value.literal?.type === 'string' && syntax.isKey?.(declared) === true;
  const isMember = /^enum/.test(declared.type);
  return syntax.isConstant(declared) && !isKey && !isMember ? value : { ...value, isProvisional: true };
}

function signatureOf(
  declared: SyntaxNode,
  { syntax, options, constants }: Omit<Context, 'text'>,
): Signature | undefined {
  const read = syntax.parametersOf(declared, constants);
  if (read === undefined) return undefined;
  const body = options.bodies ? syntax.bodyOf(declared) : undefined;
  return {
    parameters: read.parameters,
    span: { start: read.list.startIndex, end: read.list.endIndex },
    isAsync: syntax.isAsync?.(declared) ?? false,
    ...syntax.resultOf(declared),
    ...(body === undefined ? {} : { body: bodyFactsOf(body, syntax.body) }),
  };
}

/** A comment without what it says of type parameters. */
function withoutTypeParameters(doc: DocComment, names: readonly string[] | undefined): DocComment {
  if (names === undefined || names.length === 0) return doc;
  return { ...doc, parameters: doc.parameters.filter(({ name }) => !names.includes(name.text)) };
}

/** A comment whose types are quoted as the source has them, the marks of comments between their lines too. */
function withVerbatimTypes(doc: DocComment, text: string): DocComment {
  const verbatim = <T extends DocParameter | DocReturns>(one: T): T =>
    one.type === undefined
      ? one
      : { ...one, type: { ...one.type, text: text.slice(one.type.span.start, one.type.span.end) } };
  return { ...doc, parameters: doc.parameters.map(verbatim), returns: doc.returns.map(verbatim) };
}

/** The declaration up to its body. */
function headOf(node: SyntaxNode, body: SyntaxNode | undefined): Quote {
  const end = body === undefined ? node.endIndex : body.startIndex;
  const text = node.text.slice(0, end - node.startIndex).trimEnd();
  return cut({ text, span: { start: node.startIndex, end: node.startIndex + text.length } });
}

/** A quote of at most 400 characters, cut at a line's end where there is one. */
function cut(whole: Quote): Quote {
  const quote = trimmed(whole);
  if (quote.text.length <= 400) return quote;
  const line = quote.text.lastIndexOf('\n', 400);
  const text = quote.text.slice(0, line > 0 ? line : 400);
  return { text, span: { start: quote.span.start, end: quote.span.start + text.length } };
}

/** Names of what stands around a declaration, outermost first. */
function holdersOf(node: SyntaxNode, syntax: FamilySyntax): readonly string[] {
  const names: string[] = [];
  for (let at = node.parent; at !== null; at = at.parent) {
    const name = syntax.holders.has(at.type) ? nameOf(at, syntax)?.text : undefined;
    if (name !== undefined) names.unshift(name);
  }
  const own = syntax.holderOf?.(node);
  return own === undefined ? names : [...names, own];
}
