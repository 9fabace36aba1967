import type { EvidenceEcosystem } from './evidence-ecosystem.ts';
import { npmEcosystem } from './npm/index.ts';
import { pythonEcosystem } from './python/index.ts';
import type { Ecosystem } from './symbol-facts.ts';

/** Where facts come from, by ecosystem: the registry. */
export const ecosystemRegistry: Readonly<Record<Ecosystem, EvidenceEcosystem>> = {
  npm: npmEcosystem,
  python: pythonEcosystem,
};
