import {
  compareVersionNumbers,
  type FactValue,
  type SymbolFacts,
  versionNumbers,
} from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import type { Quote } from '../../source/index.ts';
import type { Saying } from './library-claim.ts';
import { borneOut, clip, corrected, type LibraryOutcome, open, refuted } from './library-outcome.ts';

type Label = Readonly<Record<string, string>>;

/** Holds that a symbol is, or isn't, deprecated against the marks of its declaration. */
export function decideDeprecated(
  { holds, version }: Extract<Saying, { type: 'deprecated' }>,
  facts: SymbolFacts,
  label: Label,
): LibraryOutcome {
  const { deprecated, deprecatedIn } = facts;
  // That no mark was found doesn't prove that there is no warning.
  if (deprecated === undefined || facts.isPartlyDeprecated === true || facts.name === '')
    return open(message('check.library.untold', label), [facts.head]);
  const marked = {
    id: 'check.library.deprecated',
    values: label,
    proof: 'names',
    evidence: deprecated.evidence,
    confidence: 0.95,
  } as const;
  if (!holds) return refuted(marked);
  if (version === undefined) return borneOut(marked);
  if (deprecatedIn === undefined)
    return open(message('check.library.deprecated', label), deprecated.evidence);
  return byVersion(version, deprecatedIn, { id: 'check.library.deprecated-in', label });
}

/** Holds the version in which a symbol came against its documentation, and against the installed version that has it. */
export function decideSince(version: Quote, facts: SymbolFacts, label: Label): LibraryOutcome {
  const installed = versionNumbers(facts.package.version ?? '');
  const said = versionNumbers(version.text);
  const isReal = !isDeclaredApart(facts);
  if (
    isReal &&
    installed !== undefined &&
    said !== undefined &&
    facts.origin !== undefined &&
    isNewer(said, installed)
  ) {
    const evidence = [facts.origin, facts.head];
    return refuted({
      id: 'check.library.there',
      values: label,
      proof: 'versions',
      evidence,
      confidence: 0.93,
    });
  }
  if (facts.since === undefined || isDeclaredApart(facts))
    return open(message('check.library.untold', label), [facts.head]);
  return byVersion(version, facts.since, { id: 'check.library.since', label });
}

/** Holds that a symbol was removed against the installed version, which has it. */
export function decideRemoved(version: Quote, facts: SymbolFacts, label: Label): LibraryOutcome {
  const installed = versionNumbers(facts.package.version ?? '');
  const said = versionNumbers(version.text);
  const evidence = facts.origin === undefined ? [facts.head] : [facts.origin, facts.head];
  if (installed === undefined || said === undefined || isDeclaredApart(facts) || isNewer(said, installed))
    return open(message('check.library.untold', label), [facts.head]);
  return refuted({ id: 'check.library.there', values: label, proof: 'versions', evidence, confidence: 0.9 });
}

/** Holds the least version of a package that is needed against the installed one. */
export function decideLeast(version: Quote, facts: SymbolFacts, label: Label): LibraryOutcome {
  const installed = versionNumbers(facts.package.version ?? '');
  const said = versionNumbers(version.text);
  if (installed === undefined || said === undefined || facts.origin === undefined || isDeclaredApart(facts))
    return open(message('check.library.untold', label), [facts.head]);
  const isOld = isNewer(said, installed);
  const decided = {
    id: 'check.library.installed',
    values: label,
    proof: 'versions',
    evidence: [facts.origin],
    confidence: 0.92,
  } as const;
  return isOld ? refuted(decided) : borneOut(decided);
}

function byVersion(
  version: Quote,
  fact: FactValue,
  {
    id,
    label,
  }: { readonly id: 'check.library.since' | 'check.library.deprecated-in'; readonly label: Label },
): LibraryOutcome {
  const [said, actual] = [versionNumbers(version.text), versionNumbers(fact.value)];
  if (said === undefined || actual === undefined)
    return open(message('check.library.untold', label), fact.evidence);
  const written = /\d+(?:\.\d+)*/.exec(fact.value)?.[0] ?? fact.value;
  const decided = {
    id,
    values: { ...label, actual: clip(written) },
    proof: 'versions',
    evidence: fact.evidence,
    confidence: 0.9,
  } as const;
  // “2.3” may mean any release of it.
  const length = Math.min(said.length, actual.length);
  if (compareVersionNumbers(said.slice(0, length), actual.slice(0, length)) === 0) return borneOut(decided);
  return corrected(refuted(decided), version, written);
}

/** Whether declarations come from a package of their own, whose version is another one, or name what isn't there everywhere. */
function isDeclaredApart({ package: { name, ecosystem }, head }: SymbolFacts): boolean {
  return (
    name.startsWith('@types/') ||
    /-stubs$|^types-/.test(name) ||
    (ecosystem === 'python' && /\.pyi$/.test(head.path))
  );
}

/** Whether a version is newer than an installed one, as far as the installation tells its numbers. */
function isNewer(said: readonly number[], installed: readonly number[]): boolean {
  return compareVersionNumbers(said.slice(0, installed.length), installed) > 0;
}
