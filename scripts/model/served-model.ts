import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toolsFolder } from '../host/tools-folder.ts';

/** What the model is called by its server. */
export const servedModelName = 'smollm2-135m';

/** The files of this folder that decide what an installation holds. */
export const sources = {
  requirements: join(import.meta.dirname, 'requirements.txt'),
  alone: join(import.meta.dirname, 'requirements-alone.txt'),
  unpack: join(import.meta.dirname, 'unpack_model.py'),
  serve: join(import.meta.dirname, 'serve.py'),
} as const;

/** Where vLLM and the model are on the disk; they need not be there yet. */
export interface ServedModel {
  readonly folder: string;
  readonly python: string;
  /** The model as a Hugging Face folder. */
  readonly model: string;
  /** Written last; holds what the installation was made from. */
  readonly stamp: string;
}

/** The places in the tools folder. */
export function servedModel(): ServedModel {
  const folder = join(toolsFolder(), 'served-model');
  return {
    folder,
    python: join(folder, 'venv/bin/python'),
    model: join(folder, servedModelName),
    stamp: join(folder, 'stamp'),
  };
}

/** What a stamp must hold for the installation to be whole and made from the files as they are now. */
export async function wantedStamp(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [sources.requirements, sources.alone, sources.unpack]) hash.update(await readFile(file));
  return hash.digest('hex');
}
