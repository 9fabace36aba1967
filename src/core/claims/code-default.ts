import {
  type CodeValue,
  type Declaration,
  type DocParameter,
  type Fallback,
  isFalsyLiteral,
  type Literal,
  type Parameter,
  type Quote,
  sameLiteral,
} from '../source/index.ts';

/** A value of the code that a reader can tell, with the places that prove it. */
export interface KnownValue {
  readonly value: CodeValue & { readonly literal: Literal };
  readonly evidence: readonly Quote[];
}

/** What the code says of a default. */
export interface CodeDefault {
  /** Values that a comment may rightly name: the declared one, and the one that the body falls back to. */
  readonly candidates: readonly KnownValue[];
  /** The value that holds when nothing is given; absent where the code doesn't tell for sure. */
  readonly effective?: KnownValue;
  /** The parameter, when it has no default at all, so that nobody can leave it out. */
  readonly required?: Parameter;
}

const unknown: CodeDefault = { candidates: [] };

/** The initial value of a variable or property. */
export function initialValueOf({ initial, head, hasError }: Declaration): CodeDefault {
  // The head of a long declaration ends before its value.
  const isInside = initial !== undefined && initial.quote.span.end <= head.span.end;
  const known = hasError ? undefined : knownValue(initial, isInside ? head : initial?.quote);
  if (known === undefined) return unknown;
  return known.value.literal.type === 'nothing' || known.value.isProvisional === true
    ? { candidates: [known] }
    : { candidates: [known], effective: known };
}

/** The default of the parameter, or of the property of a parameter, that an entry documents. */
export function parameterDefaultOf(entry: DocParameter, declaration: Declaration): CodeDefault {
  // An overload's parameters are decided by another declaration.
  if (declaration.modifiers.has('overload') || declaration.hasError) return unknown;
  const place = locate(entry, declaration);
  if (place === undefined) return unknown;
  const { path, parameter, declared, quote } = place;
  const body = declaration.signature?.body;
  const fallbacks = (body?.fallbacks ?? []).filter((fallback) => fallback.path === path);
  const fallback = agreed(fallbacks);
  const own = knownValue(declared, quote);
  const candidates = [own, fallback].filter((one) => one !== undefined);
  if (own !== undefined && own.value.literal.type !== 'nothing') {
    const isReplaced = isFalsyLiteral(own.value.literal) && fallbacks.some(({ when }) => when === 'falsy');
    return isReplaced ? { candidates } : { candidates, effective: own };
  }
  if (fallback !== undefined) return { candidates, effective: fallback };
  const isRequired = declared === undefined && !parameter.optional && parameter.kind === 'plain';
  const isRoot = path === parameter.name && fallbacks.length === 0;
  return isRequired && isRoot ? { candidates, required: parameter } : { candidates };
}

/** Where the code declares what an entry documents. */
export interface Place {
  /** As the body would name it: `timeout`, `options.timeout`. */
  readonly path: string;
  readonly parameter: Parameter;
  readonly declared: CodeValue | undefined;
  /** What declares it. */
  readonly quote: Quote;
}

/** Where an entry's parameter is declared; `options.timeout` may lead to a property of a destructured one. */
export function locate(entry: DocParameter, declaration: Declaration): Place | undefined {
  const parameters = declaration.signature?.parameters ?? [];
  const path = entry.name.text;
  const [root = '', ...rest] = path.split('.');
  const named = parameters.find((parameter) => parameter.name === root);
  if (named !== undefined) {
    const declared = rest.length === 0 ? named.initial : undefined;
    return { path, parameter: named, declared, quote: named.quote };
  }
  const roots = [...new Set(declaration.doc?.parameters.map((one) => one.name.text.split('.')[0]))];
  const parameter = parameters[roots.indexOf(root)];
  if (parameter?.kind !== 'destructured' || rest.length !== 1) return undefined;
  const property = parameter.properties.find((one) => one.name === rest[0]);
  if (property === undefined) return undefined;
  return { path: property.name, parameter, declared: property.initial, quote: property.quote };
}

function knownValue(value: CodeValue | undefined, whole: Quote | undefined): KnownValue | undefined {
  if (value?.literal === undefined || whole === undefined) return undefined;
  const evidence = value.constant === undefined ? [whole] : [whole, value.constant];
  return { value: { ...value, literal: value.literal }, evidence };
}

/** The one value that the body falls back to; several different ones decide nothing. */
function agreed(fallbacks: readonly Fallback[]): KnownValue | undefined {
  const [first] = fallbacks;
  const known = first === undefined ? undefined : knownValue(first.value, first.quote);
  if (known === undefined || known.value.literal.type === 'nothing') return undefined;
  const isOne = fallbacks.every(
    ({ value }) => value.literal !== undefined && sameLiteral(value.literal, known.value.literal),
  );
  return isOne ? known : undefined;
}
