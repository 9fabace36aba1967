import { type BodyFacts, type Declaration, findTag, type Signature } from '../source/index.ts';

/** Decorators that hand on what the function takes and gives. */
const transparent =
  /^(?:staticmethod|classmethod|(?:functools\.)?(?:lru_cache|cache)\b.*|(?:typing\.)?(?:override|final)|(?:[\w.]*\.)?deprecated\b.*)$/s;

/** Tags that say that what is documented is, or may be, elsewhere. */
const elsewhere = [
  'abstract',
  'virtual',
  'interface',
  'overload',
  'override',
  'inheritdoc',
  'callback',
  'typedef',
  'class',
];

/** A function's signature with the body that its callers run. */
export interface OwnBody {
  readonly signature: Signature;
  readonly body: BodyFacts;
}

/**
 * The body that callers of a documented function run. `undefined` where it is not there or not the whole of it: a
 * class, an abstract method, an overload, an accessor, a stub, a function under a decorator that may replace it, and
 * code that the parser did not understand.
 */
export function ownBodyOf({
  doc,
  signature,
  modifiers,
  decorators,
  kind,
  hasError,
}: Declaration): OwnBody | undefined {
  const body = signature?.body;
  const isSpecial = (['abstract', 'overload', 'accessor', 'constructor'] as const).some((one) =>
    modifiers.has(one),
  );
  const isElsewhere = doc !== undefined && findTag(doc, ...elsewhere) !== undefined;
  const isWrapped = decorators.some(({ text }) => !transparent.test(text));
  if (signature === undefined || body === undefined || body.isStub) return undefined;
  if (kind === 'class' || hasError || isSpecial || isElsewhere || isWrapped) return undefined;
  return { signature, body };
}
