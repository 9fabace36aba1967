import { join } from 'pathe';
import type { InstallationTraces } from '../installation-traces.ts';
import { environmentsAround, pythonRoots } from './environments.ts';

/** What installing Python packages leaves in virtual environments and in the machine's libraries. */
export const pythonTraces: InstallationTraces = {
  async folders({ files, pythons }, from) {
    return (await pythonRoots(files, [from], pythons)).map(({ folder }) => folder);
  },
  metadata: ({ name, version, root }) =>
    join(root, `${name.replaceAll(/[-.]+/g, '_')}-${version}.dist-info`, 'METADATA'),
  nearer: (_name, from) => environmentsAround([from]).map((environment) => join(environment, 'pyvenv.cfg')),
};
