import type { EvidenceEcosystem } from '../evidence-ecosystem.ts';
import { indexedNpm } from './index-sources.ts';
import { installedNpmNames } from './installed-names.ts';
import { locateNpmPackage } from './locate-package.ts';
import { npmManifestNames } from './manifest-names.ts';
import { lookUpNpm } from './npm-lookup.ts';
import { npmTraces } from './traces.ts';

/** Packages in `node_modules`, with their declarations. */
export const npmEcosystem = {
  projectFiles: /^(?:package\.json|node_modules)$/,
  families: ['ecmascript'],
  called: /^(?:npm|[Nn]ode(?:\.js|JS|js)?|[Jj]ava[Ss]cript|JS|js|TypeScript)$/,
  lookUp: lookUpNpm,
  installedNames: ({ files }, from) => installedNpmNames(files, from),
  manifestNames: npmManifestNames,
  indexed: indexedNpm,
  traces: npmTraces,
  async documentPlaces({ files }, name, from) {
    const located = await locateNpmPackage(files, name, from);
    if (located?.type !== 'found') return [];
    const { installed } = located.package;
    return [{ path: installed.root, kind: 'folder', owner: installed }];
  },
} as const satisfies EvidenceEcosystem;
