import type { ParameterFacts, SymbolFacts } from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import { isFalsyLiteral, type Literal } from '../../source/index.ts';
import { compareValues } from '../documented-value.ts';
import { installedParameter, isSettled, mustBePassed } from './installed-parameter.ts';
import type { Saying } from './library-claim.ts';
import { borneOut, clip, corrected, type LibraryOutcome, open, refuted } from './library-outcome.ts';

interface Around {
  readonly facts: SymbolFacts;
  readonly label: Readonly<Record<string, string>>;
  readonly readLiteral: (expression: string, path: string) => Promise<Literal | undefined>;
}

/** Holds a stated default against the declared one. */
export async function decideDefault(
  { parameter: names, value }: Extract<Saying, { type: 'default' }>,
  { facts, label, readLiteral }: Around,
): Promise<LibraryOutcome> {
  const untold = open(message('check.library.untold', label), [facts.head]);
  const parameter = firstOf(facts, names);
  if (parameter === undefined || !isSettled(facts, parameter)) return untold;
  const values = { ...label, parameter: clip(parameter.name) };
  const initial = parameter.default;
  if (initial === undefined) {
    if (!mustBePassed(parameter)) return untold;
    return refuted({
      id: 'check.library.required',
      values,
      proof: 'syntax',
      evidence: [parameter.evidence],
      confidence: 0.92,
    });
  }
  const [place] = initial.evidence;
  const code = place === undefined ? undefined : await readLiteral(initial.value, place.path);
  if (place === undefined || code === undefined) return untold;
  const { text, unit } = amountOf(value.text);
  const literal = await readLiteral(inLanguage(text, place.path), place.path);
  const isAmount = unit !== undefined || literal?.type === 'number';
  const comparison = compareValues({ literal, text, ...(unit === undefined ? {} : { unit }) }, code);
  const decided = {
    id: 'check.library.default',
    values: { ...values, actual: clip(initial.value) },
    proof: 'syntax',
    evidence: initial.evidence,
  } as const;
  if (comparison === 'same') return borneOut({ ...decided, confidence: 0.95 });
  if (comparison === 'undecided') return untold;
  if (isSentinel(code)) {
    // Nothing stands for a value that is chosen later, but for a time limit it stands for none.
    const isLimit = isAmount && /^(?:\w+\.)*timeout$/i.test(parameter.name);
    return isLimit ? refuted({ ...decided, confidence: 0.75 }, 'information') : untold;
  }
  const isStated = initial.evidence.every(({ quote }) => /default/i.test(quote));
  const outcome = refuted(
    { ...decided, confidence: isStated ? 0.85 : 0.94 },
    isStated ? 'information' : 'warning',
  );
  // Of a number with a unit nobody knows in which unit the code has its own.
  return unit === undefined && initial.value.length <= 40
    ? corrected(outcome, value, inMarks(value.text, initial.value))
    : outcome;
}

/** Holds “sorts keys by default” against the default of `sort_keys`. */
export async function decideFlag(
  { words, holds }: Extract<Saying, { type: 'flag' }>,
  { facts, label, readLiteral }: Around,
): Promise<LibraryOutcome> {
  const untold = open(message('check.library.untold', label), [facts.head]);
  const bare = (name: string) => name.replaceAll(/[\s_]/g, '').toLowerCase();
  const named = (facts.parameters ?? []).filter(
    ({ name }) => bare(name.split('.').at(-1) ?? name) === bare(words),
  );
  const [parameter, ...others] = named;
  if (parameter === undefined || others.length > 0 || !isSettled(facts, parameter)) return untold;
  const initial = parameter.default;
  const [place] = initial?.evidence ?? [];
  if (initial === undefined || place === undefined) return untold;
  const code = await readLiteral(initial.value, place.path);
  if (code?.type !== 'boolean') return untold;
  const values = { ...label, parameter: clip(parameter.name), actual: clip(initial.value) };
  const decided = {
    id: 'check.library.default',
    values,
    proof: 'syntax',
    evidence: initial.evidence,
    confidence: 0.9,
  } as const;
  return code.value === holds ? borneOut(decided) : refuted(decided);
}

function firstOf(facts: SymbolFacts, names: readonly string[]): ParameterFacts | undefined {
  for (const name of names) {
    const found = installedParameter(facts, name);
    if (found.type === 'found') return found.parameter;
    if (found.type === 'open' && names.length > 1) continue;
  }
  return undefined;
}

function amountOf(text: string): { readonly text: string; readonly unit?: string } {
  const plain = /^`([^`]+)`$/.exec(text)?.[1] ?? text;
  const { number, unit } =
    /^(?<number>[-+]?\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?)[\s-]?(?<unit>[a-z%\p{Script=Han}]+)$/iu.exec(plain)
      ?.groups ?? {};
  return number === undefined || unit === undefined
    ? { text: plain }
    : { text: number, unit: unit.toLowerCase() };
}

function inLanguage(text: string, path: string): string {
  const words: Readonly<Record<string, string>> = /\.pyi?$/.test(path)
    ? { true: 'True', false: 'False', null: 'None', none: 'None', undefined: 'None', nil: 'None' }
    : { True: 'true', False: 'false', None: 'null', none: 'null', nil: 'null' };
  return words[text] ?? text;
}

/** A value that stands for one that is chosen later. */
function isSentinel(code: Literal): boolean {
  return (
    code.type === 'nothing' ||
    (code.type !== 'boolean' && code.type !== 'number' && code.type !== 'string' && isFalsyLiteral(code))
  );
}

/** The right value between the marks that the wrong one has. */
function inMarks(written: string, actual: string): string {
  return /^`.*`$/.test(written) ? `\`${actual}\`` : actual;
}
