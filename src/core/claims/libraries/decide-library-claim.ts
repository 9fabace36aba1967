import type { ParameterFacts, SymbolFacts } from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import type { Literal, Quote } from '../../source/index.ts';
import { isSlip } from '../checks/near-name.ts';
import { decideDefault, decideFlag } from './decide-library-default.ts';
import { decideDeprecated, decideLeast, decideRemoved, decideSince } from './decide-library-history.ts';
import { installedParameter, isUnreadable, mustBePassed } from './installed-parameter.ts';
import type { LibraryClaim, Saying } from './library-claim.ts';
import { borneOut, clip, corrected, type LibraryOutcome, labelOf, open, refuted } from './library-outcome.ts';

/** What deciding a claim needs beside the facts. */
export interface FactsOfClaim {
  readonly claim: LibraryClaim;
  readonly facts: SymbolFacts;
  /** The value of an expression in the language of a declaration's file. */
  readonly readLiteral: (expression: string, path: string) => Promise<Literal | undefined>;
}

/** Holds what a comment says of a symbol against the facts of its installed declaration. */
export async function decideByFacts({ claim, facts, readLiteral }: FactsOfClaim): Promise<LibraryOutcome> {
  const { says, subject } = claim;
  const label = labelOf(facts, subject.text);
  switch (says.type) {
    case 'default':
      return decideDefault(says, { facts, label, readLiteral });
    case 'flag':
      return decideFlag(says, { facts, label, readLiteral });
    case 'takes':
      return decideTakes(says, facts, label);
    case 'required':
      return decideRequired(says, facts, label);
    case 'returns':
      return decideReturns(says.what, facts, label);
    case 'raises':
      return decideRaises(says.exception, facts, label);
    case 'async':
      return decideAsync(says.holds, facts, label);
    case 'deprecated':
      return decideDeprecated(says, facts, label);
    case 'since':
      return decideSince(says.version, facts, label);
    case 'removed':
      return decideRemoved(says.version, facts, label);
    case 'exists':
      return borneOut({
        id: 'check.library.exists',
        values: label,
        proof: 'names',
        evidence: [facts.head],
        confidence: 0.95,
      });
    case 'least':
      return decideLeast(says.version, facts, label);
  }
}

type Label = ReturnType<typeof labelOf>;

function untold(facts: SymbolFacts, label: Label): LibraryOutcome {
  return open(message('check.library.untold', label), [facts.head]);
}

function decideTakes(
  { parameter, holds }: Extract<Saying, { type: 'takes' }>,
  facts: SymbolFacts,
  label: Label,
): LibraryOutcome {
  const found = installedParameter(facts, parameter.text);
  const values = { ...label, parameter: clip(parameter.text) };
  if (found.type === 'found') {
    const { evidence } = found.parameter;
    const id = 'check.library.takes';
    const decided = { id, values, proof: 'names', evidence: [evidence], confidence: 0.95 } as const;
    return holds ? borneOut(decided) : refuted(decided);
  }
  const plain = (one: ParameterFacts) => one.name.split('.').at(-1) ?? one.name;
  const listed =
    found.type === 'open' ? found.listed : (facts.parameters ?? []).filter(({ kind }) => kind !== 'property');
  const [near, ...others] = listed.filter((one) => isSlip(plain(one), parameter.text));
  const isOneSlip = near !== undefined && others.length === 0;
  if (found.type === 'open' && !(holds && isOneSlip)) return untold(facts, label);
  const names = clip((found.type === 'open' && isOneSlip ? [near] : listed).map(plain).join(', ') || '–');
  const evidence = isOneSlip ? near.evidence : facts.head;
  const id = 'check.library.takes-not';
  const decided = {
    id,
    values: { ...values, names },
    proof: 'names',
    evidence: [evidence],
    confidence: 0.93,
  } as const;
  if (!holds) return borneOut(decided);
  return isOneSlip ? corrected(refuted(decided), parameter, plain(near)) : refuted(decided);
}

function decideRequired(
  { parameter, holds }: Extract<Saying, { type: 'required' }>,
  facts: SymbolFacts,
  label: Label,
): LibraryOutcome {
  const found = installedParameter(facts, parameter.text);
  if (found.type !== 'found' || facts.overloads > 1 || facts.wrapper !== undefined)
    return untold(facts, label);
  const { optional, default: initial, evidence } = found.parameter;
  const isOptional = optional || initial !== undefined;
  if (!isOptional && !mustBePassed(found.parameter)) return untold(facts, label);
  const id = isOptional ? 'check.library.optional' : 'check.library.required';
  const values = { ...label, parameter: clip(parameter.text) };
  const decided = { id, values, proof: 'names', evidence: [evidence], confidence: 0.93 } as const;
  // What may be left out may have to be passed for some purpose.
  if (holds !== isOptional) return borneOut(decided);
  return refuted(decided, isOptional ? 'information' : 'warning');
}

/** Names of one kind of value; a claim of one kind is false of another. */
const kinds: readonly (readonly [kind: string, names: readonly string[]])[] = [
  ['text', ['str', 'string', '字符串']],
  ['number', ['number', 'int', 'integer', 'float', '数字', '整数']],
  ['boolean', ['bool', 'boolean', '布尔值']],
  ['nothing', ['none', 'void', 'nothing', 'undefined', 'null']],
  ['list', ['list', 'array', '列表', '数组']],
  ['record', ['dict', 'dictionary', '字典']],
  ['promise', ['promise']],
];

function decideReturns(what: string, facts: SymbolFacts, label: Label): LibraryOutcome {
  const { returns, agreement, overloads } = facts;
  const isOne = overloads === 1 || agreement?.returns === true;
  if (returns === undefined || isUnreadable(facts) || !isOne || facts.wrapper !== undefined)
    return untold(facts, label);
  // What comes back from an asynchronous function is told in two ways.
  if (facts.isAsync || facts.kind === 'class') return untold(facts, label);
  const declared =
    kindOf(returns.value.replace(/^(?:builtins|typing)\./, '').replace(/^(\w+)\s*[<[].*[>\]]$/s, '$1')) ??
    kindOf(/^[\w."'{}: ]+\[\]$/.test(returns.value) ? 'array' : '');
  const said = kindOf(what);
  if (declared === undefined || said === undefined) return untold(facts, label);
  const values = { ...label, actual: clip(returns.value) };
  const decided = {
    id: 'check.library.returns',
    values,
    proof: 'types',
    evidence: returns.evidence,
    confidence: 0.9,
  } as const;
  if (declared === said) return borneOut(decided);
  // Integers stand for truth in some libraries.
  const isClose = new Set([declared, said]).has('boolean') && new Set([declared, said]).has('number');
  return isClose ? untold(facts, label) : refuted(decided);
}

function kindOf(name: string): string | undefined {
  return kinds.find(([, names]) => names.includes(name.toLowerCase()))?.[0];
}

function decideRaises(exception: Quote, facts: SymbolFacts, label: Label): LibraryOutcome {
  const last = (name: string) => name.split('.').at(-1) ?? name;
  const known = [...(facts.raises ?? []), ...(facts.raisedByItself ?? [])];
  const said = last(exception.text);
  const same = known.find(({ value }) => last(value) === said);
  const values = { ...label, exception: clip(said) };
  if (same !== undefined) {
    return borneOut({
      id: 'check.library.raises',
      values,
      proof: 'names',
      evidence: same.evidence,
      confidence: 0.9,
    });
  }
  const near = known.filter(({ value }) => isSlip(last(value), said));
  const [only] = near;
  if (only === undefined || new Set(near.map(({ value }) => last(value))).size > 1)
    return untold(facts, label);
  const actual = last(only.value);
  const outcome = refuted({
    id: 'check.library.raises',
    values: { ...label, exception: actual },
    proof: 'names',
    evidence: only.evidence,
    confidence: 0.9,
  });
  const { start, end } = exception.span;
  return corrected(
    outcome,
    { text: said, span: { start: end - said.length, end: Math.max(end, start) } },
    actual,
  );
}

function decideAsync(holds: boolean, facts: SymbolFacts, label: Label): LibraryOutcome {
  const { asynchronous, returns } = facts;
  if (asynchronous === undefined || facts.wrapper !== undefined) return untold(facts, label);
  const id = asynchronous.holds ? 'check.library.async' : 'check.library.async-not';
  const decided = {
    id,
    values: label,
    proof: 'syntax',
    evidence: asynchronous.evidence,
    confidence: 0.93,
  } as const;
  if (asynchronous.holds === holds) return borneOut(decided);
  // Without a word on what comes back, it may be awaited all the same; callbacks are asynchronous too.
  const isPlain =
    returns !== undefined && kindOf(returns.value) !== undefined && kindOf(returns.value) !== 'nothing';
  return asynchronous.holds || isPlain ? refuted(decided) : untold(facts, label);
}
