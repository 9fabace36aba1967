import type { ConstantLookup } from '../constant-values.ts';
import type { DeclarationKind, Modifier, Parameter, Signature } from '../declaration.ts';
import type { DocComment } from '../doc-comment.ts';
import type { SyntaxNode } from '../parser.ts';
import type { Quote } from '../span.ts';
import type { BodySyntax } from './body-syntax.ts';
import type { ValueSyntax } from './value-syntax.ts';

/** What a language says of its declarations: node types, and small functions where types don't tell. */
export interface FamilySyntax {
  readonly kinds: Readonly<Record<string, DeclarationKind>>;
  /** Node types whose names qualify what they hold. */
  readonly holders: ReadonlySet<string>;
  readonly values: ValueSyntax;
  readonly body: BodySyntax;
  /** What stands around an expression so that it is a whole source. */
  readonly frame: readonly [string, string];
  /** The comment of a declaration; `text` is the whole source. */
  readonly docOf: (node: SyntaxNode, text: string) => DocComment | undefined;
  /** One node for each thing that a declaration declares: the declarators of a field. By default itself. */
  readonly declared?: (node: SyntaxNode) => readonly SyntaxNode[];
  /** By default the field `name`. */
  readonly nameOf?: (node: SyntaxNode) => SyntaxNode | undefined;
  /** Names around it that its place doesn't tell: the type of a Go receiver. */
  readonly holderOf?: (node: SyntaxNode) => string | undefined;
  /** The parameter list and the parameters; `undefined` where it takes none at all. */
  readonly parametersOf: (node: SyntaxNode, constants: ConstantLookup) => ReadParameters | undefined;
  readonly resultOf: (node: SyntaxNode) => Pick<Signature, 'returnType' | 'result'>;
  readonly isAsync?: (node: SyntaxNode) => boolean;
  readonly bodyOf: (node: SyntaxNode) => SyntaxNode | undefined;
  readonly modifiersOf: (node: SyntaxNode, name: string) => Iterable<Modifier>;
  readonly decoratorsOf: (node: SyntaxNode) => readonly Quote[];
  /** Set where nothing that is installed has names that the language could take. */
  readonly hasNoPackages?: true;
  readonly basesOf: (node: SyntaxNode) => readonly Quote[];
  /** Names of type parameters, which some formats document as parameters. */
  readonly typeParametersOf?: (node: SyntaxNode) => readonly string[];
  readonly initialOf: (node: SyntaxNode) => SyntaxNode | undefined;
  readonly typeOf: (node: SyntaxNode) => SyntaxNode | undefined;
  /** Whether nothing ever assigns to it: a constant, whose text is often a key. */
  readonly isKey?: (node: SyntaxNode) => boolean;
  /** What must have parsed for the declaration to be judged; by default the whole of it. */
  readonly judged?: (node: SyntaxNode) => SyntaxNode;
  /** Whether a variable or property always keeps its initial value. */
  readonly isConstant: (node: SyntaxNode) => boolean;
}

export interface ReadParameters {
  readonly list: SyntaxNode;
  readonly parameters: readonly Parameter[];
}
