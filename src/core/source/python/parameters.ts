import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { Parameter, ParameterKind } from '../declaration.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { codeValueOf } from './values.ts';

/** The parameters of a function; `self` and `cls` are left out where the function is a method. */
export function parametersOf(
  callable: SyntaxNode,
  isBound: boolean,
  constants: ConstantLookup,
): readonly Parameter[] {
  const list = callable.childForFieldName('parameters');
  if (list === null) return [];
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  for (const node of codeChildren(list)) {
    if (node.type === 'positional_separator' || node.type === 'line_continuation') continue;
    if (node.type === 'keyword_separator') {
      keywordOnly = true;
      continue;
    }
    const parameter = parameterOf(node, keywordOnly, constants);
    if (parameter.kind === 'rest') keywordOnly = true;
    parameters.push(parameter);
  }
  return isBound && parameters[0]?.kind === 'plain' ? parameters.slice(1) : parameters;
}

function parameterOf(node: SyntaxNode, keywordOnly: boolean, constants: ConstantLookup): Parameter {
  const named = node.childForFieldName('name') ?? (node.type === 'identifier' ? node : codeChildren(node)[0]);
  const initial = node.childForFieldName('value');
  const type = node.childForFieldName('type');
  const name = named?.text ?? '';
  return {
    name: name.replace(/^\*+/, ''),
    kind: kindOf(node.type.endsWith('_pattern') ? node : (named ?? node), keywordOnly),
    quote: quoteOf(node),
    optional: initial !== null || name.startsWith('*') || node.type.includes('splat'),
    properties: [],
    ...(initial === null ? {} : { initial: codeValueOf(initial, constants) }),
    ...(type === null ? {} : { type: quoteOf(type) }),
  };
}

function kindOf(node: SyntaxNode, keywordOnly: boolean): ParameterKind {
  switch (node.type) {
    case 'list_splat_pattern':
      return 'rest';
    case 'dictionary_splat_pattern':
      return 'keyword-rest';
    case 'tuple_pattern':
      return 'destructured';
    default:
      return keywordOnly ? 'keyword-only' : 'plain';
  }
}
