import { quoteOf } from '../constant-values.ts';
import type { BodyFacts, ReturnFact, ReturnShape } from '../declaration.ts';
import { codeChildren, type SyntaxNode, walk } from '../parser.ts';

/** How a grammar calls what a body is made of. */
export interface BodySyntax {
  /** What has returns of its own: functions, lambdas, classes. */
  readonly nested: ReadonlySet<string>;
  readonly returns: ReadonlySet<string>;
  readonly throws: ReadonlySet<string>;
  readonly yields?: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
  /** The branches of a statement of which one is taken for sure; `undefined` for any other statement. */
  readonly branches: (statement: SyntaxNode) => readonly SyntaxNode[] | undefined;
  /** What certainly is a value. */
  readonly plain: ReadonlySet<string>;
  readonly nothing: ReadonlySet<string>;
  /** What `return` hands back, where that isn't its first child. */
  readonly returned?: (statement: SyntaxNode) => SyntaxNode | undefined;
  /** Calls with which a body says that there is none yet: `TODO()`. */
  readonly stub?: RegExp;
  /** The expressions that come back without a `return`. */
  readonly implicit?: (body: SyntaxNode) => readonly SyntaxNode[];
  /** Names whose use reads the arguments other than by name. */
  readonly argumentReader?: RegExp;
}

/** Of a language whose bodies are not read: nothing in them returns, throws or is a value. */
export const unreadBody: BodySyntax = {
  nested: new Set(),
  returns: new Set(),
  throws: new Set(),
  blocks: new Set(),
  branches: () => undefined,
  plain: new Set(),
  nothing: new Set(),
};

/** What a body tells. */
export function bodyFactsOf(body: SyntaxNode, syntax: BodySyntax): BodyFacts {
  const returns: ReturnFact[] = [];
  let isGenerator = false;
  walk(body, (node) => {
    if (syntax.nested.has(node.type)) return false;
    if (syntax.yields?.has(node.type) === true) isGenerator = true;
    if (syntax.returns.has(node.type)) returns.push(returnOf(node, returnedBy(node, syntax), syntax));
    return true;
  });
  const implicit = syntax.implicit?.(body) ?? [];
  returns.push(...implicit.map((value) => returnOf(value, value, syntax)));
  return {
    returns,
    isGenerator,
    reachesEnd: implicit.length === 0 && reachesEnd(statementsOf(body, syntax), syntax),
    isStub: isStub(body, syntax),
    fallbacks: [],
    validations: [],
    readsArguments: syntax.argumentReader?.test(body.text) ?? false,
  };
}

function returnedBy(statement: SyntaxNode, { returned }: BodySyntax): SyntaxNode | undefined {
  return returned === undefined ? codeChildren(statement)[0] : returned(statement);
}

function returnOf(whole: SyntaxNode, value: SyntaxNode | undefined, syntax: BodySyntax): ReturnFact {
  const isNull = value !== undefined && syntax.nothing.has(value.type);
  return { quote: quoteOf(whole), shape: shapeOf(value, syntax), isNull };
}

function shapeOf(value: SyntaxNode | undefined, { nothing, plain }: BodySyntax): ReturnShape {
  if (value === undefined || nothing.has(value.type)) return 'nothing';
  return plain.has(value.type) ? 'plain' : 'unknown';
}

function statementsOf(body: SyntaxNode, { blocks }: BodySyntax): readonly SyntaxNode[] {
  return blocks.has(body.type) ? codeChildren(body).filter(({ type }) => !/comment/.test(type)) : [body];
}

/** An empty body, or one that only throws or only says that it is none. */
function isStub(body: SyntaxNode, syntax: BodySyntax): boolean {
  const statements = statementsOf(body, syntax);
  const [only] = statements;
  if (only === undefined || statements.length > 1) return only === undefined;
  return isThrow(only, syntax) || syntax.stub?.test(only.text) === true;
}

function isThrow(statement: SyntaxNode, { throws }: BodySyntax): boolean {
  if (throws.has(statement.type)) return true;
  const inner = /expression_statement$/.test(statement.type) ? codeChildren(statement)[0] : undefined;
  return inner !== undefined && throws.has(inner.type);
}

/** Whether a list of statements may run to its end. Loops, `switch` and `try` count as "may". */
function reachesEnd(statements: readonly SyntaxNode[], syntax: BodySyntax): boolean {
  const last = statements.at(-1);
  if (last === undefined) return true;
  if (syntax.returns.has(last.type) || isThrow(last, syntax)) return false;
  if (syntax.blocks.has(last.type)) return reachesEnd(statementsOf(last, syntax), syntax);
  return syntax.branches(last)?.some((branch) => reachesEnd([branch], syntax)) ?? true;
}

/** The branches of an `if` with the fields `consequence` and `alternative`. */
export function branchesOfIf(statement: SyntaxNode): readonly SyntaxNode[] | undefined {
  const yes = statement.childForFieldName('consequence');
  const no = statement.childForFieldName('alternative');
  return yes === null || no === null ? undefined : [yes, no];
}
