import { Language as Grammar, type Node, Parser, type ParseState, Query, type Tree } from 'web-tree-sitter';
import { type Cancellation, CancelledError } from '../platform/index.ts';
import type { GrammarName } from './language.ts';

export type SyntaxNode = Node;
export type SyntaxTree = Tree;

/**
 * Where the parser's WebAssembly comes from: the runtime (`runtime`) and one file for each grammar. Rejects
 * when the bytes can't be had.
 */
export type WasmSource = (name: 'runtime' | GrammarName) => Promise<Uint8Array>;

/** Parses sources with tree-sitter. A grammar is loaded the first time that it is used. */
export interface SyntaxParser {
  /**
   * The tree of a text; the caller deletes it. Offsets of its nodes are UTF-16 offsets of the text. `undefined` where
   * the grammar gets stuck in the text. Throws a `CancelledError` when cancelled meanwhile.
   */
  parse(grammar: GrammarName, text: string, cancellation: Cancellation): Promise<SyntaxTree | undefined>;
  /** The nodes that a tree-sitter query captures below a node, in the order of the text. */
  capture(grammar: GrammarName, query: string, node: SyntaxNode): readonly SyntaxNode[];
  /** Whether the grammar has a named node of that type; false while the grammar was not used. */
  knows(grammar: GrammarName, type: string): boolean;
}

/** How long a text is, in UTF-16 units, that is worth keeping the tree of: values out of comments come between. */
const shortest = 300;

/** Makes a parser on a source of WebAssembly. It keeps the tree of the last source, for who asks for it again. */
export async function createSyntaxParser(wasm: WasmSource): Promise<SyntaxParser> {
  await Parser.init({ wasmBinary: await wasm('runtime') });
  const grammars = new Map<GrammarName, Promise<Grammar>>();
  const loaded = new Map<GrammarName, Grammar>();
  const queries = new Map<string, Query>();
  const parser = new Parser();
  /** Several questions are asked of a source one after the other; copies share what takes the memory. */
  let last: { readonly grammar: GrammarName; readonly text: string; readonly tree: Tree } | undefined;

  const load = (name: GrammarName): Promise<Grammar> => {
    const known = grammars.get(name);
    if (known !== undefined) return known;
    const loading = wasm(name).then((bytes) => Grammar.load(bytes));
    grammars.set(name, loading);
    return loading;
  };

  return {
    async parse(grammar, text, cancellation) {
      const language = await load(grammar);
      loaded.set(grammar, language);
      if (last?.grammar === grammar && last.text === text) return last.tree.copy();
      parser.setLanguage(language);
      const isStuck = stuckAfter(text.length);
      const progressCallback = ({ currentOffset }: ParseState) =>
        cancellation.aborted || isStuck(currentOffset);
      const tree = parser.parse(closed(grammar, text), null, { progressCallback });
      if (tree !== null) {
        if (text.length < shortest) return tree;
        last?.tree.delete();
        last = { grammar, text, tree };
        return tree.copy();
      }
      parser.reset();
      if (cancellation.aborted) throw new CancelledError('cancelled while parsing');
      return undefined;
    },
    capture(grammar, query, node) {
      const language = loaded.get(grammar);
      if (language === undefined) return [];
      const key = `${grammar}\n${query}`;
      let compiled = queries.get(key);
      if (compiled === undefined) {
        compiled = new Query(language, query);
        queries.set(key, compiled);
      }
      return compiled.captures(node).map((capture) => capture.node);
    },
    knows: (grammar, type) => loaded.get(grammar)?.idForNodeType(type, true) != null,
  };
}

/** Kotlin's grammar looks for a space behind an annotation, and at the end of a text goes on looking for ever. */
function closed(grammar: string, text: string): string {
  return /kotlin/.test(grammar) && !text.endsWith('\n') ? `${text}\n` : text;
}

/**
 * Tells of each progress report whether a parse stays at one place for ever: a grammar may take nothing for a word again
 * and again until the memory is full. Behind the end, a report comes for each piece of the tree that is balanced.
 */
function stuckAfter(length: number): (offset: number) => boolean {
  let last = -1;
  let reports = 0;
  return (offset) => {
    reports = offset === last ? reports + 1 : 0;
    last = offset;
    // Reports count two bytes a character.
    return reports > (offset < 2 * length ? 3000 : 3000 + length / 10);
  };
}

/** The named children without comments and errors. */
export function codeChildren(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter((child) => child.type !== 'comment' && child.type !== 'ERROR');
}

/** Visits the descendants of a node in the order of the text; `enter` says whether to go into the node. */
export function walk(node: SyntaxNode, enter: (node: SyntaxNode) => boolean): void {
  // Code that a program wrote is nested deeper than calls may be.
  const waiting = node.namedChildren.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (enter(next)) waiting.push(...next.namedChildren.toReversed());
  }
}

/**
 * The descendants of a node that have one of some types, in the order of the text, without those inside of a node that has one
 * of the `closed` types. Faster than `walk` where few nodes matter.
 */
export function descendantsOf(
  node: SyntaxNode,
  types: readonly string[],
  closed: ReadonlySet<string>,
): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  let closedUntil = -1;
  for (const one of node.descendantsOfType([...types, ...closed])) {
    if (one.startIndex < closedUntil || !one.isNamed || one.id === node.id) continue;
    if (closed.has(one.type)) closedUntil = one.endIndex;
    else found.push(one);
  }
  return found;
}
