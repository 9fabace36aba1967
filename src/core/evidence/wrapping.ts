import type { ChosenDeclaration } from './chosen-declaration.ts';
import { evidenceAt } from './loaded-module.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { SignatureRecord } from './module-record.ts';
import type { FactValue } from './symbol-facts.ts';

/**
 * What stands between a caller and the parameters that a Python declaration lists: a decorator that is a class of its
 * own, or code that runs and lists others than its stub. `undefined` where nothing does.
 */
export async function wrapperOf(
  graph: ModuleGraph,
  chosen: ChosenDeclaration,
  running: ChosenDeclaration | undefined,
): Promise<FactValue | undefined> {
  if (graph.host.ecosystem !== 'python') return undefined;
  const { entity, equals } = chosen;
  for (const { decorators = [], head, kind } of equals) {
    if (kind === 'class') continue;
    for (const name of decorators) {
      const target = await graph.localOf(entity.module, name, entity.path);
      const isClass =
        target?.type === 'symbol' && graph.recordsOf(target).some((one) => one.kind === 'class');
      if (isClass) return { value: name, evidence: [evidenceAt(entity.module, head)] };
    }
  }
  return otherSignature(chosen, running);
}

function otherSignature(
  { call }: ChosenDeclaration,
  running: ChosenDeclaration | undefined,
): FactValue | undefined {
  const declared = call?.signatures ?? [];
  const [run, ...others] = running?.call?.signatures ?? [];
  if (declared.length === 0 || run === undefined || running === undefined || others.length > 0)
    return undefined;
  // Arguments that are only handed on are what a stub is there to list.
  if (run.parameters.some(({ kind }) => kind === 'rest' || kind === 'keyword-rest')) return undefined;
  const listed = new Set(declared.flatMap(namesOf));
  const isMore = namesOf(run).some((name) => !listed.has(name));
  const isLess = declared.length === 1 && listed.size > run.parameters.length;
  if (!isMore && !isLess) return undefined;
  const { module } = running.entity;
  return {
    value: module.path.slice(module.path.lastIndexOf('/') + 1),
    evidence: [evidenceAt(module, running.record.head)],
  };
}

/** Names without the underscores by which stubs mark what is passed by place. */
function namesOf({ parameters }: SignatureRecord): readonly string[] {
  return parameters.map(({ name }) => name.replace(/^_+/, ''));
}
