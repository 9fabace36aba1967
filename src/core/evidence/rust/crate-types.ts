import { RememberedValues } from '../../platform/index.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { filesBelow } from '../walk-folders.ts';
import type { Crate } from './crates.ts';
import { futuresIn } from './rust-nature.ts';

/** The sources of a crate, tests and examples left out. */
export async function textsOf(
  { files }: EvidenceTools,
  crate: Crate,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const root = crate.root.slice(0, crate.root.lastIndexOf('/'));
  const walk = {
    root,
    most: 1500,
    deepest: 10,
    isSkipped: (name: string) => /^(?:tests?|benches|examples|\..*)$/.test(name),
  };
  const found: { readonly path: string; readonly text: string }[] = [];
  for (const path of await filesBelow(files, walk, (name) => name.endsWith('.rs'))) {
    const text = await files.readText(path);
    if (text !== undefined) found.push({ path, text });
  }
  return found;
}

/** The files that declare each public type of a crate; a version of a crate never changes, so they are read once. */
export function publicTypes(tools: EvidenceTools, crate: Crate): Promise<PublicTypes> {
  return known.get(tools.archives, crate.root, () => readTypes(tools, crate));
}

/** The types of a crate that are futures, read once as its public ones. */
export function futureTypes(tools: EvidenceTools, crate: Crate): Promise<ReadonlySet<string>> {
  return knownFutures.get(tools.archives, crate.root, async () => {
    const texts = await textsOf(tools, crate);
    return new Set(texts.flatMap(({ text }) => futuresIn(text)));
  });
}

const knownFutures = new RememberedValues<Promise<ReadonlySet<string>>>();

/** The files that declare a public type, by its name. */
type PublicTypes = ReadonlyMap<string, readonly string[]>;
const known = new RememberedValues<Promise<PublicTypes>>();

async function readTypes(tools: EvidenceTools, crate: Crate): Promise<PublicTypes> {
  const types = new Map<string, string[]>();
  for (const { path, text } of await textsOf(tools, crate)) {
    for (const [, name = ''] of text.matchAll(/\bpub\s+(?:struct|enum|union|trait|type)\s+(\w+)/g)) {
      const paths = types.get(name) ?? [];
      if (!paths.includes(path)) types.set(name, [...paths, path]);
    }
  }
  return types;
}
