import type * as TypeScript from 'typescript-6';
import { amountsOf } from './amounts.ts';
import type { Plant } from './plant.ts';

// Claims of line comments to plant above and beside statements of JavaScript and TypeScript, each decided by the
// compiler's tree alone.

type Compiler = typeof TypeScript;

interface Source {
  /** Relative to the package. */
  readonly path: string;
  readonly lines: readonly string[];
  readonly file: TypeScript.SourceFile;
}

/** The plants, rewrites and traps in line comments of one source. */
export function* statementPlants(compiler: Compiler, source: Source): Generator<Plant> {
  const stack: TypeScript.Node[] = [source.file];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (compiler.isVariableStatement(node)) yield* amounts(compiler, node, source);
    if (compiler.isIfStatement(node)) yield* comparisons(compiler, node, source);
    compiler.forEachChild(node, (child) => void stack.push(child));
  }
}

/** The line of a node that has it to itself, and no comment on it or above it. */
function lineOf(node: TypeScript.Node, { file, lines }: Source, isWhole: boolean) {
  const start = file.getLineAndCharacterOfPosition(node.getStart(file));
  const end = file.getLineAndCharacterOfPosition(node.getEnd());
  const text = lines[start.line] ?? '';
  const above = lines[start.line - 1] ?? '';
  const pad = text.slice(0, start.character);
  if (pad.trim() !== '' || /\/[/*]|\*\//.test(text) || /\/[/*]|\*\/|[,([]\s*$/.test(above)) return undefined;
  if (isWhole && (start.line !== end.line || text.slice(end.character).trim() !== '')) return undefined;
  return { at: start.line, text, pad };
}

function* amounts(compiler: Compiler, node: TypeScript.VariableStatement, source: Source): Generator<Plant> {
  const [only, ...others] = node.declarationList.declarations;
  const place = lineOf(node, source, true);
  if (only?.initializer === undefined || others.length > 0 || place === undefined) return;
  const value = numberOf(compiler, only.initializer);
  if (value === undefined || value < 2) return;
  for (const { sort, way, words } of amountsOf(only.name.getText(source.file), value)) {
    const isBeside = words.split(' ').length === 2;
    const lines = isBeside
      ? [`${place.text.trimEnd()} // ${words}`]
      : [`${place.pad}// ${words}.`, place.text];
    yield made({
      source,
      at: place.at,
      kind: 'constant',
      sort,
      way,
      lines,
      proof: node.getText(source.file),
    });
  }
}

function numberOf(compiler: Compiler, node: TypeScript.Expression): number | undefined {
  if (compiler.isParenthesizedExpression(node)) return numberOf(compiler, node.expression);
  if (compiler.isNumericLiteral(node)) return Number(node.text);
  if (!compiler.isBinaryExpression(node) || node.operatorToken.getText() !== '*') return undefined;
  const [left, right] = [numberOf(compiler, node.left), numberOf(compiler, node.right)];
  return left === undefined || right === undefined ? undefined : left * right;
}

/** What is true, what is wrong at the edge alone, what says the other side, and what is exactly the opposite. */
const words: Readonly<Record<string, readonly [string, string, string, string]>> = {
  '>': ['greater than', 'at least', 'less than', 'at most'],
  '>=': ['at least', 'greater than', 'at most', 'less than'],
  '<': ['less than', 'at most', 'greater than', 'at least'],
  '<=': ['at most', 'less than', 'at least', 'greater than'],
};

function* comparisons(compiler: Compiler, node: TypeScript.IfStatement, source: Source): Generator<Plant> {
  const { file } = source;
  const test = node.expression;
  const place = lineOf(node, source, false);
  if (!compiler.isBinaryExpression(test) || place === undefined || node.parent.kind === node.kind) return;
  const said = words[test.operatorToken.getText(file)];
  const isPlain = compiler.isIdentifier(test.left) && compiler.isNumericLiteral(test.right);
  if (said === undefined || !isPlain || !/^\d+$/.test(test.right.getText(file))) return;
  const [name, value] = [test.left.getText(file), test.right.getText(file)];
  const [same, edge, side, opposite] = said;
  const when = (bound: string) => `Only when ${name} is ${bound} ${value}.`;
  const all: [Plant['sort'], string, string][] = [
    ['trap', 'same', when(same)],
    ['plant', 'edge', when(edge)],
  ];
  if (goesOnWhatever(compiler, node)) {
    all.push(['plant', 'side', when(side)]);
    all.push(['trap', 'left out', `If ${name} is ${opposite} ${value}, there is nothing to do.`]);
  } else if (node.elseStatement === undefined && isLeft(compiler, node.thenStatement)) {
    all.push(['trap', 'gets past', when(opposite)]);
  }
  for (const [sort, way, text] of all) {
    const lines = [`${place.pad}// ${text}`, place.text];
    yield made({ source, at: place.at, kind: 'comparison', sort, way, lines, proof: test.getText(file) });
  }
}

function isLeft(compiler: Compiler, body: TypeScript.Statement): boolean {
  const last = compiler.isBlock(body) ? body.statements.at(-1) : body;
  return last !== undefined && isJump(compiler, last);
}

function isJump(compiler: Compiler, node: TypeScript.Node): boolean {
  return (
    compiler.isReturnStatement(node) ||
    compiler.isThrowStatement(node) ||
    compiler.isContinueStatement(node) ||
    compiler.isBreakStatement(node) ||
    compiler.isYieldExpression(node)
  );
}

/** Whether what is behind an `if` is reached whether or not its condition holds, and it has no other branch. */
function goesOnWhatever(
  compiler: Compiler,
  { elseStatement, thenStatement }: TypeScript.IfStatement,
): boolean {
  if (elseStatement !== undefined) return false;
  let goesOn = true;
  const visit = (node: TypeScript.Node): void => {
    const called =
      compiler.isCallExpression(node) || compiler.isNewExpression(node) ? node.expression : undefined;
    if (
      isJump(compiler, node) ||
      /exit|abort|fail|error|warn|skip|stop|usage|quit|reject|assert|finish|cancel|die/i.test(
        called?.getText() ?? '',
      )
    ) {
      goesOn = false;
    }
    compiler.forEachChild(node, visit);
  };
  visit(thenStatement);
  return goesOn;
}

interface Made extends Pick<Plant, 'kind' | 'sort' | 'way' | 'lines' | 'proof'> {
  readonly source: Source;
  readonly at: number;
}

function made({ source: { path }, at, proof, ...rest }: Made): Plant {
  const group = `${path}:line ${at}`;
  return {
    ...rest,
    file: path,
    how: 'added',
    from: at,
    to: at + 1,
    claim: [0, 0],
    proof: `the code says ${proof.slice(0, 60)}`,
    group,
  };
}
