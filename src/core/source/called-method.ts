import type { FileClasses } from './file-classes.ts';
import type { SyntaxNode } from './parser.ts';
import type { RaisingCollector } from './raising.ts';

/** What a call through an object means, and whether no other class can have put its own in its place. */
export type CalledMethod =
  | { readonly kind: 'own'; readonly node: SyntaxNode; readonly isCertain: boolean }
  /** `ship.sail` of a name that the file imports: `Ship.sail`, `ships.sail`. */
  | { readonly kind: 'imported'; readonly name: string; readonly isCertain: boolean };

/** The class of an object, by its node or its imported name. */
export interface Receiver {
  readonly holder: SyntaxNode | string;
  /** `exact`: of just this class; `around`: of the class around, or of one derived from it; `given`: of whatever class. */
  readonly known: 'exact' | 'around' | 'given';
}

/** The class that a name at the top of a file means: one of the file, or an imported one; `undefined` for anything else. */
export function receiverNamed(name: string, file: FileClasses): Receiver | undefined {
  const holder = file.classAt(name) ?? (file.knows(name) ? undefined : name);
  return holder === undefined ? undefined : { holder, known: 'exact' };
}

/** The method of an object that is called by a name; `undefined` where nobody can tell. */
export function methodOf(
  { holder, known }: Receiver,
  name: string,
  file: FileClasses,
): CalledMethod | undefined {
  if (typeof holder === 'string')
    return { kind: 'imported', name: `${holder}.${name}`, isCertain: known === 'exact' };
  const node = file.methodIn(holder, name);
  if (node === undefined) return undefined;
  const isCertain = known === 'exact' || (known === 'around' && !file.isDerivedFrom(holder));
  return { kind: 'own', node, isCertain };
}

/** Collects what a called method may raise; `enter` reads one that stands in the file. */
export function collectMethod(
  method: CalledMethod,
  collector: RaisingCollector,
  enter: (node: SyntaxNode) => void,
): void {
  if (method.kind === 'own') enter(method.node);
  else collector.imported.add(method.name);
  if (!method.isCertain) collector.isWhole = false;
}
