import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { Parameter } from '../declaration.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import type { Quote } from '../span.ts';
import { codeValueOf } from './values.ts';

/** The parameters of a function node, `this` left out. */
export function parametersOf(callable: SyntaxNode, constants: ConstantLookup): readonly Parameter[] {
  const single = callable.childForFieldName('parameter');
  if (single !== null) return [parameterOf(single, constants)];
  const list = callable.childForFieldName('parameters');
  if (list === null) return [];
  return codeChildren(list)
    .filter((node) => node.type !== 'decorator' && node.childForFieldName('pattern')?.type !== 'this')
    .map((node) => parameterOf(node, constants));
}

function parameterOf(node: SyntaxNode, constants: ConstantLookup): Parameter {
  const isPattern = node.type === 'assignment_pattern';
  const pattern = (isPattern ? node.childForFieldName('left') : node.childForFieldName('pattern')) ?? node;
  const initial = isPattern ? node.childForFieldName('right') : node.childForFieldName('value');
  const type = typeOf(node);
  return {
    name: nameOf(pattern),
    kind: kindOf(pattern),
    quote: quoteOf(node),
    optional: node.type === 'optional_parameter' || initial !== null || pattern.type === 'rest_pattern',
    properties: pattern.type === 'object_pattern' ? propertiesOf(pattern, constants) : [],
    ...(initial === null ? {} : { initial: codeValueOf(initial, constants) }),
    ...(type === undefined ? {} : { type }),
  };
}

/** The type annotation of a node without its colon, or `undefined`. */
export function typeOf(node: SyntaxNode, field = 'type'): Quote | undefined {
  const annotation = node.childForFieldName(field);
  if (annotation === null) return undefined;
  // Annotations of type predicates have a colon of their own too.
  if (!/_annotation$/.test(annotation.type)) return quoteOf(annotation);
  const type = codeChildren(annotation)[0];
  return type === undefined ? undefined : quoteOf(type);
}

function nameOf(pattern: SyntaxNode): string {
  if (pattern.type === 'identifier' || pattern.type === 'shorthand_property_identifier_pattern')
    return pattern.text;
  if (pattern.type === 'rest_pattern') return codeChildren(pattern)[0]?.text ?? '';
  return '';
}

function kindOf(pattern: SyntaxNode): Parameter['kind'] {
  if (pattern.type === 'rest_pattern') return 'rest';
  return pattern.type === 'identifier' ? 'plain' : 'destructured';
}

/** What an object pattern takes, one entry a property, with the default of each. */
export function propertiesOf(pattern: SyntaxNode, constants: ConstantLookup): Parameter['properties'] {
  return codeChildren(pattern).flatMap((node) => {
    if (node.type === 'shorthand_property_identifier_pattern')
      return [{ name: node.text, quote: quoteOf(node) }];
    if (node.type === 'object_assignment_pattern') return assignedProperty(node, node, constants);
    const key = node.childForFieldName('key');
    const value = node.childForFieldName('value');
    if (key === null || value === null) return [];
    if (value.type === 'assignment_pattern') return assignedProperty(node, value, constants, key.text);
    return [{ name: key.text, quote: quoteOf(node) }];
  });
}

function assignedProperty(
  whole: SyntaxNode,
  assignment: SyntaxNode,
  constants: ConstantLookup,
  name?: string,
): Parameter['properties'] {
  const left = assignment.childForFieldName('left');
  const right = assignment.childForFieldName('right');
  if (left === null || right === null) return [];
  return [{ name: name ?? left.text, quote: quoteOf(whole), initial: codeValueOf(right, constants) }];
}
