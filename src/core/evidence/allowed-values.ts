import type { SymbolEntity } from './entity.ts';
import { evidenceAt } from './loaded-module.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { Stated, SymbolRecord } from './module-record.ts';
import type { FactList } from './symbol-facts.ts';
import { splitType } from './type-names.ts';

type Place = Pick<SymbolEntity, 'module' | 'path'>;

/** So many values are a choice; more are a table. */
const most = 60;

/**
 * The values that a written type leaves to choose from: literals, or members of an enumeration, also by another name;
 * nothing beside them but what stands for “none”. `undefined` for every other type.
 */
export async function allowedByType(
  graph: ModuleGraph,
  type: Stated | undefined,
  place: Place,
): Promise<FactList | undefined> {
  if (type === undefined) return undefined;
  const own = type.spans.map((span) => evidenceAt(place.module, span));
  const found = await valuesOf(graph, type.value, place, 0);
  if (found === undefined || found.values.length === 0 || found.values.length > most) return undefined;
  return { values: [...new Set(found.values)], evidence: [...own, ...found.evidence] };
}

/** The members of an enumeration, or what a type of this name lists. */
export async function allowedBySymbol(
  graph: ModuleGraph,
  entity: SymbolEntity,
  record: SymbolRecord,
): Promise<FactList | undefined> {
  const members = enumMembers(graph, entity);
  if (members !== undefined) return members;
  const isTyped = record.kind === 'type' || record.kind === 'property' || record.kind === 'variable';
  const written = record.type ?? (graph.host.ecosystem === 'python' ? record.initial : undefined);
  return isTyped ? allowedByType(graph, written, entity) : undefined;
}

type Found = Pick<FactList, 'values'> & { readonly evidence: FactList['evidence'] };

const literal = /^(?:"[^"\n]*"|'[^'\n]*'|-?\d[\d_.]*)$/;
const nothing = /^(?:None|undefined|null)$/;
const dotted = /^(?:import\(["'][^"']+["']\)\.)?[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/;

async function valuesOf(
  graph: ModuleGraph,
  written: string,
  place: Place,
  depth: number,
): Promise<Found | undefined> {
  const parts = partsOf(written, graph.host.ecosystem === 'python');
  if (depth > 4 || parts === undefined) return undefined;
  const values: string[] = [];
  const evidence: FactList['evidence'][number][] = [];
  for (const part of parts) {
    if (literal.test(part)) values.push(part);
    else {
      const named = dotted.test(part) ? await valuesOfName(graph, part, place, depth) : undefined;
      if (named === undefined) return undefined;
      values.push(...named.values);
      evidence.push(...named.evidence);
    }
  }
  return { values, evidence };
}

/** The parts of a union without those that stand for nothing; `undefined` where it isn't one. */
function partsOf(written: string, isPython: boolean): readonly string[] | undefined {
  const plain = written.trim().replace(/^\|\s*/, '');
  if (!isPython) return splitType(plain, '|').filter((part) => !nothing.test(part));
  const text = /^(["'])(.*)\1$/s.exec(plain)?.[2] ?? plain;
  const inner = /^(?:\w+\.)*(?:Optional|Union|Annotated)\[([\s\S]*)\]$/.exec(text)?.[1];
  const parts = inner === undefined ? splitType(text, '|') : splitType(inner, ',');
  const found: string[] = [];
  for (const part of parts) {
    const listed = /^(?:\w+\.)*Literal\[([\s\S]*)\]$/.exec(part)?.[1];
    if (listed !== undefined) found.push(...splitType(listed, ','));
    else if (literal.test(part)) return undefined;
    else found.push(part);
  }
  return found.filter((part) => !nothing.test(part));
}

async function valuesOfName(
  graph: ModuleGraph,
  name: string,
  place: Place,
  depth: number,
): Promise<Found | undefined> {
  const target = await graph.localOf(place.module, name, place.path);
  if (target?.type !== 'symbol') return undefined;
  const members = enumMembers(graph, target);
  if (members !== undefined) return members;
  const [record, ...others] = graph.recordsOf(target);
  if (record === undefined || others.length > 0) return undefined;
  const isAlias = record.kind === 'type' || record.kind === 'variable';
  const written = graph.host.ecosystem === 'python' ? (record.initial ?? record.type) : record.type;
  if (!isAlias || written === undefined) return undefined;
  const found = await valuesOf(graph, written.value, target, depth + 1);
  if (found === undefined) return undefined;
  return { ...found, evidence: [evidenceAt(target.module, record.head), ...found.evidence] };
}

const enumeration = /(?:^|\.)\w*(?:Enum|Flag)$/;

function enumMembers(graph: ModuleGraph, entity: SymbolEntity): FactList | undefined {
  const records = graph.recordsOf(entity);
  const isEnum = records.some(
    ({ kind, bases }) => kind === 'enum' || bases.some((one) => enumeration.test(one)),
  );
  if (!isEnum) return undefined;
  const { module, path } = entity;
  const members = module.record.symbols.filter((one) => {
    const name = one.path.slice(path.length + 1);
    const isInside =
      one.scope === module.scope && one.path.startsWith(`${path}.`) && /^[A-Za-z]\w*$/.test(name);
    return isInside && (one.kind === 'property' || one.kind === 'variable') && !one.isAccessor;
  });
  const [first, ...others] = members.map((one) => evidenceAt(module, one.head));
  if (first === undefined || members.length > most) return undefined;
  return { values: members.map((one) => one.path.slice(path.length + 1)), evidence: [first, ...others] };
}
