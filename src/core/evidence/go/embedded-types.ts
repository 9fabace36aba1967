import type { LoadedModule } from '../loaded-module.ts';
import type { SymbolRecord } from '../module-record.ts';

const embedded = /^\s*\*?((?:[A-Za-z_]\w*\.)?[A-Za-z_]\w*)(?:\[[^\]]*\])?\s*(?:`[^`]*`)?\s*$/;

/**
 * The types that a struct or interface takes the members of, by their names as written: `Reader`, `sync.Mutex`. What
 * it is another name of (`type A = pkg.B`) counts too. Empty when there are none.
 */
export function embeddedTypes({ source }: LoadedModule, { head, kind }: SymbolRecord): readonly string[] {
  if (kind !== 'class') return [];
  const text = source.text.slice(head.start, head.start + 20_000);
  const opening = /^\w+(?:\[[^\]]*\])?\s+(?:struct|interface)\s*\{/.exec(text);
  if (opening === null) {
    const other = /^\w+\s*=\s*([\w.]+)(?:\[[^\n]*\])?\s*(?:\/\/.*)?(?:\n|$)/.exec(text)?.[1];
    return other === undefined ? [] : [other];
  }
  const body = text.slice(opening[0].length);
  const names: string[] = [];
  let depth = 0;
  for (const written of body.split('\n')) {
    const line = written.replace(/\/\/.*$/, '');
    if (depth === 0 && line.trim().startsWith('}')) break;
    const found = depth === 0 ? embedded.exec(line)?.[1] : undefined;
    if (found !== undefined) names.push(found);
    depth += (line.match(/[{(]/g)?.length ?? 0) - (line.match(/[})]/g)?.length ?? 0);
  }
  return names;
}
