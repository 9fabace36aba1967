import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type * as TypeScript from 'typescript-6';
import { statementPlants } from './ecmascript-statements.ts';
import type { Plant } from './plant.ts';

// Claims to plant into copies of JavaScript and TypeScript sources. Nothing of Factprobe is used: functions and their
// JSDoc are read with the TypeScript compiler, and a claim is changed only where the compiler's tree proves it false.

/** What the compiler's interface is needed for. */
type Compiler = typeof TypeScript;

interface DocumentedFunction {
  readonly path: string;
  readonly lines: readonly string[];
  readonly file: TypeScript.SourceFile;
  readonly node: TypeScript.FunctionLikeDeclaration;
  readonly doc: TypeScript.JSDoc;
  readonly group: string;
}

/** The plants, rewrites and traps of every source below a folder; none for what the compiler can't read. */
export function* ecmascriptPlants(compiler: Compiler, folder: string): Generator<Plant> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?js|ts)$/.test(entry.name) && !/\.min\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).includes('node_modules'))
    .sort();
  const texts = files.map((path) => readFileSync(path, 'utf8'));
  const names = new Set(texts.flatMap((text) => text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []));
  for (const [index, path] of files.entries()) {
    const text = texts[index] ?? '';
    if (text.includes('\r') || text.length > 1_000_000) continue;
    const file = compiler.createSourceFile(path, text, compiler.ScriptTarget.Latest, true);
    const lines = text.split('\n');
    yield* statementPlants(compiler, { path: relative(folder, path), lines, file });
    for (const found of documentedFunctions(compiler, file)) {
      const one = {
        ...found,
        path: relative(folder, path),
        lines,
        file,
        group: `${path}:${found.node.getStart(file)}`,
      };
      yield* defaults(compiler, one);
      yield* parameterNames(compiler, one);
      yield* returns(compiler, one);
      yield* references(one, names);
    }
  }
}

function* documentedFunctions(
  compiler: Compiler,
  file: TypeScript.SourceFile,
): Generator<Pick<DocumentedFunction, 'node' | 'doc'>> {
  const stack: TypeScript.Node[] = [file];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (compiler.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const holder =
        compiler.isArrowFunction(node) || compiler.isFunctionExpression(node)
          ? holderOf(compiler, node)
          : node;
      const doc =
        holder === undefined
          ? undefined
          : compiler.getJSDocCommentsAndTags(holder).filter(compiler.isJSDoc).at(-1);
      const isForeign = doc?.tags?.some((tag) =>
        /^(?:overload|abstract|override|inheritdoc|callback|typedef|variation)$/i.test(tag.tagName.text),
      );
      if (doc !== undefined && isForeign !== true)
        yield { node: node as TypeScript.FunctionLikeDeclaration, doc };
    }
    compiler.forEachChild(node, (child) => void stack.push(child));
  }
}

/** The statement whose comment documents a function that is a value. */
function holderOf(compiler: Compiler, node: TypeScript.Node): TypeScript.Node | undefined {
  const { parent } = node;
  if (compiler.isVariableDeclaration(parent) && parent.initializer === node) return parent.parent.parent;
  return undefined;
}

type NumberedParameter = readonly [TypeScript.JSDocParameterTag, TypeScript.ParameterDeclaration | undefined];

function documentedParameters(
  compiler: Compiler,
  { node, doc }: DocumentedFunction,
): readonly NumberedParameter[] {
  const real = new Map(
    node.parameters.flatMap((one) =>
      compiler.isIdentifier(one.name) ? [[one.name.text, one] as const] : [],
    ),
  );
  return [...(doc.tags ?? [])]
    .filter((tag): tag is TypeScript.JSDocParameterTag => compiler.isJSDocParameterTag(tag))
    .map((tag) => [tag, real.get(tag.name.getText())] as const);
}

function isOpen(compiler: Compiler, { node }: DocumentedFunction): boolean {
  const isLoose = node.parameters.some(
    (one) => one.dotDotDotToken !== undefined || !compiler.isIdentifier(one.name),
  );
  return isLoose || (node.body?.getText() ?? '').includes('arguments');
}

function* defaults(compiler: Compiler, one: DocumentedFunction): Generator<Plant> {
  for (const [tag, parameter] of documentedParameters(compiler, one)) {
    if (parameter === undefined) continue;
    const text = tag.getText(one.file);
    const stated = /\[\s*[\w$]+\s*=\s*(-?\d[\d.]*|true|false|'[^'\]]*'|"[^"\]]*")\s*\]/.exec(text);
    if (stated?.[1] === undefined) continue;
    const proof = declaredDefault(compiler, parameter, one);
    if (proof === undefined || proof.value !== literalText(stated[1])) continue;
    const start = tag.getStart(one.file) + stated.index + stated[0].lastIndexOf(stated[1]);
    for (const [sort, value] of [
      ['plant', otherValue(stated[1])],
      ['rewrite', sameValue(stated[1])],
    ] as const) {
      if (value === undefined) continue;
      yield changedLine(one, {
        kind: 'default',
        sort,
        start,
        length: stated[1].length,
        value,
        proof: proof.text,
      });
    }
  }
}

function literalText(text: string): string {
  return /^['"]/.test(text) ? `'${text.slice(1, -1)}'` : /^-?\d/.test(text) ? String(Number(text)) : text;
}

function otherValue(text: string): string {
  if (/^-?\d/.test(text)) return String(Number(text) * 2 + 3);
  if (/^['"]/.test(text)) return text === "'strict'" ? "'lenient'" : "'strict'";
  return text === 'true' ? 'false' : 'true';
}

function sameValue(text: string): string | undefined {
  if (/^-?\d+$/.test(text)) return `${text}.0`;
  return /^'[^"]*'$/.test(text) ? `"${text.slice(1, -1)}"` : undefined;
}

/** The default in the signature, or the value that the body takes for one that wasn't given. */
function declaredDefault(
  compiler: Compiler,
  parameter: TypeScript.ParameterDeclaration,
  { node, file }: DocumentedFunction,
): { readonly value: string; readonly text: string } | undefined {
  const name = parameter.name.getText(file);
  const asLiteral = (value: TypeScript.Expression | undefined, text: string) =>
    value !== undefined && /^(?:-?\d[\d.]*|true|false|'[^']*'|"[^"]*")$/.test(value.getText(file))
      ? { value: literalText(value.getText(file)), text }
      : undefined;
  if (parameter.initializer !== undefined) return asLiteral(parameter.initializer, parameter.getText(file));
  const found: { readonly value: string; readonly text: string }[] = [];
  const visit = (inner: TypeScript.Node): void => {
    const text = inner.getText(file);
    const isMissing = (test: TypeScript.Expression) =>
      new RegExp(`^\\(?${name.replaceAll('$', '\\$')} ===? (?:undefined|null)\\)?$`).test(test.getText(file));
    if (compiler.isConditionalExpression(inner) && isMissing(inner.condition)) {
      const value = asLiteral(inner.whenTrue, text);
      if (value !== undefined) found.push(value);
    }
    if (
      compiler.isBinaryExpression(inner) &&
      inner.left.getText(file) === name &&
      /^(?:\?\?|\|\|)$/.test(inner.operatorToken.getText(file))
    ) {
      const value = asLiteral(inner.right, text);
      if (value !== undefined) found.push(value);
    }
    compiler.forEachChild(inner, visit);
  };
  if (node.body !== undefined) visit(node.body);
  return found.length === 1 ? found[0] : undefined;
}

function* parameterNames(compiler: Compiler, one: DocumentedFunction): Generator<Plant> {
  const documented = documentedParameters(compiler, one).filter(([tag]) => !tag.name.getText().includes('.'));
  if (documented.length === 0 || isOpen(compiler, one)) return;
  if (documented.some(([, parameter]) => parameter === undefined)) return;
  const names = one.node.parameters.map(({ name }) => name.getText(one.file));
  const proof = `the parameters are ${names.join(', ')}`;
  const [tag] = documented[Math.floor(documented.length / 2)] ?? [];
  const wrong = tag === undefined ? undefined : slip(tag.name.getText());
  if (tag !== undefined && wrong !== undefined && !names.includes(wrong)) {
    const start = tag.name.getStart(one.file);
    yield changedLine(one, {
      kind: 'parameter-name',
      sort: 'plant',
      start,
      length: wrong.length,
      value: wrong,
      proof,
    });
  }
  if (documented.length !== names.length) return;
  const last = documented.at(-1)?.[0];
  if (last === undefined) return;
  const at = one.file.getLineAndCharacterOfPosition(last.getStart(one.file)).line;
  const line = one.lines[at] ?? '';
  const before = /^\s*\*\s*(?=@param)/.exec(line)?.[0];
  if (before === undefined) return;
  const lines = [`${before}@param {boolean} frobnicate Whether to frobnicate first.`, line];
  yield {
    ...base(one, 'parameter-name', 'plant'),
    way: 'added',
    how: 'added',
    from: at,
    to: at + 1,
    lines,
    claim: [0, 0],
    proof,
  };
}

function slip(name: string): string | undefined {
  if (name.length < 4) return undefined;
  for (let at = 1; at < name.length - 1; at++) {
    const [a, b] = [name[at], name[at + 1]];
    if (a !== undefined && b !== undefined && a !== b && /[a-z]/.test(a) && /[a-z]/.test(b)) {
      return `${name.slice(0, at)}${b}${a}${name.slice(at + 2)}`;
    }
  }
  return undefined;
}

function* returns(compiler: Compiler, one: DocumentedFunction): Generator<Plant> {
  const { node, doc, file } = one;
  if (
    node.asteriskToken !== undefined ||
    compiler.isConstructorDeclaration(node) ||
    compiler.isAccessor(node)
  )
    return;
  const isAsync = node.modifiers?.some(({ kind }) => kind === compiler.SyntaxKind.AsyncKeyword) === true;
  const values = returnedValues(compiler, node);
  const tag = [...(doc.tags ?? [])].find((one): one is TypeScript.JSDocReturnTag =>
    compiler.isJSDocReturnTag(one),
  );
  const line = file.getLineAndCharacterOfPosition(doc.getEnd()).line;
  const text = one.lines[line] ?? '';
  const close = /^(\s*)\*\/\s*$/.exec(text);
  const isClass =
    /^[A-Z]/.test(node.name?.getText(file) ?? '') || /@(?:class|constructor)\b/.test(doc.getText(file));
  const isNothing =
    !isClass && values !== undefined && values.length === 0 && !compiler.isArrowFunction(node);
  if (
    tag === undefined &&
    isNothing &&
    !isAsync &&
    close !== null &&
    !/return|yield/i.test(doc.getText(file))
  ) {
    const proof = 'no return hands a value';
    const lines = [`${close[1] ?? ''}* @returns {number} The number of items.`, text];
    yield {
      ...base(one, 'returns', 'plant'),
      way: 'added',
      how: 'added',
      from: line,
      to: line + 1,
      lines,
      claim: [0, 0],
      proof,
    };
  }
  if (tag?.typeExpression === undefined || values === undefined || isAsync) return;
  const type = tag.typeExpression.type;
  if (
    values.length > 0 &&
    values.every((value) => isCertainlyValue(compiler, value)) &&
    !/void|undefined|null|\*|any|Promise/.test(type.getText(file))
  ) {
    const start = type.getStart(file);
    const length = type.getEnd() - start;
    const proof = `returns ${values[0]?.getText(file).slice(0, 60)}`;
    yield changedLine(one, { kind: 'returns', sort: 'plant', start, length, value: 'undefined', proof });
    if (!values.some((value) => /&&/.test(value.getText(file)))) {
      yield changedLine(one, {
        kind: 'returns',
        sort: 'plant',
        start,
        length,
        value: 'Promise<void>',
        proof,
      });
    }
  }
  const literals = new Set(values.map((value) => literalType(compiler, value, file)));
  const [only] = literals;
  if (literals.size === 1 && only !== undefined && only === type.getText(file).toLowerCase()) {
    const value = { number: 'string', string: 'number', boolean: 'string' }[only] ?? 'string';
    const start = type.getStart(file);
    const length = type.getEnd() - start;
    yield changedLine(one, {
      kind: 'return-type',
      sort: 'plant',
      start,
      length,
      value,
      proof: `every return is a ${only}`,
    });
  }
}

/** Whether an expression is a value, and no promise, whatever its names stand for. */
function isCertainlyValue(compiler: Compiler, value: TypeScript.Expression): boolean {
  if (compiler.isParenthesizedExpression(value)) return isCertainlyValue(compiler, value.expression);
  if (compiler.isConditionalExpression(value)) {
    return isCertainlyValue(compiler, value.whenTrue) && isCertainlyValue(compiler, value.whenFalse);
  }
  if (compiler.isPrefixUnaryExpression(value)) return value.operator === compiler.SyntaxKind.ExclamationToken;
  if (compiler.isBinaryExpression(value)) {
    const operator = value.operatorToken.getText();
    if (operator === '&&' || operator === '||') {
      return isCertainlyValue(compiler, value.left) && isCertainlyValue(compiler, value.right);
    }
    return /^(?:[=!]==?|[<>]=?|in|instanceof)$/.test(operator);
  }
  return (
    compiler.isLiteralExpression(value) ||
    compiler.isArrayLiteralExpression(value) ||
    compiler.isObjectLiteralExpression(value) ||
    compiler.isTemplateExpression(value) ||
    value.kind === compiler.SyntaxKind.TrueKeyword ||
    value.kind === compiler.SyntaxKind.FalseKeyword
  );
}

function literalType(
  compiler: Compiler,
  value: TypeScript.Expression,
  file: TypeScript.SourceFile,
): string | undefined {
  if (compiler.isNumericLiteral(value)) return 'number';
  if (compiler.isStringLiteral(value) || compiler.isTemplateExpression(value)) return 'string';
  return /^(?:true|false|!.*|[^&|?]* (?:===|!==) [^&|?]*)$/s.test(value.getText(file))
    ? 'boolean'
    : undefined;
}

/** What the returns of a function hand back, those of functions inside it left out; `undefined` when its end may be reached too. */
function returnedValues(
  compiler: Compiler,
  { body }: TypeScript.FunctionLikeDeclaration,
): readonly TypeScript.Expression[] | undefined {
  if (body === undefined) return undefined;
  if (!compiler.isBlock(body)) return [body as TypeScript.Expression];
  const values: TypeScript.Expression[] = [];
  let hasBare = false;
  const visit = (node: TypeScript.Node): void => {
    if (compiler.isFunctionLike(node) || compiler.isClassLike(node)) return;
    if (compiler.isReturnStatement(node)) {
      if (node.expression === undefined) hasBare = true;
      else values.push(node.expression);
    }
    compiler.forEachChild(node, visit);
  };
  compiler.forEachChild(body, visit);
  const last = body.statements.at(-1);
  if (values.length === 0) return last === undefined || compiler.isThrowStatement(last) ? undefined : [];
  const isClosed =
    last !== undefined && (compiler.isReturnStatement(last) || compiler.isThrowStatement(last));
  return isClosed && !hasBare ? values : undefined;
}

function* references(one: DocumentedFunction, names: ReadonlySet<string>): Generator<Plant> {
  const start = one.doc.getStart(one.file);
  const match = /\{@link\s+([\w$]{5,})\s*[}|]|`([\w$]{5,})\(\)`/.exec(one.doc.getText(one.file));
  const name = match?.[1] ?? match?.[2];
  const wrong = name === undefined ? undefined : slip(name);
  if (match === null || name === undefined || wrong === undefined || !names.has(name) || names.has(wrong))
    return;
  const at = start + match.index + match[0].indexOf(name);
  const proof = `${wrong} is nowhere in the package`;
  yield changedLine(one, {
    kind: 'reference',
    sort: 'plant',
    start: at,
    length: name.length,
    value: wrong,
    proof,
  });
}

function base({ path, group }: DocumentedFunction, kind: string, sort: Plant['sort']) {
  return { file: path, kind, sort, group };
}

interface LineChange {
  readonly kind: string;
  readonly sort: Plant['sort'];
  readonly start: number;
  readonly length: number;
  readonly value: string;
  readonly proof: string;
}

function changedLine(
  one: DocumentedFunction,
  { kind, sort, start, length, value, proof }: LineChange,
): Plant {
  const { line, character } = one.file.getLineAndCharacterOfPosition(start);
  const text = one.lines[line] ?? '';
  const changed = `${text.slice(0, character)}${value}${text.slice(character + length)}`;
  return {
    ...base(one, kind, sort),
    way: 'changed',
    how: 'changed',
    from: line,
    to: line + 1,
    lines: [changed],
    claim: [0, 0],
    proof,
  };
}
