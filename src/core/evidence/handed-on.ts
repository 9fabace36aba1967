import { type ChosenDeclaration, chooseDeclaration } from './chosen-declaration.ts';
import type { Entity } from './entity.ts';
import type { Evidence } from './evidence.ts';
import { evidenceAt } from './loaded-module.ts';
import type { ModuleGraph } from './module-graph.ts';
import { parameterFacts } from './parameter-facts.ts';
import type { HandedOn, ParameterFacts } from './symbol-facts.ts';
import { wrapperOf } from './wrapping.ts';

/**
 * The parameters that a Python function takes by `**kwargs` and hands on untouched to one other call, whose declaration
 * lists them: through a few functions at most. `undefined` where the arguments go any other way.
 */
export async function handedOn(
  graph: ModuleGraph,
  chosen: ChosenDeclaration,
  depth = 0,
): Promise<HandedOn | undefined> {
  if (graph.host.ecosystem !== 'python' || depth > 3) return undefined;
  const { entity, record, equals, call } = chosen;
  const [signature, ...others] = call?.signatures ?? [];
  const rest = signature?.parameters.find(({ kind }) => kind === 'keyword-rest')?.name;
  const isPlain = record.kind === 'function' && equals.length === 1 && record.decorators === undefined;
  if (rest === undefined || signature === undefined || others.length > 0 || !isPlain) return undefined;
  const end = record.head.end;
  const found = onlyCall(bodyAt(entity.module.source.text, record.head.start, end), rest);
  if (found === undefined) return undefined;
  const target = await calleeOf(graph, chosen, found);
  const next = target?.type === 'symbol' ? await chooseDeclaration(graph, target) : undefined;
  if (next?.call === undefined || next.call.signatures.length !== 1) return undefined;
  if (next.record.decorators !== undefined || (await wrapperOf(graph, next, undefined)) !== undefined)
    return undefined;
  const { parameters } = await parameterFacts(graph, next.call, undefined);
  const further = await handedOn(graph, next, depth + 1);
  const given = parameters.filter(({ kind }) => kind === 'plain').slice(0, found.given);
  const own = new Set([...signature.parameters, ...given].map(({ name }) => name).concat(found.settled));
  const through: readonly Evidence[] = [
    evidenceAt(entity.module, { start: end + found.start, end: end + found.end }),
    ...(further?.through ?? []),
  ];
  const all: readonly ParameterFacts[] = [...parameters, ...(further?.parameters ?? [])];
  const named = all.filter(
    ({ kind, name }) => (kind === 'plain' || kind === 'keyword-only') && !own.has(name),
  );
  return named.length === 0 ? undefined : { parameters: named, through };
}

/** The text behind the head of a function, up to the line that is indented no deeper. */
function bodyAt(text: string, start: number, end: number): string {
  const indentation = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const lines = text.slice(end).split('\n');
  const last = lines.findIndex(
    (line, i) => i > 0 && line.trim() !== '' && (/^[ \t]*/.exec(line)?.[0].length ?? 0) <= indentation,
  );
  return (last < 0 ? lines : lines.slice(0, last)).join('\n');
}

/** A call that takes all that a function takes besides. */
interface FoundCall {
  readonly callee: string;
  readonly start: number;
  readonly end: number;
  /** Names that the call, or a line before it, gives itself. */
  readonly settled: readonly string[];
  /** How many arguments the call gives by their place. */
  readonly given: number;
  /** What the first name of the callee was made of, where it is a variable. */
  readonly made?: string;
}

/** The one call with the arguments, handed back as it is; nothing else may be done with them but to set some by name. */
function onlyCall(body: string, rest: string): FoundCall | undefined {
  // Nothing in a text or comment uses a name.
  const code = body.replace(/[rRuUbBfF]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?''')|#[^\n]*/g, (words) =>
    words.replaceAll(/[^\n]/g, ' '),
  );
  const settled: string[] = [];
  const other = code
    .replaceAll(new RegExp(`\\b${rest}(?:\\.(?:setdefault|pop)\\(|\\[)["'](\\w+)["']`, 'g'), (_, name) => {
      settled.push(String(name));
      return '';
    })
    .match(new RegExp(`\\b${rest}\\b`, 'g'));
  const match = new RegExp(
    `\\breturn\\s+(?:await\\s+)?([A-Za-z_][\\w.]*)\\(([^()]*)\\*\\*${rest}\\s*,?\\s*\\)[ \\t]*(?=\\n|$)`,
  ).exec(code);
  if (match === null || other?.length !== 1) return undefined;
  const [whole, callee = '', inside = ''] = match;
  const [root = ''] = callee.split('.');
  const bound = new RegExp(
    `\\bwith\\s+([A-Za-z_][\\w.]*)\\([^()\\n]*\\)\\s+as\\s+${root}\\s*:|^[ \\t]*${root}\\s*=\\s*([A-Za-z_][\\w.]*)\\([^()\\n]*\\)[ \\t]*$`,
    'gm',
  );
  const [variable, ...more] = [...code.matchAll(bound)];
  if (more.length > 0) return undefined;
  const made = variable?.[1] ?? variable?.[2];
  const named = [...inside.matchAll(/(\w+)\s*=/g)].map(([, name]) => name ?? '');
  return {
    callee,
    start: match.index,
    end: match.index + whole.trimEnd().length,
    settled: [...settled, ...named],
    given: givenByPlace(inside),
    ...(made === undefined ? {} : { made }),
  };
}

/** How many arguments stand before the first that has a name or a star. */
function givenByPlace(inside: string): number {
  const all = inside.match(/(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\}|[^,])+/g) ?? [];
  const first = all.findIndex((one) => /^\s*(?:\*|\w+\s*=(?!=)|$)/.test(one));
  return first < 0 ? all.length : first;
}

async function calleeOf(
  graph: ModuleGraph,
  { entity: { module, path } }: ChosenDeclaration,
  { callee, made }: FoundCall,
): Promise<Entity | undefined> {
  if (made === undefined) return graph.localOf(module, callee, path);
  let entity = await graph.localOf(module, made, path);
  for (const name of callee.split('.').slice(1))
    entity = entity === undefined ? undefined : await graph.memberOf(entity, name);
  return entity;
}
