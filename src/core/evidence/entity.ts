import type { LoadedModule } from './loaded-module.ts';

/** Declarations of one path in one module. */
export interface SymbolEntity {
  readonly type: 'symbol';
  readonly module: LoadedModule;
  readonly path: string;
}

/** What a name leads to: declarations, or a whole module. */
export type Entity = SymbolEntity | { readonly type: 'module'; readonly module: LoadedModule };
