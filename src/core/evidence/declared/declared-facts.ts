import { documentedOf } from '../assemble-facts.ts';
import { factOf } from '../fact-values.ts';
import { evidenceAt, type LoadedModule } from '../loaded-module.ts';
import type { ParameterRecord, SignatureRecord, Stated, SymbolRecord } from '../module-record.ts';
import { overloadAgreement } from '../overload-agreement.ts';
import type { FactList, InstalledPackage, ParameterFacts, SymbolFacts } from '../symbol-facts.ts';
import type { DeclaredMatch } from './declared-unit.ts';

/** A symbol whose declarations were found. */
export interface DeclaredSymbol {
  readonly package: InstalledPackage;
  /** Without the package's name. */
  readonly name: string;
  /** Every declaration of its path; never empty. */
  readonly matches: readonly [DeclaredMatch, ...DeclaredMatch[]];
  /** The declarations by which a class is made, where it is one. */
  readonly makers?: readonly DeclaredMatch[];
}

const ranks: readonly SymbolRecord['kind'][] = [
  'function',
  'method',
  'class',
  'interface',
  'enum',
  'type',
  'variable',
  'property',
];

/** What the declarations of one symbol say of it, as far as they say it alike. */
export function declaredFacts({ package: owner, name, matches, makers }: DeclaredSymbol): SymbolFacts {
  const rank = Math.min(...matches.map(({ record }) => ranks.indexOf(record.kind)));
  const equals = matches.filter(({ record }) => ranks.indexOf(record.kind) === rank);
  const [{ module, record } = matches[0]] = equals;
  const isCallable = record.kind === 'function' || record.kind === 'method';
  const call = callOf(isCallable ? equals : (makers ?? []));
  const records = equals.map((one) => one.record);
  const deprecated = records.every((one) => one.deprecated !== undefined) ? record.deprecated : undefined;
  const initial = isCallable ? undefined : (agreed(records, 'initial') ?? agreed(records, 'documented'));
  const type = isCallable ? undefined : agreed(records, 'type');
  const allowed = record.kind === 'enum' && equals.length === 1 ? membersOf(module, record) : undefined;
  return {
    package: owner,
    name,
    kind: record.kind,
    head: evidenceAt(module, record.head),
    ...(isCallable || call !== undefined ? callFacts(call, isCallable) : { overloads: 1, isAsync: false }),
    ...(type === undefined ? {} : { type: factOf(module, type) }),
    ...(initial === undefined || initial.value === '' ? {} : { default: factOf(module, initial) }),
    ...(deprecated === undefined ? {} : { deprecated: factOf(module, deprecated) }),
    ...(allowed === undefined ? {} : { allowed }),
    ...documentedOf(module, records),
  };
}

/** So many values are a choice; more are a table. */
const mostMembers = 100;

/** The members of an enumeration, without its fields and constants; `undefined` where there are none, or too many. */
function membersOf(module: LoadedModule, { path }: SymbolRecord): FactList | undefined {
  const { text } = module.source;
  const members = module.record.symbols.filter(({ path: own, kind, type, head }) => {
    const isInside = own.startsWith(`${path}.`) && !own.slice(path.length + 1).includes('.');
    const isField =
      type !== undefined || /\b(?:val|var|const|static)\s/.test(text.slice(head.start, head.end));
    // What documentation hides is there for the compiler alone.
    const isHidden = /#\[doc\(hidden\)\]\s*(?:#\[[^\]]*\]\s*)*$/.test(
      text.slice(Math.max(0, head.start - 200), head.start),
    );
    return isInside && (kind === 'property' || kind === 'variable') && !isField && !isHidden;
  });
  const [first, ...others] = members.map(({ head }) => evidenceAt(module, head));
  if (first === undefined || members.length > mostMembers) return undefined;
  return { values: members.map((one) => one.path.slice(path.length + 1)), evidence: [first, ...others] };
}

interface PlacedSignature {
  readonly module: LoadedModule;
  readonly signature: SignatureRecord;
}

/** The different ways to call it; `undefined` when there is none, or when one of them couldn't be read. */
function callOf(callables: readonly DeclaredMatch[]): readonly PlacedSignature[] | undefined {
  if (callables.length === 0 || callables.some(({ record }) => record.signatures.length === 0))
    return undefined;
  const found = new Map<string, PlacedSignature>();
  for (const { module, record } of callables) {
    for (const signature of record.signatures) {
      const key = JSON.stringify([signature.parameters.map(saidOf), signature.returns?.value]);
      if (!found.has(key)) found.set(key, { module, signature });
    }
  }
  return [...found.values()];
}

function saidOf({ name, kind, type, initial }: ParameterRecord): unknown {
  return [name, kind, type?.value, initial?.value];
}

function callFacts(
  call: readonly PlacedSignature[] | undefined,
  isCallable: boolean,
): Pick<
  SymbolFacts,
  'parameters' | 'overloads' | 'agreement' | 'isCallUnknown' | 'returns' | 'givesNothing' | 'isAsync'
> {
  const [first] = call ?? [];
  if (call === undefined || first === undefined) {
    return { overloads: 1, isAsync: false, isCallUnknown: true };
  }
  const { module, signature } = first;
  const agreement = overloadAgreement(
    call.map((one) => one.signature),
    [],
  );
  const returns = isCallable ? signature.returns : undefined;
  return {
    parameters: signature.parameters.map((one) => parameterFacts(module, one)),
    overloads: call.length,
    ...(agreement === undefined ? {} : { agreement }),
    ...(returns === undefined ? {} : { returns: factOf(module, returns) }),
    ...(call.every((one) => one.signature.givesNothing === true) ? { givesNothing: true as const } : {}),
    isAsync: signature.isAsync,
  };
}

function parameterFacts(
  module: LoadedModule,
  { name, kind, optional, span, type, initial, documented }: ParameterRecord,
): ParameterFacts {
  const value = initial ?? documented;
  return {
    name,
    kind,
    optional,
    ...(type === undefined ? {} : { type: factOf(module, type) }),
    ...(value === undefined ? {} : { default: factOf(module, value) }),
    evidence: evidenceAt(module, span),
  };
}

/** What all declarations state alike. */
function agreed(
  records: readonly SymbolRecord[],
  aspect: 'initial' | 'documented' | 'type',
): Stated | undefined {
  const [first, ...others] = records.map((one) => one[aspect]);
  return others.every((one) => one?.value === first?.value) ? first : undefined;
}
