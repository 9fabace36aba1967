import { codeChildren, type SyntaxNode } from '../parser.ts';
import { type OutlineContext, textOfString, writeMembers, writeSymbol } from './outline-symbols.ts';
import { requireOf } from './require-call.ts';

const plainPath = /^(?!(?:true|false|null|undefined|this)$)[A-Za-z_$][\w$]*(?:\.[\w$]+)*$/;

/** The export that an assignment's left side names: `=` for `module.exports`, a name for `exports.name`. */
function exportedBy(left: string): string | undefined {
  if (left === 'module.exports' || left === 'exports') return '=';
  return /^(?:module\.)?exports\.([\w$]+)$/.exec(left)?.[1];
}

/** Writes what `module.exports = …`, `exports.x = …`, `F.prototype.m = …` and `f.m = …` declare and export. */
export function writeAssignment(node: SyntaxNode, context: OutlineContext): void {
  const left = node.childForFieldName('left')?.text ?? '';
  let value = node.childForFieldName('right');
  if (value?.type === 'assignment_expression') {
    writeAssignment(value, context);
    while (value?.type === 'assignment_expression') value = value.childForFieldName('right');
  }
  const exported = exportedBy(left);
  if (value === null) return;
  if (exported !== undefined) writeExportedValue(node, value, { exported, context });
  else if (plainPath.test(left) && left.includes('.') && node.childForFieldName('right')?.id === value.id) {
    writeSymbol(node, context, { path: context.prefix + left.replace('.prototype.', '.') });
  }
}

/** The exports that stand between a variable and its value: `var app = exports = module.exports = {}`. */
export function writeTargets(assignment: SyntaxNode, variable: string, context: OutlineContext): void {
  const { outline, scope } = context;
  for (let at: SyntaxNode | null = assignment; at?.type === 'assignment_expression'; ) {
    const exported = exportedBy(at.childForFieldName('left')?.text ?? '');
    if (exported !== undefined) outline.exports.push({ type: 'local', exported, local: variable, scope });
    at = at.childForFieldName('right');
  }
}

interface Exported {
  readonly exported: string;
  readonly context: OutlineContext;
}

function writeExportedValue(node: SyntaxNode, value: SyntaxNode, { exported, context }: Exported): void {
  const { outline, scope } = context;
  const required = requireOf(value);
  if (required !== undefined) {
    outline.exports.push({ type: 'from', exported, ...required, scope });
  } else if (plainPath.test(value.text)) {
    outline.exports.push({ type: 'local', exported, local: value.text, scope });
  } else if (exported === '=' && value.type === 'object') {
    writeObject(value, context);
  } else if (value.type !== 'unary_expression' && value.id === node.childForFieldName('right')?.id) {
    const own = exported === '=' ? ownName(value) : undefined;
    const path = own ?? (exported === '=' ? 'module.exports' : `exports.${exported}`);
    writeSymbol(node, context, { path });
    outline.exports.push({ type: 'local', exported, local: path, scope });
  }
}

/** The name that a function or class expression gives itself. */
function ownName(value: SyntaxNode): string | undefined {
  return value.childForFieldName('name')?.text;
}

/** `module.exports = { … }`: every property is an export. */
function writeObject(object: SyntaxNode, context: OutlineContext): void {
  const { outline, scope } = context;
  for (const child of codeChildren(object)) {
    const key = child.childForFieldName('key')?.text;
    const value = child.childForFieldName('value');
    if (child.type === 'shorthand_property_identifier') {
      outline.exports.push({ type: 'local', exported: child.text, local: child.text, scope });
    } else if (child.type === 'spread_element') {
      const all = requireOf(codeChildren(child)[0] ?? null);
      if (all?.imported === '=') outline.exports.push({ type: 'star', specifier: all.specifier, scope });
    } else if (key !== undefined && value !== null) {
      writeProperty(key, value, context);
    } else if (child.type === 'method_definition') {
      const name = child.childForFieldName('name')?.text ?? '';
      outline.exports.push({ type: 'local', exported: name, local: `module.exports.${name}`, scope });
    }
  }
  writeMembers(object, { ...context, prefix: 'module.exports.' });
}

function writeProperty(key: string, value: SyntaxNode, { outline, scope }: OutlineContext): void {
  const exported = key.replace(/^(['"])(.*)\1$/, '$2');
  const required = requireOf(value);
  if (required !== undefined) outline.exports.push({ type: 'from', exported, ...required, scope });
  else {
    const local = plainPath.test(value.text) ? value.text : `module.exports.${exported}`;
    outline.exports.push({ type: 'local', exported, local, scope });
  }
}

/** Calls with which compilers export: `Object.defineProperty(exports, 'x', { get })`, `__exportStar(require('y'))`. */
export function writeCall(node: SyntaxNode, { outline, scope }: OutlineContext): void {
  const called = node.childForFieldName('function')?.text ?? '';
  const list = node.childForFieldName('arguments');
  const [first, second, third] = list === null ? [] : codeChildren(list);
  if (/(?:^|\.)__exportStar$|^__exportStar$/.test(called)) {
    const all = requireOf(first ?? null);
    if (all?.imported === '=') outline.exports.push({ type: 'star', specifier: all.specifier, scope });
  }
  if (called !== 'Object.defineProperty' || first?.text !== 'exports' || second?.type !== 'string') return;
  const local = /return\s+([\w$]+(?:\.[\w$]+)*)\s*;?\s*\}/.exec(third?.text ?? '')?.[1];
  if (local !== undefined)
    outline.exports.push({ type: 'local', exported: textOfString(second), local, scope });
}
