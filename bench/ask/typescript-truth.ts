import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-6';
import * as z from 'zod';
import type { Fact, Truth } from './fact.ts';

const modules = [
  'axios',
  'chalk',
  'commander',
  'date-fns',
  'express',
  'fastify',
  'lodash',
  'p-retry',
  'rxjs',
  'semver',
  'typescript',
  'winston',
  'ws',
  'yargs',
  'zod',
  'child_process',
  'crypto',
  'events',
  'fs',
  'http',
  'path',
  'timers',
  'url',
  'util',
  'zlib',
];
const builtIn = modules.slice(modules.indexOf('child_process'));

/** What TypeScript's own compiler says of what the packages of a folder declare. */
export function typescriptTruth(folder: string): Truth {
  const root = join(folder, 'all-packages.ts');
  const text = modules.map((name, i) => `import * as m${i} from '${name}';\nm${i};\n`).join('');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2024,
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    esModuleInterop: true,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (path, version, ...rest) =>
    path === root ? ts.createSourceFile(path, text, version, true) : read(path, version, ...rest);
  host.fileExists = (path) => path === root || ts.sys.fileExists(path);
  host.getCurrentDirectory = () => folder;
  const program = ts.createProgram([root], options, host);
  const checker = program.getTypeChecker();
  const facts: Fact[] = [];
  const names = new Map<string, ReadonlySet<string>>();
  for (const statement of program.getSourceFile(root)?.statements ?? []) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const name = statement.moduleSpecifier.text;
    const module = checker.getSymbolAtLocation(statement.moduleSpecifier);
    if (module === undefined) throw new Error(`TypeScript does not find ${name}`);
    const given = checker.getExportsOfModule(module);
    const properties = checker.getPropertiesOfType(wholeType(checker, statement));
    const all = new Map([...given, ...properties].map((one) => [one.getName(), one]));
    names.set(name, new Set(all.keys()));
    for (const [own, symbol] of all) {
      if (/^(?:default|prototype|export=)$|^_|\W/.test(own)) continue;
      facts.push(...new SymbolReader(checker, name).read(`${name}.${own}`, symbol));
    }
    if (!builtIn.includes(name)) facts.push(versionOf(folder, name));
  }
  return { facts, names };
}

function versionOf(folder: string, name: string): Fact {
  const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(text));
  return { aspect: 'version', package: name, symbol: name, value: [version] };
}

/** The type of a module as a whole, with what a package gives that is one object. */
function wholeType(checker: ts.TypeChecker, { importClause }: ts.ImportDeclaration): ts.Type {
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamespaceImport(bindings)) throw new Error('not a namespace import');
  return checker.getTypeAtLocation(bindings.name);
}

/** Reads what the compiler knows of one exported symbol. */
class SymbolReader {
  readonly #checker: ts.TypeChecker;
  readonly #package: string;

  constructor(checker: ts.TypeChecker, name: string) {
    this.#checker = checker;
    this.#package = name;
  }

  read(name: string, exported: ts.Symbol, depth = 0): readonly Fact[] {
    const checker = this.#checker;
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const [declaration] = symbol.declarations ?? [];
    if (declaration === undefined) return [];
    const facts: Fact[] = [...this.#marks(name, symbol)];
    if (symbol.flags & ts.SymbolFlags.Enum) facts.push(...this.#members(name, symbol));
    const isValue =
      symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Method | ts.SymbolFlags.Property);
    const type = checker.getTypeOfSymbol(symbol);
    if (symbol.flags & ts.SymbolFlags.Variable || depth === 0) facts.push(...this.#constant(name, type));
    if (isValue) facts.push(...this.#call(name, type));
    if (depth === 0 && symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) {
      for (const member of checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))) {
        const own = member.getName();
        const isOwn = member.declarations?.some((one) => one.parent === declaration) ?? false;
        if (isOwn && /^[a-z]\w*$/i.test(own)) facts.push(...this.read(`${name}.${own}`, member, 1));
      }
      if (symbol.flags & ts.SymbolFlags.Interface) facts.push(...this.#properties(name, symbol));
    }
    return facts;
  }

  #fact(symbol: string, rest: Omit<Fact, 'package' | 'symbol'>): Fact {
    return { package: this.#package, symbol, ...rest };
  }

  #marks(name: string, symbol: ts.Symbol): readonly Fact[] {
    const declarations = symbol.declarations ?? [];
    const marked = declarations.filter((one) => ts.getJSDocDeprecatedTag(one) !== undefined);
    const facts: Fact[] = [];
    const isWord = declarations.some((one) => /deprecat/i.test(leadingWords(one)));
    if (marked.length === declarations.length) {
      facts.push(this.#fact(name, { aspect: 'deprecated', yes: true }));
      const note = textOf(ts.getJSDocDeprecatedTag(marked[0] ?? declarations[0] ?? never())?.comment);
      const named = [...note.matchAll(/\b[Uu]se (?:the )?(?:\{@link(?:code)? |`)([A-Za-z_$][\w$.]*)/g)];
      const value = named[0]?.[1]?.replace(/\.$/, '');
      if (named.length === 1 && value !== undefined) {
        facts.push(this.#fact(name, { aspect: 'replacement', value: [value] }));
      }
      const since = /^Since v([\d.]*\d)/.exec(note)?.[1];
      if (since !== undefined) facts.push(this.#fact(name, { aspect: 'deprecated-since', value: [since] }));
    } else if (marked.length === 0 && !isWord) {
      facts.push(this.#fact(name, { aspect: 'deprecated', yes: false }));
    }
    const since = declarations
      .flatMap((one) => ts.getJSDocTags(one))
      .filter((tag) => tag.tagName.text === 'since');
    const versions = new Set(since.map((tag) => textOf(tag.comment).replace(/^v/, '')));
    const [version] = versions;
    if (versions.size === 1 && version !== undefined && /^\d[\d.]*$/.test(version)) {
      facts.push(this.#fact(name, { aspect: 'since', value: [version] }));
    }
    return facts;
  }

  #members(name: string, symbol: ts.Symbol): readonly Fact[] {
    const members = [...(symbol.exports?.values() ?? [])];
    const names = members.map((one) => one.getName());
    const facts = members.slice(0, 3).flatMap((one) => {
      const [declaration] = one.declarations ?? [];
      const value =
        declaration !== undefined && ts.isEnumMember(declaration)
          ? this.#checker.getConstantValue(declaration)
          : undefined;
      return value === undefined
        ? []
        : [this.#fact(`${name}.${one.getName()}`, { aspect: 'constant', value: [String(value)] })];
    });
    const isShort = names.length > 1 && names.length <= 8;
    return isShort ? [...facts, this.#fact(name, { aspect: 'allowed', names })] : facts;
  }

  #constant(name: string, type: ts.Type): readonly Fact[] {
    if (!type.isStringLiteral() && !type.isNumberLiteral()) return [];
    return [this.#fact(name, { aspect: 'constant', value: [String(type.value)] })];
  }

  #call(name: string, type: ts.Type): readonly Fact[] {
    const signatures = type.getCallSignatures();
    const [signature] = signatures;
    if (signature === undefined) return [];
    const facts: Fact[] = [];
    const returned = new Set(signatures.map((one) => this.#written(one.getReturnType())));
    const isAsync = [...returned].every((one) => /^(?:Promise|CancelablePromise)</.test(one));
    const isMaybe = [...returned].some((one) => /Promise|\b[A-Z]\b|any|unknown|Thenable/.test(one));
    if (isAsync || !isMaybe) facts.push(this.#fact(name, { aspect: 'async', yes: isAsync }));
    const isGenerator = [...returned].every((one) => /^(?:Async)?Generator</.test(one));
    const isPlain = [...returned].every((one) => /^(?:void|string|number|boolean)$/.test(one));
    if (isGenerator || isPlain) facts.push(this.#fact(name, { aspect: 'generator', yes: isGenerator }));
    if (signatures.length > 1) return facts;
    const { declaration } = signature;
    const written = declaration?.type?.getText();
    if (written !== undefined && written.length < 100) {
      const value = [written, this.#written(signature.getReturnType())];
      facts.push(this.#fact(name, { aspect: 'returns', value }));
    }
    return [...facts, ...this.#parameters(name, signature)];
  }

  #parameters(name: string, signature: ts.Signature): readonly Fact[] {
    const declared = (signature.declaration?.parameters ?? []).filter(ts.isParameter);
    if (declared.some((one) => !ts.isIdentifier(one.name))) return [];
    const names = declared.map((one) => one.name.getText()).filter((one) => one !== 'this');
    const facts: Fact[] = [this.#fact(name, { aspect: 'parameters', names })];
    if (names.length > 1) {
      const ordinal = Math.floor(names.length / 2) + 1;
      const value = [names[ordinal - 1] ?? ''];
      facts.push(this.#fact(name, { aspect: 'nth', ordinal, count: names.length, value }));
    }
    for (const one of declared) {
      if (one.dotDotDotToken !== undefined || one.name.getText() === 'this') continue;
      const parameter = one.name.getText();
      const isOptional = one.questionToken !== undefined || one.initializer !== undefined;
      facts.push(this.#fact(name, { aspect: 'required', parameter, yes: !isOptional }));
      if (one.type === undefined) continue;
      const type = this.#checker.getTypeFromTypeNode(one.type);
      const value = [one.type.getText(), this.#written(type)];
      if (one.type.getText().length < 80) facts.push(this.#fact(name, { aspect: 'type', parameter, value }));
      const allowed = literalsOf(type);
      if (allowed.length > 1)
        facts.push(this.#fact(name, { aspect: 'allowed', parameter, names: [...allowed] }));
      const documented = ts.getJSDocParameterTags(one)[0]?.getText();
      const initial = /^@param\s+(?:\{[^}]*\}\s*)?\[[\w.]+\s*=\s*([^\]]+)\]/.exec(documented ?? '')?.[1];
      if (initial !== undefined)
        facts.push(this.#fact(name, { aspect: 'default', parameter, value: [initial.trim()] }));
    }
    return facts;
  }

  /** Types, allowed values and documented defaults of the properties of an interface. */
  #properties(name: string, symbol: ts.Symbol): readonly Fact[] {
    const facts: Fact[] = [];
    for (const member of this.#checker.getPropertiesOfType(this.#checker.getDeclaredTypeOfSymbol(symbol))) {
      const [declaration] = member.declarations ?? [];
      if (declaration === undefined || !ts.isPropertySignature(declaration)) continue;
      if (!/^[a-z]\w*$/i.test(member.getName()) || declaration.type === undefined) continue;
      const own = `${name}.${member.getName()}`;
      const written = declaration.type.getText();
      const type = this.#checker.getTypeFromTypeNode(declaration.type);
      if (written.length < 80)
        facts.push(this.#fact(own, { aspect: 'type', value: [written, this.#written(type)] }));
      const allowed = literalsOf(type);
      if (allowed.length > 1) facts.push(this.#fact(own, { aspect: 'allowed', names: [...allowed] }));
      const tag = ts.getJSDocTags(declaration).find((one) => /^default(?:value)?$/i.test(one.tagName.text));
      const value = textOf(tag?.comment)
        .replace(/^`+|`+$/g, '')
        .trim();
      if (/^(?:[-\d.]+|true|false|null|undefined|'[^']*'|"[^"]*"|\[\]|\{\})$/.test(value)) {
        facts.push(this.#fact(own, { aspect: 'default', value: [value] }));
      }
    }
    return facts;
  }

  #written(type: ts.Type): string {
    return this.#checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  }
}

/** The values of a union of literals, `undefined` and `null` left out; empty for every other type. */
function literalsOf(type: ts.Type): readonly string[] {
  if (!type.isUnion()) return [];
  const parts = type.types.filter((one) => !(one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
  const isAll = parts.every((one) => one.isStringLiteral() || one.isNumberLiteral());
  if (!isAll || parts.length > 8) return [];
  return parts.map((one) => {
    const isMember = (one.flags & ts.TypeFlags.EnumLiteral) !== 0;
    return isMember ? one.symbol.getName() : one.isLiteral() ? String(one.value) : '';
  });
}

function leadingWords(node: ts.Node): string {
  const file = node.getSourceFile();
  return file.text.slice(node.getFullStart(), node.getEnd());
}

function textOf(comment: ts.JSDocTag['comment']): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim();
}

function never(): never {
  throw new Error('a symbol without declarations was read');
}
