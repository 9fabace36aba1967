import { allowedByType } from './allowed-values.ts';
import type { CallSignatures } from './chosen-declaration.ts';
import type { Entity } from './entity.ts';
import { factOf } from './fact-values.ts';
import { evidenceAt } from './loaded-module.ts';
import { type ListedMember, membersOf } from './member-list.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { ParameterRecord, Stated } from './module-record.ts';
import type { ParameterFacts } from './symbol-facts.ts';
import { namesOfType } from './type-names.ts';

/** How many properties an object may have to be taken for options. */
const maximumProperties = 80;
const optionsName = /opt|conf|setting|param|prop|init|arg/i;

/** The properties of a parameter that is an object of options, those of its properties too. */
export async function optionProperties(
  graph: ModuleGraph,
  parameter: ParameterRecord,
  call: CallSignatures,
): Promise<readonly ParameterFacts[]> {
  if (parameter.name === '' || graph.host.ecosystem === 'python') return [];
  const inline: Entity = {
    type: 'symbol',
    module: call.module,
    path: `${call.path}(${parameter.name})`,
  };
  const written = await membersOf(graph, inline);
  if (written.length > 0) return describe(graph, parameter.name, written, 1);
  const members = await typeMembers(graph, parameter.type, call);
  return isOptions(parameter, members) ? describe(graph, parameter.name, members, 1) : [];
}

async function typeMembers(
  graph: ModuleGraph,
  type: Stated | undefined,
  { module, path }: Pick<CallSignatures, 'module' | 'path'>,
): Promise<readonly ListedMember[]> {
  const found: ListedMember[] = [];
  for (const name of type === undefined ? [] : namesOfType(type.value)) {
    const target = await graph.localOf(module, name, path);
    if (target?.type !== 'symbol') continue;
    const isPlain = graph.recordsOf(target).every(({ kind }) => kind === 'interface' || kind === 'type');
    if (isPlain) found.push(...(await membersOf(graph, target)));
  }
  return found;
}

/** An object whose members are mostly optional values, or that is called one. */
function isOptions({ name, type }: ParameterRecord, members: readonly ListedMember[]): boolean {
  if (members.length === 0 || members.length > maximumProperties) return false;
  const values = members.filter(({ record }) => record.kind === 'property');
  const optional = members.filter(({ record }) => record.isOptional);
  const isNamed = optionsName.test(name) || optionsName.test(type?.value ?? '');
  return optional.length * 2 >= members.length || (isNamed && values.length * 2 >= members.length);
}

async function describe(
  graph: ModuleGraph,
  holder: string,
  members: readonly ListedMember[],
  level: number,
): Promise<readonly ParameterFacts[]> {
  const described: ParameterFacts[] = [];
  for (const { name, module, record } of members) {
    const own = `${holder}.${name}`;
    const allowed = await allowedByType(graph, record.type, { module, path: record.path });
    described.push({
      name: own,
      kind: 'property',
      optional: record.isOptional,
      evidence: evidenceAt(module, record.head),
      ...(record.type === undefined ? {} : { type: factOf(module, record.type) }),
      ...(record.documented === undefined ? {} : { default: factOf(module, record.documented) }),
      ...(allowed === undefined ? {} : { allowed }),
    });
    if (level < 2) {
      const inner = await nested(graph, { name, module, record });
      if (inner.length > 0) described.push(...(await describe(graph, own, inner, level + 1)));
    }
  }
  return described;
}

/** The members of a property that is an object of options itself. */
async function nested(
  graph: ModuleGraph,
  { name, module, record }: ListedMember,
): Promise<readonly ListedMember[]> {
  const written = await membersOf(graph, { type: 'symbol', module, path: record.path });
  const isWritten = written.length > 0 && record.types.length === 0;
  const parameter = { name, kind: 'plain', optional: true, span: record.head, properties: [] } as const;
  const typed = record.type === undefined ? parameter : { ...parameter, type: record.type };
  return isWritten || isOptions(typed, written) ? written : [];
}
