import {
  handedOnParameter,
  type OverloadAgreement,
  type ParameterFacts,
  type SymbolFacts,
} from '../../evidence/index.ts';

/** What a declaration has under the name of a parameter. */
export type InstalledParameter =
  | { readonly type: 'found'; readonly parameter: ParameterFacts }
  /** The declaration lists all that it takes, and this isn't among it. */
  | { readonly type: 'absent' }
  /** It may be taken all the same, or means several things; `listed` are properties of objects that are seen. */
  | { readonly type: 'open'; readonly listed: readonly ParameterFacts[] };

/** Finds a parameter, or a property of an options object by its own name. */
export function installedParameter(facts: SymbolFacts, name: string): InstalledParameter {
  const plain = name.replace(/^\*+|^\.{3}/, '');
  const all = facts.parameters ?? [];
  if (isUnreadable(facts)) return { type: 'open', listed: [] };
  const exact = all.find((one) => one.name === plain);
  const inside = all.filter(({ kind, name: own }) => kind === 'property' && own.endsWith(`.${plain}`));
  const [only, ...others] = exact === undefined ? inside : [exact];
  if (only !== undefined)
    return others.length === 0 ? { type: 'found', parameter: only } : { type: 'open', listed: [] };
  const further = handedOnParameter(facts, plain);
  if (further !== undefined) return { type: 'found', parameter: further };
  return facts.overloads > 1 || facts.wrapper !== undefined || all.some((one) => takesMore(one, facts))
    ? { type: 'open', listed: facts.overloads > 1 ? [] : all.filter(({ kind }) => kind === 'property') }
    : { type: 'absent' };
}

/** Whether what the declaration says of a parameter's default holds for every way to call it. */
export function isSettled({ overloads, agreement, wrapper }: SymbolFacts, { name }: ParameterFacts): boolean {
  if (wrapper !== undefined) return false;
  if (overloads === 1) return true;
  const speaks = ({ defaults, parameters }: OverloadAgreement) =>
    defaults.includes(name) || parameters.some((one) => one === name || name.startsWith(`${one}.`));
  return agreement !== undefined && speaks(agreement);
}

/** Whether nothing can be said of its call: it is none, or is made elsewhere. */
export function isUnreadable(facts: SymbolFacts): boolean {
  const { kind, head } = facts;
  const isJoined =
    (kind === 'variable' || kind === 'property') && /:[^=({]*\btypeof\b[^=({]*[&|]/.test(head.quote);
  return isJoined || facts.isCallUnknown === true || facts.parameters === undefined;
}

/** Whether a parameter takes what the declaration doesn't list: of an object some properties may stay unseen. */
function takesMore({ kind, type }: ParameterFacts, { package: { ecosystem } }: SymbolFacts): boolean {
  // In Python what is taken by place has no names.
  if (kind === 'rest') return ecosystem === 'npm';
  if (kind === 'keyword-rest' || kind === 'destructured') return true;
  if (ecosystem !== 'npm' || kind === 'property') return false;
  return !/^(?:string|number|boolean|bigint|Buffer)$/.test(type?.value ?? '');
}

/** Whether the declaration proves that a parameter must be passed: plain JavaScript lets any be left out. */
export function mustBePassed(parameter: ParameterFacts): boolean {
  if (parameter.optional || parameter.default !== undefined) return false;
  const isPlain = parameter.kind === 'plain' || parameter.kind === 'keyword-only';
  return isPlain && !/\.(?:js|jsx|mjs|cjs)$/i.test(parameter.evidence.path);
}
