import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { Declaration } from '../declaration.ts';
import type { SourceTree } from '../language-reader.ts';
import { emptyOutline, type ModuleOutline, type OutlineWriter } from '../module-outline.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { bodyActsOf } from './body-acts.ts';
import { constantsOf, readAssignment, readDefinition } from './declarations.ts';
import { deprecationOf } from './deprecation.ts';
import { writeImport, writeImportFrom } from './outline-imports.ts';
import { literalOf } from './values.ts';

interface Context {
  readonly outline: OutlineWriter;
  readonly constants: ConstantLookup;
  readonly prefix: string;
  readonly isConditional: boolean;
  readonly listed: Listed;
  checkpoint(): void;
}

/** What `__all__` was found to hold so far. */
interface Listed {
  names: readonly string[] | undefined;
  isKnown: boolean;
}

/** What a Python module declares and takes. `checkpoint` may throw to stop. */
export function outlineModule(tree: SourceTree, checkpoint: () => void): ModuleOutline {
  const outline = emptyOutline();
  const listed: Listed = { names: undefined, isKnown: true };
  const constants = constantsOf(tree);
  writeBlock(tree.root, { outline, constants, prefix: '', isConditional: false, listed, checkpoint });
  const isListed = listed.isKnown && listed.names !== undefined;
  return isListed ? { ...outline, listed: listed.names ?? [] } : outline;
}

function writeBlock(block: SyntaxNode, context: Context): void {
  for (const statement of codeChildren(block)) {
    context.checkpoint();
    writeStatement(statement, context);
  }
}

function writeStatement(node: SyntaxNode, context: Context): void {
  switch (node.type) {
    case 'import_statement':
      writeImport(node, context.outline);
      return;
    case 'import_from_statement':
      writeImportFrom(node, context.outline);
      return;
    case 'decorated_definition': {
      const definition = node.childForFieldName('definition');
      if (definition !== null) writeDefinition(definition, context);
      return;
    }
    case 'function_definition':
    case 'class_definition':
      writeDefinition(node, context);
      return;
    case 'expression_statement':
      writeExpression(codeChildren(node)[0], context);
      return;
    case 'if_statement':
    case 'try_statement':
    case 'with_statement':
      writeBranches(node, { ...context, isConditional: true });
      return;
    default:
      return;
  }
}

/** The blocks of a compound statement, however deep its clauses hold them. */
function writeBranches(node: SyntaxNode, context: Context): void {
  for (const child of codeChildren(node)) {
    if (child.type === 'block') writeBlock(child, context);
    else if (/_clause$/.test(child.type)) writeBranches(child, context);
  }
}

function writeDefinition(node: SyntaxNode, context: Context): void {
  const { outline, constants, prefix, isConditional } = context;
  const declaration = readDefinition(node, constants, { which: 'all', bodies: false });
  if (declaration === undefined) return;
  const path = prefix + declaration.name;
  const deprecation = deprecationOf(node);
  const does = bodyActsOf(node);
  outline.symbols.push({
    path,
    scope: '',
    declaration,
    signatures: declaration.signature === undefined ? [] : [declaration.signature],
    isConditional,
    ...(deprecation === undefined ? {} : { deprecation }),
    ...(does === undefined ? {} : { does }),
  });
  const body = node.type === 'class_definition' ? node.childForFieldName('body') : null;
  if (body !== null) writeBlock(body, { ...context, prefix: `${path}.` });
}

function writeExpression(node: SyntaxNode | undefined, context: Context): void {
  if (node?.type === 'augmented_assignment') {
    if (node.childForFieldName('left')?.text === '__all__') extendListed(node, context);
    return;
  }
  if (node?.type === 'call' && /^__all__\./.test(node.text)) context.listed.isKnown = false;
  if (node?.type !== 'assignment') return;
  const left = node.childForFieldName('left');
  if (left?.text === '__all__') extendListed(node, context);
  const declaration = left?.type === 'identifier' ? readAssignment(node, context.constants) : undefined;
  if (declaration !== undefined) writeAssigned(declaration, context);
  if (left?.type === 'pattern_list' || left?.type === 'tuple_pattern') writeTargets(left, context);
  const right = node.childForFieldName('right');
  if (right?.type === 'assignment') writeExpression(right, context);
}

/** `a, b = 1, 2`: which name gets what is left open. */
function writeTargets(pattern: SyntaxNode, context: Context): void {
  const whole = quoteOf(pattern);
  for (const target of codeChildren(pattern)) {
    if (target.type !== 'identifier') continue;
    const quote = quoteOf(target);
    const kind = context.prefix === '' ? 'variable' : 'property';
    writeAssigned(
      {
        kind,
        name: quote.text,
        qualifiedName: context.prefix + quote.text,
        span: whole.span,
        nameSpan: quote.span,
        head: whole,
        modifiers: new Set(),
        decorators: [],
        bases: [],
        hasError: false,
      },
      context,
    );
  }
}

function writeAssigned(declaration: Declaration, { outline, prefix, isConditional }: Context): void {
  outline.symbols.push({
    path: prefix + declaration.name,
    scope: '',
    declaration,
    signatures: [],
    isConditional,
  });
}

/** `__all__ = […]` and `__all__ += […]`, where every item is a text. */
function extendListed(node: SyntaxNode, { listed }: Context): void {
  const right = node.childForFieldName('right');
  const literal = right === null ? undefined : literalOf(right);
  const texts =
    literal?.type === 'list'
      ? literal.items.flatMap((one) => (one.type === 'string' ? [one.value] : []))
      : [];
  if (literal?.type !== 'list' || texts.length < literal.items.length) listed.isKnown = false;
  listed.names = [...(listed.names ?? []), ...texts];
}
