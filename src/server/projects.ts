import { claimKinds } from '../core/claims/index.ts';
import { FactprobeError, type FileSystem } from '../core/platform/index.ts';
import { type Project, plainProject, projectFiles, readProject } from '../core/workspace/index.ts';
import type { Renderer } from '../node/catalogue.ts';
import { diskPathOfUri } from './uris.ts';
import type { WorkspaceFolders } from './workspace-folders.ts';

/** What each open folder sets in its `.factprobe`. */
export interface Projects {
  /** What the innermost open folder around a path sets; nothing where there is none, or where its files are broken. */
  of(path: string): Promise<Project>;
  /** The innermost open folder around a document, absolute with `/`; `undefined` where there is none. */
  folderOf(uri: string): Promise<string | undefined>;
}

export interface ProjectsOptions {
  readonly files: FileSystem;
  readonly folders: WorkspaceFolders;
  readonly render: Renderer;
  /** Called once for each broken file, as long as it stays broken in the same way. */
  readonly onProblem: (sentence: string) => void;
}

interface Known {
  /** When its files were written and how long they are. */
  readonly state: string;
  readonly project: Project;
}

/** Reads what folders set, again when their files have changed. */
export function createProjects({ files, folders, render, onProblem }: ProjectsOptions): Projects {
  const known = new Map<string, Known>();
  const read = async (folder: string): Promise<Project> => {
    try {
      return await readProject(files, { folder, kinds: claimKinds });
    } catch (error) {
      if (!(error instanceof FactprobeError)) throw error;
      onProblem(render(error.text));
      return plainProject(folder);
    }
  };
  const around = async (path: string) =>
    (await folders()).filter((one) => path.startsWith(`${one}/`)).toSorted((a, b) => b.length - a.length)[0];
  return {
    folderOf: (uri) => around(diskPathOfUri(uri)),
    async of(path) {
      const folder = await around(path);
      if (folder === undefined) return plainProject('');
      const state = await stateOf(files, folder);
      const last = known.get(folder);
      if (last?.state === state) return last.project;
      const project = await read(folder);
      known.set(folder, { state, project });
      return project;
    },
  };
}

async function stateOf(files: FileSystem, folder: string): Promise<string> {
  const all = Object.values(projectFiles).map((name) => files.stat(`${folder}/${name}`));
  return JSON.stringify((await Promise.all(all)).map((facts) => [facts?.modified, facts?.size]));
}
