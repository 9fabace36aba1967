import type { EvidenceEcosystem } from '../evidence-ecosystem.ts';
import { lookUpC } from './c-lookup.ts';
import { cProjectFiles, headerFolders } from './header-folders.ts';
import { manPageOf } from './man-page.ts';

/** C and C++: headers of the workspace and of the machine, and man pages. */
export const cEcosystem: EvidenceEcosystem = {
  projectFiles: cProjectFiles,
  families: ['c-family'],
  // `open` and `read` may be anything; `curl_easy_init` and `INT_MAX` are hardly anything else.
  telling: /^(?:\w+_\w+|[A-Z][A-Z0-9]{3,})$/,
  called: /^(?:C|C\+\+|c\+\+|libc|glibc)$/,
  lookUp: lookUpC,
  installedNames: async () => [],
  manifestNames: async () => undefined,
  async documentPlaces(tools, name, from) {
    const folders = await headerFolders(tools, from);
    const page = await manPageOf(tools, [...folders.map(({ folder }) => folder), ...from], name);
    return page === undefined ? [] : [{ path: page.module.path, kind: 'file', owner: page.module.owner }];
  },
};
