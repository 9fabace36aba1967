import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { Declaration, Signature } from '../declaration.ts';
import type { OutlineWriter } from '../module-outline.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import type { Quote } from '../span.ts';
import { readDeclaration, signatureOf } from './declarations.ts';
import { docBefore } from './doc-before.ts';

/** Where an outline is being written. */
export interface OutlineContext {
  readonly outline: OutlineWriter;
  readonly constants: ConstantLookup;
  /** Of the names that are declared here: empty, or the path of what holds them with a dot behind it. */
  readonly prefix: string;
  readonly scope: string;
  /** Under which name the statement exports what it declares: its own (`named`) or `default`. */
  readonly exported?: 'named' | 'default';
  /** May throw to stop. */
  checkpoint(): void;
}

/** The content of a string node, as written. */
export function textOfString(node: SyntaxNode): string {
  return node.text.slice(1, -1);
}

const holders = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_signature',
  'class_declaration',
  'abstract_class_declaration',
  'interface_declaration',
  'type_alias_declaration',
  'enum_declaration',
]);

/** Writes a function, class, interface, type alias or enum with its members; other nodes are passed over. */
export function writeDeclaration(node: SyntaxNode, context: OutlineContext): void {
  if (holders.has(node.type)) writeSymbol(node, context);
}

/** A symbol to write; `name` where it has none in its own words. */
export interface SymbolOptions {
  readonly name?: Quote;
  /** Instead of prefix and name. */
  readonly path?: string;
}

/** Writes one declaration and what it holds, and its export. Its path comes back, or `undefined` without a name. */
export function writeSymbol(
  node: SyntaxNode,
  context: OutlineContext,
  { name, path: given }: SymbolOptions = {},
): string | undefined {
  const declaration = readDeclaration(node, {
    constants: context.constants,
    bodies: true,
    ...docBefore(node),
    ...(name === undefined ? {} : { name }),
  });
  if (declaration === undefined || /[.()\s]/.test(declaration.name)) return undefined;
  const path = given ?? context.prefix + declaration.name;
  writeEntry(declaration, path, { node, context });
  writeExported(path, declaration.name, context);
  writeHeld(node, path, context);
  return path;
}

function writeExported(path: string, name: string, { outline, exported, scope }: OutlineContext): void {
  if (exported === undefined) return;
  outline.exports.push({
    type: 'local',
    exported: exported === 'default' ? 'default' : name,
    local: path,
    scope,
  });
}

function writeEntry(
  declaration: Declaration,
  path: string,
  { node, context }: { readonly node: SyntaxNode; readonly context: OutlineContext },
): void {
  const callables = declaration.signature === undefined ? typeCallables(node) : [];
  const signatures: readonly Signature[] =
    declaration.signature === undefined
      ? callables.map((callable) => typeSignature(callable, context.constants))
      : [declaration.signature];
  context.outline.symbols.push({ path, scope: context.scope, declaration, signatures, isConditional: false });
  const nodes = declaration.signature === undefined ? callables : [callableOf(node)];
  for (const callable of nodes) writeParameterTypes(callable, path, context);
}

function callableOf(node: SyntaxNode): SyntaxNode {
  if (node.childForFieldName('parameters') !== null) return node;
  return node.childForFieldName('value') ?? node.childForFieldName('right') ?? node;
}

function typeSignature(callable: SyntaxNode, constants: ConstantLookup): Signature {
  const signature = signatureOf(callable, { constants, bodies: false });
  const constructed = /^construct/.test(callable.type) ? callable.childForFieldName('type') : null;
  const type = constructed?.type === 'type_annotation' ? codeChildren(constructed)[0] : constructed;
  return type === undefined || type === null ? signature : { ...signature, returnType: quoteOf(type) };
}

/** The call signatures that a type writes out: a function type, or those of an interface; else none. */
function typeCallables(node: SyntaxNode): readonly SyntaxNode[] {
  const type = typeNodeOf(node);
  return type === undefined ? [] : callablesIn(type);
}

function callablesIn(type: SyntaxNode): readonly SyntaxNode[] {
  if (type.type === 'function_type' || type.type === 'constructor_type') return [type];
  if (type.type === 'intersection_type' || type.type === 'parenthesized_type') {
    return codeChildren(type).flatMap(callablesIn);
  }
  if (type.type !== 'interface_body' && type.type !== 'object_type') return [];
  const members = codeChildren(type);
  const calls = members.filter((member) => member.type === 'call_signature');
  return calls.length > 0 ? calls : members.filter((member) => member.type === 'construct_signature');
}

/** The type that a declaration writes out, brackets around it taken off. */
function typeNodeOf(node: SyntaxNode): SyntaxNode | undefined {
  let type: SyntaxNode | null | undefined;
  if (node.type === 'interface_declaration') type = node.childForFieldName('body');
  else if (node.type === 'type_alias_declaration') type = node.childForFieldName('value');
  else type = annotationOf(node);
  while (type?.type === 'parenthesized_type') type = codeChildren(type)[0];
  return type ?? undefined;
}

function annotationOf(node: SyntaxNode): SyntaxNode | undefined {
  const annotation = node.childForFieldName('type');
  return annotation?.type === 'type_annotation' ? codeChildren(annotation)[0] : undefined;
}

/** The members of object types that stand in the types of parameters. */
function writeParameterTypes(callable: SyntaxNode, path: string, context: OutlineContext): void {
  const list = callable.childForFieldName('parameters');
  for (const parameter of list === null ? [] : codeChildren(list)) {
    const name = parameter.childForFieldName('pattern');
    const type = annotationOf(parameter);
    if (name?.type !== 'identifier' || type?.type !== 'object_type') continue;
    writeMembers(type, { ...inside(context), prefix: `${path}(${name.text}).` });
  }
}

/** The context without an export: members of an exported declaration are not exported themselves. */
function inside({ exported: _, ...context }: OutlineContext): OutlineContext {
  return context;
}

/** Writes what a declaration holds: members of its body, of its type or of the object that it is given. */
function writeHeld(node: SyntaxNode, path: string, context: OutlineContext): void {
  const within = { ...inside(context), prefix: `${path}.` };
  const value = node.childForFieldName('value') ?? node.childForFieldName('right');
  if (node.type === 'class' || /class_declaration$/.test(node.type)) writeBody(node, within);
  else if (node.type === 'enum_declaration') writeBody(node, within);
  else if (value?.type === 'class') writeBody(value, within);
  else if (value?.type === 'object') writeMembers(value, within);
  else writeTypeMembers(typeNodeOf(node), within);
}

function writeBody(node: SyntaxNode, context: OutlineContext): void {
  const body = node.childForFieldName('body');
  if (body !== null) writeMembers(body, context);
}

function writeTypeMembers(type: SyntaxNode | undefined, context: OutlineContext): void {
  if (type === undefined) return;
  if (type.type === 'object_type' || type.type === 'interface_body') writeMembers(type, context);
  if (type.type === 'intersection_type' || type.type === 'parenthesized_type') {
    for (const part of codeChildren(type)) writeTypeMembers(part, context);
  }
}

const memberTypes = new Set([
  'method_definition',
  'method_signature',
  'abstract_method_signature',
  'public_field_definition',
  'field_definition',
  'property_signature',
  'pair',
  'enum_assignment',
]);

/** Writes the members of a body or an object; private ones, and those with computed names, are left out. */
export function writeMembers(body: SyntaxNode, context: OutlineContext): void {
  for (const member of codeChildren(body)) {
    context.checkpoint();
    if (memberTypes.has(member.type)) {
      if (!isPrivate(member)) writeSymbol(member, context);
    } else if (member.type === 'shorthand_property_identifier' || isEnumName(member, body)) {
      writeName(member, context);
    }
  }
}

function isEnumName(member: SyntaxNode, body: SyntaxNode): boolean {
  return body.type === 'enum_body' && member.type === 'property_identifier';
}

function isPrivate(member: SyntaxNode): boolean {
  if (member.childForFieldName('name')?.type === 'private_property_identifier') return true;
  return member.children.some((child) => child.type === 'accessibility_modifier' && child.text === 'private');
}

/** A member that is nothing but a name: `{ debounce }`, a case of an enum. */
function writeName(node: SyntaxNode, context: OutlineContext): void {
  const name = node.text;
  const isReference = node.type === 'shorthand_property_identifier';
  writeReference(quoteOf(node), isReference ? { name, target: name } : { name }, {
    ...context,
    ...docBefore(node),
  });
}

/** Writes a member that has no declaration of its own, or that is another name of something. */
export function writeReference(
  quote: Quote,
  { name, target }: { readonly name: string; readonly target?: string },
  { outline, prefix, scope, doc }: OutlineContext & Pick<Declaration, 'doc'>,
): void {
  const path = prefix + name;
  const initial =
    target === undefined
      ? {}
      : {
          initial: {
            quote: { text: target, span: quote.span },
            literal: { type: 'name', path: [target] } as const,
          },
        };
  const declaration: Declaration = {
    kind: 'property',
    name,
    qualifiedName: path,
    span: quote.span,
    nameSpan: quote.span,
    head: quote,
    modifiers: new Set(),
    decorators: [],
    bases: [],
    hasError: false,
    ...(doc === undefined ? {} : { doc }),
    ...initial,
  };
  outline.symbols.push({ path, scope, declaration, signatures: [], isConditional: false });
}
