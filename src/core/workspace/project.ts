import ignore from 'ignore';
import { relative } from 'pathe';
import { FactprobeError, type FileSystem, message } from '../platform/index.ts';
import { languageOfFile } from '../source/index.ts';
import { readAccurateClaims } from './accurate-claims.ts';
import { noConfiguration, type ProjectConfiguration, readConfiguration } from './project-configuration.ts';

/** A folder with what it sets for everybody who checks it. */
export interface Project {
  /** Absolute, with `/`. */
  readonly folder: string;
  readonly configuration: ProjectConfiguration;
  /** Fingerprints of the claims that somebody marked as accurate. */
  readonly accurate: ReadonlySet<string>;
}

/** Where a folder keeps its settings, and its marks, relative to it. */
export const projectFiles = {
  configuration: '.factprobe/config.json',
  accurate: '.factprobe/accurate.jsonl',
} as const;

/** A folder that sets nothing. */
export function plainProject(folder: string): Project {
  return { folder, configuration: noConfiguration, accurate: new Set() };
}

/**
 * What a folder sets; nothing where it has no `.factprobe`. Throws a `FactprobeError` when one of the files is broken, or
 * can't be read although it is there. `kinds` are the kinds of claim that there are.
 */
export async function readProject(
  files: FileSystem,
  { folder, kinds }: { readonly folder: string; readonly kinds: readonly string[] },
): Promise<Project> {
  const configuration = `${folder}/${projectFiles.configuration}`;
  const accurate = `${folder}/${projectFiles.accurate}`;
  const [settings, marks] = [await readIfThere(files, configuration), await readIfThere(files, accurate)];
  const claims = marks === undefined ? [] : readAccurateClaims(marks, accurate);
  return {
    folder,
    configuration:
      settings === undefined ? noConfiguration : readConfiguration(settings, { file: configuration, kinds }),
    accurate: new Set(claims.map(({ fingerprint }) => fingerprint)),
  };
}

async function readIfThere(files: FileSystem, file: string): Promise<string | undefined> {
  const text = await files.readText(file);
  if (text === undefined && (await files.stat(file)) !== undefined) {
    throw new FactprobeError(message('workspace.project.unreadable', { file }));
  }
  return text;
}

/**
 * Which paths a project leaves out: by its patterns, which hold below its folder only, and by the languages that it is
 * limited to. A folder ends with `/`.
 */
export function projectExcludes({ folder, configuration }: Project): (path: string) => boolean {
  const rules = ignore().add([...configuration.excludes]);
  const { languages } = configuration;
  return (path) => {
    const inside = relative(folder, path);
    const isInside = inside !== '' && !inside.startsWith('..') && !/^(?:\/|[a-z]:)/i.test(inside);
    if (
      isInside &&
      configuration.excludes.length > 0 &&
      rules.ignores(path.endsWith('/') ? `${inside}/` : inside)
    )
      return true;
    const language = path.endsWith('/') ? undefined : languageOfFile(path);
    return languages !== undefined && language !== undefined && !languages.includes(language.id);
  };
}
