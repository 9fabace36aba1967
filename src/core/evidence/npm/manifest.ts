import { join } from 'pathe';
import * as z from 'zod';
import type { FileSystem } from '../../platform/index.ts';

const optionalText = z.string().optional().catch(undefined);
const names = z.record(z.string(), z.unknown()).optional().catch(undefined);

const manifestSchema = z.object({
  name: optionalText,
  version: optionalText,
  main: optionalText,
  module: optionalText,
  types: optionalText,
  typings: optionalText,
  exports: z.unknown().optional(),
  dependencies: names,
  devDependencies: names,
  peerDependencies: names,
  optionalDependencies: names,
});

/** What a `package.json` says, as far as it concerns evidence. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of a folder; `missing` when there is none, `broken` when it is no JSON object. */
export async function readManifest(
  files: FileSystem,
  folder: string,
): Promise<Manifest | 'missing' | 'broken'> {
  const path = join(folder, 'package.json');
  const text = await files.readText(path);
  if (text === undefined) return (await files.stat(path)) === undefined ? 'missing' : 'broken';
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? 'broken';
  } catch {
    return 'broken';
  }
}
