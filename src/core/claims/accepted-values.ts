import type { Declaration, Literal, Quote } from '../source/index.ts';
import type { ProofKind } from './check.ts';
import type { Place } from './code-default.ts';
import { listedInType } from './listed-values.ts';

/** The values that the code lets pass. */
export interface AcceptedValues {
  readonly values: readonly Literal[];
  readonly evidence: readonly Quote[];
  readonly proof: ProofKind;
}

/**
 * The values that a parameter takes, by its annotation or by what the body raises for; empty where neither is a whole
 * list. `text` is the source, in which a type that has a name of its own is looked up.
 */
export function acceptedValues(
  place: Place,
  { declaration, text }: { readonly declaration: Declaration; readonly text: string },
): readonly AcceptedValues[] {
  const isRoot = place.parameter.name === place.path;
  const annotated = isRoot ? acceptedByType(place.parameter.type, text) : undefined;
  const validated = (declaration.signature?.body?.validations ?? [])
    .filter(({ path }) => path === place.path)
    .map(({ values, evidence }): AcceptedValues => ({ values, evidence, proof: 'syntax' }));
  return annotated === undefined ? validated : [annotated, ...validated];
}

/** The values that an annotation lists, an alias of the same file followed; `undefined` when it allows others. */
export function acceptedByType(type: Quote | undefined, text: string): AcceptedValues | undefined {
  if (type === undefined) return undefined;
  const bare = /^(?:Optional|typing\.Optional)\[(.*)\]$/s.exec(type.text)?.[1] ?? type.text;
  const alias = /^[A-Za-z_$][\w$]*$/.test(bare) ? aliasOf(bare, text) : undefined;
  const at = type.text.indexOf(bare);
  const inner = {
    text: bare,
    span: { start: type.span.start + at, end: type.span.start + at + bare.length },
  };
  const listed = listedInType(alias?.type ?? inner);
  if (listed?.isComplete !== true) return undefined;
  return {
    values: listed.values.map(({ literal }) => literal),
    evidence: alias === undefined ? [type] : [type, alias.whole],
    proof: 'types',
  };
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
