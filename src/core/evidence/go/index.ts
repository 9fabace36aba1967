import { join } from 'pathe';
import type { EvidenceEcosystem } from '../evidence-ecosystem.ts';
import { lookUpGo } from './go-lookup.ts';
import { readGoMod } from './go-mod.ts';
import { goPackageAt } from './go-packages.ts';
import { goProject, goRoot } from './go-places.ts';

/** Go: modules of the cache and of `vendor`, the standard library, `GOPATH` and Debian's source packages. */
export const goEcosystem: EvidenceEcosystem = {
  projectFiles: /^(?:go\.(?:mod|work)|.*\.go)$/,
  families: ['go'],
  called: /^(?:Go|[Gg]olang)$/,
  lookUp: lookUpGo,
  async installedNames(tools, from) {
    const project = await goProject(tools, from);
    return (project?.modules ?? []).flatMap(({ path, root }) => (root === undefined ? [] : [path]));
  },
  async manifestNames(files, folder) {
    const text = await files.readText(join(folder, 'go.mod'));
    return text === undefined ? undefined : readGoMod(text).needs.map(({ path }) => path);
  },
  async documentPlaces(tools, name, from) {
    const project = await goProject(tools, from);
    const standard = await goRoot(tools, project?.toolchain);
    const at = await goPackageAt({ tools, project, standard }, name);
    return at === undefined ? [] : [{ path: at.folder, kind: 'folder', owner: at.owner }];
  },
};
