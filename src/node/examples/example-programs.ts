import { join } from 'node:path';
import type { ExampleTools } from '../../core/claims/index.ts';
import { nodeFileSystem, toPortablePath } from '../file-system.ts';
import { runIsolated } from '../run-isolated.ts';

/** What runs examples on this machine: the Node that runs now, the Python of the search path, and our scripts in a folder. */
export function examplePrograms(scripts: string): ExampleTools {
  return {
    runIsolated,
    files: nodeFileSystem,
    // The editor's own program is a Node when it is told so.
    node: { program: process.execPath, environment: { ELECTRON_RUN_AS_NODE: '1' } },
    python: process.platform === 'win32' ? 'python' : 'python3',
    exampleScript: toPortablePath(join(scripts, 'run-examples.cjs')),
    doctestScript: toPortablePath(join(scripts, 'run-doctests.py')),
  };
}
