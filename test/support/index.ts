import {
  createMemoryIndex,
  createPackageIndex,
  type EvidenceIndex,
  type EvidenceTools,
  type IndexSource,
  installedSources,
} from '../../src/core/evidence/index.ts';
import { decodeUtf8 } from '../../src/node/file-system.ts';
import { sha256 } from '../../src/node/hash.ts';
import { nodeTreeReader } from '../../src/node/tree-reader.ts';
import { evidenceTools } from './evidence.ts';

/** What reading packages into an index needs, all of it real. */
export const contentTools = { tree: nodeTreeReader, decode: decodeUtf8, sha256 };

/** What finding evidence needs, with an index of what some folders see. */
export async function indexedTools(
  changes: {
    readonly index?: EvidenceIndex;
    readonly documents?: readonly IndexSource[];
    readonly pythons?: readonly string[];
  } = {},
): Promise<EvidenceTools> {
  const { index = createMemoryIndex(), documents = [], pythons = [] } = changes;
  const tools = await evidenceTools({ pythons });
  const packageIndex = createPackageIndex({
    ...contentTools,
    index,
    clock: () => performance.now(),
    sourcesFor: async (from) => [...(await installedSources(tools, from)), ...documents],
  });
  return { ...tools, index: packageIndex };
}
