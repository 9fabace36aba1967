import type { ModuleOutline, OutlineSymbol } from '../source/index.ts';
import { type DigestSource, digestSignature } from './digest-signature.ts';
import {
  decoratedDeprecation,
  decoratedSince,
  documentedDefault,
  documentedDeprecation,
  documentedRaises,
  ownRaises,
  stated,
  statedValue,
} from './documented-facts.ts';
import { deprecatedVersion, documentedSince } from './documented-history.ts';
import type { ModuleRecord, Stated, SymbolRecord } from './module-record.ts';
import { namesOfType } from './type-names.ts';

type Outline = ModuleOutline & { readonly isWhole: boolean };

/** A module's outline reduced to what facts are made of; `undefined` stands for a text that nothing was read of. */
export function digestModule(outline: Outline | undefined, source: DigestSource): ModuleRecord {
  if (outline === undefined) {
    return { symbols: [], imports: [], exports: [], companions: [], reading: 'nothing' };
  }
  return {
    symbols: outline.symbols.map((symbol) => digestSymbol(symbol, source)),
    imports: outline.imports.map(({ quote: _, ...binding }) => binding),
    exports: outline.exports,
    companions: outline.companions,
    ...(outline.listed === undefined ? {} : { listed: outline.listed }),
    reading: readingOf(outline),
  };
}

/** A text with errors of which nothing else came out is none of this language. */
function readingOf({ isWhole, symbols, imports, exports }: Outline): ModuleRecord['reading'] {
  if (isWhole) return 'whole';
  return symbols.length + imports.length + exports.length === 0 ? 'nothing' : 'partly';
}

function digestSymbol(symbol: OutlineSymbol, source: DigestSource): SymbolRecord {
  const { path, scope, declaration } = symbol;
  const isAccessor = declaration.modifiers.has('accessor');
  const isMember =
    declaration.kind === 'property' && source.family === 'c-family' && symbol.signatures.length > 0;
  const isCallable = declaration.kind === 'function' || declaration.kind === 'method' || isMember;
  // What the parser met an error in may have lost a parameter.
  const isUnsure = declaration.hasError && isCallable;
  const signatures = isUnsure ? [] : symbol.signatures;
  const deprecated = deprecationOf(symbol, source);
  const type = typeOf(symbol, isAccessor);
  const initial = initialOf(symbol);
  const documented =
    declaration.doc === undefined || isCallable ? undefined : documentedDefault(declaration.doc, source.text);
  return {
    path,
    scope,
    // A member function of C++ is declared as a field is.
    kind: isAccessor ? 'property' : isCallable ? callableKind(declaration.kind) : declaration.kind,
    head: declaration.head.span,
    signatures: isAccessor ? [] : signatures.map((one) => digestSignature(one, symbol, source)),
    isOverload: declaration.modifiers.has('overload'),
    isAccessor,
    isOptional: source.text[declaration.nameSpan.end] === '?',
    ...(type === undefined ? {} : { type }),
    ...(initial === undefined ? {} : { initial }),
    ...(documented === undefined ? {} : { documented }),
    ...(deprecated === undefined ? {} : { deprecated }),
    raises: raisesOf(symbol, source),
    ...historyOf(symbol, deprecated, source),
    ...actsOf(symbol),
    types: typesOf(symbol, source),
    aliases: aliasesOf(symbol),
    // What a call gives back is no name; it stays as it is, so that nothing answers to it.
    bases: declaration.bases.map(({ text }) => text.replace(/[<[][\s\S]*$/, '').trim()),
  };
}

/** The versions that its comment, or the note of its deprecation, names. */
function historyOf(
  { declaration }: OutlineSymbol,
  deprecated: Stated | undefined,
  { text }: DigestSource,
): Pick<SymbolRecord, 'since' | 'deprecatedIn'> {
  const { doc } = declaration;
  const since = decoratedSince(declaration) ?? (doc === undefined ? undefined : documentedSince(doc, text));
  const deprecatedIn = deprecatedVersion(doc, deprecated, text);
  return {
    ...(since === undefined ? {} : { since }),
    ...(deprecatedIn === undefined ? {} : { deprecatedIn }),
  };
}

/** What calling it does beside returning. */
function actsOf(symbol: OutlineSymbol): Pick<SymbolRecord, 'raisedByItself' | 'isGenerator' | 'decorators'> {
  const { declaration, does } = symbol;
  const raisedByItself = ownRaises(symbol);
  const isGenerator = does?.isGenerator ?? declaration.signature?.body?.isGenerator ?? false;
  const decorators = declaration.decorators.map(({ text }) => /^[\w.$]*/.exec(text)?.[0] ?? '');
  return {
    ...(raisedByItself.length === 0 ? {} : { raisedByItself }),
    ...(isGenerator ? { isGenerator: true } : {}),
    ...(decorators.length === 0 ? {} : { decorators }),
  };
}

function callableKind(kind: SymbolRecord['kind']): SymbolRecord['kind'] {
  return kind === 'property' ? 'method' : kind;
}

function deprecationOf(
  { declaration, deprecation }: OutlineSymbol,
  { text }: DigestSource,
): Stated | undefined {
  const decorated = decoratedDeprecation(declaration);
  const own = declaration.doc === undefined ? undefined : documentedDeprecation(declaration.doc, text);
  // An annotation without words leaves them to the comment.
  if (decorated !== undefined) return decorated.value === '' ? (own ?? decorated) : decorated;
  if (deprecation !== undefined) return { value: deprecation.note.text, spans: [deprecation.whole.span] };
  return own;
}

/** What the comment names, then what the declaration itself adds: `throws IOException`. */
function raisesOf(
  { declaration: { doc, head, kind } }: OutlineSymbol,
  { family }: DigestSource,
): readonly Stated[] {
  const documented = doc === undefined ? [] : documentedRaises(doc);
  const clause =
    family === 'java' && kind === 'method' ? /\)\s*throws\s+([\w.,\s]+?)\s*;?$/.exec(head.text) : null;
  if (clause === null) return documented;
  const start = head.span.start + clause.index + 1;
  const span = { start: start + (/\S/.exec(clause[0].slice(1))?.index ?? 0), end: head.span.end };
  const declared = (clause[1] ?? '')
    .split(',')
    .map((name): Stated => ({ value: name.trim(), spans: [span] }));
  return [...documented, ...declared.filter(({ value }) => !documented.some((one) => one.value === value))];
}

function typeOf({ declaration }: OutlineSymbol, isAccessor: boolean): Stated | undefined {
  const { kind, type, initial, signature } = declaration;
  if (isAccessor && signature?.returnType !== undefined) return stated(signature.returnType);
  if (kind === 'type') return initial === undefined ? undefined : stated(initial.quote);
  return type === undefined ? undefined : stated(type);
}

function initialOf({ declaration }: OutlineSymbol): Stated | undefined {
  const { kind, initial } = declaration;
  if (kind === 'type' || initial === undefined) return undefined;
  if (initial.quote.text.length > 200) return undefined;
  return statedValue(initial, declaration.head);
}

/** Names of what the type, or the call that makes the initial value, leads to. */
function typesOf({ declaration }: OutlineSymbol, { family }: DigestSource): readonly string[] {
  const { kind, type, initial } = declaration;
  const written = kind === 'type' ? initial?.quote.text : type?.text;
  if (written !== undefined) return family === 'ecmascript' ? namesOfType(written) : [];
  const call = family === 'python' ? /^([A-Za-z_][\w.]*)\(/ : /^new\s+([A-Za-z_$][\w$.]*)/;
  const made = call.exec(initial?.quote.text ?? '')?.[1];
  // By custom a name that begins with a capital is a class: what it makes has its members.
  return made !== undefined && /(?:^|\.)_?[A-Z][^.]*$/.test(made) ? [made] : [];
}

/** The name that the symbol is another name of. */
function aliasesOf({ declaration }: OutlineSymbol): readonly string[] {
  const { kind, initial, type } = declaration;
  if (kind === 'type' || type !== undefined || initial === undefined) return [];
  return /^[A-Za-z_$][\w$]*(?:\.[\w$]+)*$/.test(initial.quote.text) && initial.literal?.type === 'name'
    ? [initial.quote.text]
    : [];
}
