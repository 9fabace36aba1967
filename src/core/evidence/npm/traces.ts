import { join } from 'pathe';
import { foldersAround } from '../folders-around.ts';
import type { InstallationTraces } from '../installation-traces.ts';

/** What installing npm packages leaves in `node_modules`. */
export const npmTraces: InstallationTraces = {
  folders: async (_tools, from) => foldersAround([from]).map((folder) => join(folder, 'node_modules')),
  metadata: ({ root }) => join(root, 'package.json'),
  nearer(name, from, root) {
    const copies = foldersAround([from]).map((folder) => join(folder, 'node_modules', name));
    const own = copies.indexOf(root ?? '');
    return (own < 0 ? copies : copies.slice(0, own)).map((copy) => join(copy, 'package.json'));
  },
};
