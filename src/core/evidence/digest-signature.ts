import {
  type DocComment,
  type DocParameter,
  type Fallback,
  type LanguageFamily,
  type OutlineSymbol,
  type Parameter,
  type Quote,
  type Signature,
  sameLiteral,
} from '../source/index.ts';
import { documentedParameterDefault, stated, statedValue } from './documented-facts.ts';
import type { ParameterRecord, SignatureRecord, Stated } from './module-record.ts';

/** The module that is digested. */
export interface DigestSource {
  readonly text: string;
  readonly family: LanguageFamily;
}

/** A signature with what the documentation of its symbol adds. */
export function digestSignature(
  signature: Signature,
  { declaration }: OutlineSymbol,
  source: DigestSource,
): SignatureRecord {
  const doc = declaration.doc;
  const returns =
    declaration.kind === 'class'
      ? undefined
      : source.family === 'c-family'
        ? declaredBefore(source.text, declaration.nameSpan.start, signature.returnType)
        : returnsOf(signature, doc);
  return {
    parameters: signature.parameters.map((parameter, index) =>
      digestParameter(parameter, {
        signature,
        source,
        ...entryOf(doc, parameter, index),
      }),
    ),
    ...(returns === undefined ? {} : { returns }),
    ...(returns === undefined && saysNothing(signature, source) ? { givesNothing: true as const } : {}),
    isAsync: signature.isAsync,
  };
}

/** Whether a signature without a type says that nothing comes back, as in languages where it would need one. */
function saysNothing({ result, returnType }: Signature, { family }: DigestSource): boolean {
  return result === 'nothing' && returnType === undefined && /^(?:go|rust|kotlin)$/.test(family);
}

function entryOf(doc: DocComment | undefined, parameter: Parameter, index: number): Entries {
  if (doc === undefined) return { below: [] };
  const roots = [...new Set(doc.parameters.map(({ name }) => name.text.split('.')[0] ?? ''))];
  const root = parameter.name === '' ? (roots[index] ?? '') : parameter.name;
  const entry = doc.parameters.find(({ name }) => name.text === root);
  const below = doc.parameters.filter(({ name }) => name.text.startsWith(`${root}.`));
  return entry === undefined ? { below } : { entry, below };
}

interface Entries {
  readonly entry?: DocParameter;
  /** Entries of its properties: `options.timeout`. */
  readonly below: readonly DocParameter[];
}

interface ParameterPlace extends Entries {
  readonly signature: Signature;
  readonly source: DigestSource;
}

function digestParameter(parameter: Parameter, place: ParameterPlace): ParameterRecord {
  const { entry, source, signature } = place;
  const fallback = parameter.initial === undefined ? agreed(signature, parameter.name) : undefined;
  const initial =
    parameter.initial === undefined ? fallback : statedValue(parameter.initial, parameter.quote);
  const documented = entry === undefined ? undefined : documentedParameterDefault(entry, source.text);
  const type = parameter.type ?? entry?.type;
  const written = source.family === 'c-family' ? declaredType(parameter) : undefined;
  return {
    name: parameter.name,
    kind: parameter.kind,
    optional: parameter.optional || fallback !== undefined || (entry?.optional ?? false),
    span: parameter.quote.span,
    ...(type === undefined ? {} : { type: written ?? stated(type) }),
    ...(initial === undefined ? {} : { initial }),
    ...(documented === undefined ? {} : { documented }),
    properties: propertiesOf(parameter, place),
  };
}

/** What the parameter's argument may hold, by its pattern, by the body and by the documentation. */
function propertiesOf(parameter: Parameter, place: ParameterPlace): ParameterRecord['properties'] {
  const found = new Map<string, ParameterRecord['properties'][number]>();
  for (const { name, quote, initial } of parameter.properties) {
    const value = initial === undefined ? undefined : statedValue(initial, quote);
    found.set(name, { name, span: quote.span, ...(value === undefined ? {} : { default: value }) });
  }
  const prefix = `${parameter.name}.`;
  const paths = place.signature.body?.fallbacks.map(({ path }) => path) ?? [];
  for (const path of parameter.name === '' ? [] : new Set(paths.filter((one) => one.startsWith(prefix)))) {
    const value = agreed(place.signature, path);
    const name = path.slice(prefix.length);
    if (value !== undefined && !name.includes('.'))
      found.set(name, { name, span: spanOf(value), default: value });
  }
  for (const entry of place.below) {
    const name = entry.name.text.slice(entry.name.text.indexOf('.') + 1);
    const value = documentedParameterDefault(entry, place.source.text);
    if (found.has(name)) continue;
    found.set(name, { name, span: entry.name.span, ...(value === undefined ? {} : { default: value }) });
  }
  return [...found.values()];
}

function spanOf(value: Stated): ParameterRecord['span'] {
  return value.spans[0] ?? { start: 0, end: 0 };
}

/** The one value that a body falls back to for a path; several different ones decide nothing. */
function agreed({ body }: Signature, path: string): Stated | undefined {
  const fallbacks = body?.fallbacks.filter((one) => one.path === path && keepsWhole(one)) ?? [];
  const [first] = fallbacks;
  const literal = first?.value.literal;
  if (first === undefined || literal === undefined || literal.type === 'nothing') return undefined;
  const isOne = fallbacks.every(
    ({ value }) => value.literal !== undefined && sameLiteral(value.literal, literal),
  );
  return isOne ? statedValue(first.value, first.quote) : undefined;
}

/** Whether what was given is used as it is: `x ?? 1`, but not `x == null ? 0 : x.length`. */
function keepsWhole({ path, quote }: Fallback): boolean {
  if (!/[^?]\?[^?.]/.test(quote.text)) return true;
  const plain = quote.text.replaceAll(/\s+/g, ' ');
  return plain.endsWith(`: ${path}`) || plain.includes(`? ${path} :`);
}

/** In C and C++ stars, `&` and `const` around the type belong to it: all that stands in front of the name. */
function declaredBefore(text: string, name: number, type: Quote | undefined): Stated | undefined {
  if (type === undefined) return undefined;
  const qualifier = /(?:\bconst\s+)$/.exec(text.slice(Math.max(0, type.span.start - 40), type.span.start));
  const start = type.span.start - (qualifier?.[0].length ?? 0);
  const whole = text.slice(start, name).trimEnd();
  return /^[\w:<>,\s*&]+$/.test(whole)
    ? { value: whole, spans: [{ start, end: start + whole.length }] }
    : undefined;
}

/** The parameter without its name and its default; all of it where the name stands inside its type. */
function declaredType({ name, quote }: Parameter): Stated {
  const plain = quote.text.replace(/\s*=[\s\S]*$/, '').trimEnd();
  const isLast = name !== '' && new RegExp(`[\\s*&]${name}$`).test(plain);
  const value = isLast ? plain.slice(0, -name.length).trimEnd() : plain;
  return { value, spans: [{ start: quote.span.start, end: quote.span.start + value.length }] };
}

/** By the annotation, else by the documentation: its type, else its first sentence. */
function returnsOf({ returnType }: Signature, doc: DocComment | undefined): Stated | undefined {
  if (returnType !== undefined) return stated(returnType);
  const [documented, ...others] = doc?.returns ?? [];
  if (documented === undefined || others.length > 0) return undefined;
  const { type, claim } = documented;
  // `:rtype:` has a line of its own.
  if (type !== undefined)
    return { value: type.text, spans: [claim.text.includes(type.text) ? claim.span : type.span] };
  const sentence = /^[^\n]*?(?=\.(?:\s|$)|$)/m.exec(documented.description.text)?.[0].trim() ?? '';
  return sentence === '' ? undefined : stated(documented.description.quote(0, sentence.length));
}
