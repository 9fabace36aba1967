import type { Evidence } from '../evidence/index.ts';
import { type Declaration, type Literal, type Quote, SourceText } from '../source/index.ts';
import type { ProofKind } from './check.ts';
import type { Place } from './code-default.ts';
import { enumValues } from './enum-values.ts';
import { importedName } from './imported-name.ts';
import { listedInType } from './listed-values.ts';
import type { NamesAround } from './names-around.ts';

/** The values that the code lets pass. */
export interface AcceptedValues {
  readonly values: readonly Literal[];
  readonly evidence: readonly Quote[];
  /** Places in other files. */
  readonly elsewhere?: readonly Evidence[];
  readonly proof: ProofKind;
}

/**
 * The values that a parameter takes, by its annotation or by what the body raises for; empty where neither is a whole
 * list. `text` is the source, in which a type that has a name of its own is looked up.
 */
export async function acceptedValues(
  place: Place,
  { declaration, ...source }: TypeSource & { readonly declaration: Declaration },
): Promise<readonly AcceptedValues[]> {
  const isRoot = place.parameter.name === place.path;
  const annotated = isRoot ? await acceptedByType(place.parameter.type, source) : undefined;
  const validated = (declaration.signature?.body?.validations ?? [])
    .filter(({ path }) => path === place.path)
    .map(({ values, evidence }): AcceptedValues => ({ values, evidence, proof: 'syntax' }));
  return annotated === undefined ? validated : [annotated, ...validated];
}

/** Where the names of types are looked up: the source, and the project's modules that it imports. */
export interface TypeSource {
  readonly text: string;
  readonly around?: NamesAround;
}

/**
 * The values that an annotation lists, an alias or an enum followed, also into another module of the project; `undefined`
 * when it allows others.
 */
export async function acceptedByType(
  type: Quote | undefined,
  source: TypeSource,
): Promise<AcceptedValues | undefined> {
  if (type === undefined) return undefined;
  const bare = /^(?:Optional|typing\.Optional)\[(.*)\]$/s.exec(type.text)?.[1] ?? type.text;
  const isName = /^[A-Za-z_$][\w$]*$/.test(bare);
  const found = isName ? (namedValues(bare, source.text) ?? (await importedValues(bare, source))) : undefined;
  if (found !== undefined) {
    const { values, whole, elsewhere } = found;
    const evidence = elsewhere === undefined ? [type, whole] : [type];
    return {
      values,
      evidence,
      proof: 'types',
      ...(elsewhere === undefined ? {} : { elsewhere: [elsewhere] }),
    };
  }
  const at = type.text.indexOf(bare);
  const inner = {
    text: bare,
    span: { start: type.span.start + at, end: type.span.start + at + bare.length },
  };
  const listed = listedInType(inner);
  if (listed?.isComplete !== true) return undefined;
  return {
    values: listed.values.map(({ literal }) => literal),
    evidence: [type],
    proof: 'types',
  };
}

interface NamedValues {
  readonly values: readonly Literal[];
  readonly whole: Quote;
  /** Where another file says so. */
  readonly elsewhere?: Evidence;
}

/** The values of an alias or an enum of a text. */
function namedValues(name: string, text: string): NamedValues | undefined {
  const alias = aliasOf(name, text);
  if (alias === undefined) return enumValues(name, text);
  const listed = listedInType(alias.type);
  if (listed?.isComplete !== true) return undefined;
  return { values: listed.values.map(({ literal }) => literal), whole: alias.whole };
}

/** The values of an alias or an enum that another module of the project declares. */
async function importedValues(name: string, { text, around }: TypeSource): Promise<NamedValues | undefined> {
  const imported = around === undefined ? undefined : importedName(name, text);
  const module = imported && (await around?.module(imported.specifier));
  const found = module && namedValues(imported.name, module.text);
  if (module === undefined || found === undefined) return undefined;
  const range = new SourceText(module.text).rangeOf(found.whole.span);
  return { ...found, elsewhere: { path: module.path, range, quote: found.whole.text } };
}

/** `type Name = …`, `Name = Literal[…]`, `@typedef {…} Name` of the file, where there is exactly one. */
function aliasOf(name: string, text: string): { readonly type: Quote; readonly whole: Quote } | undefined {
  const word = name.replaceAll('$', '\\$');
  const declared = new RegExp(
    String.raw`^(?:export\s+)?(?:declare\s+)?(?:type\s+${word}\s*=\s*([^;]{1,600}?)(?:;|\n(?=\S)|\n\n)|${word}(?:\s*:\s*[\w.]*TypeAlias)?\s*=\s*((?:[\w.]*\.)?Literal\[[^\]]{1,600}\]))`,
    'gmd',
  );
  const matches = [...text.matchAll(declared)];
  const [match] = matches;
  const place = match?.indices?.[1] ?? match?.indices?.[2];
  if (match === undefined || place === undefined || matches.length > 1) return undefined;
  // The members of a union may stand in a column, each behind its bar.
  const raw = text.slice(place[0], place[1]);
  const lead = /^\s*\|?\s*/.exec(raw)?.[0].length ?? 0;
  const type = raw.slice(lead);
  const start = place[0] + lead;
  return {
    type: { text: type, span: { start, end: start + type.length } },
    whole: {
      text: match[0].trimEnd(),
      span: { start: match.index, end: match.index + match[0].trimEnd().length },
    },
  };
}
