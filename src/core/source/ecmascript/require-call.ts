import { codeChildren, type SyntaxNode } from '../parser.ts';
import { textOfString } from './outline-symbols.ts';

/** What an expression takes from another module: all of it (`=`) or one name. */
export interface RequiredModule {
  readonly specifier: string;
  readonly imported: string;
}

/** Helpers that a compiler puts around `require` and that hand the module on. */
const wrappers = /^(?:__importDefault|__importStar|__toESM|_interopRequireDefault|_interopRequireWildcard)$/;

/** Reads `require('x')` and `require('x').name`; `undefined` for everything else. */
export function requireOf(node: SyntaxNode | null): RequiredModule | undefined {
  if (node === null) return undefined;
  if (node.type === 'member_expression') {
    const outer = requireOf(node.childForFieldName('object'));
    const property = node.childForFieldName('property')?.text;
    return outer?.imported === '=' && property !== undefined ? { ...outer, imported: property } : undefined;
  }
  if (node.type !== 'call_expression') return undefined;
  const called = node.childForFieldName('function')?.text ?? '';
  const list = node.childForFieldName('arguments');
  const argument = list === null ? undefined : codeChildren(list)[0];
  if (argument === undefined) return undefined;
  if (wrappers.test(called)) return requireOf(argument);
  return called === 'require' && argument.type === 'string'
    ? { specifier: textOfString(argument), imported: '=' }
    : undefined;
}
