import { join } from 'pathe';

/** Where the machine keeps packages outside of any workspace; only folders and files are looked at. */
export interface MachineFolders {
  /** Below it are `usr`, `usr/local` and `var`; absent where nothing of the machine counts. */
  readonly root?: string;
  /** The user's own folder, in which package managers keep what they fetched. */
  readonly home?: string;
  /** The environment variables that move these folders: `GOPATH`, `CARGO_HOME`. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Folders such as `usr/local` and `usr`, absolute. */
export function machinePrefixes({ root }: MachineFolders): readonly string[] {
  return root === undefined ? [] : [join(root, 'usr/local'), join(root, 'usr')];
}

/** Folders of the user's own one: `.cargo`; empty where nobody says which that is. */
export function homeFolders({ home }: MachineFolders, ...inside: readonly string[]): readonly string[] {
  return home === undefined ? [] : inside.map((one) => join(home, one));
}

/** What a variable names, a list apart at its separators; empty when it isn't set. */
export function variableFolders({ variables }: MachineFolders, name: string): readonly string[] {
  const written = (variables[name] ?? '').replaceAll('\\', '/');
  const parts = written.split(written.includes(';') ? ';' : ':');
  return joinDrives(parts).filter((one) => one.startsWith('/') || /^[A-Za-z]:\//.test(one));
}

/** `C:/go` was taken apart at its colon. */
function joinDrives(parts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    const next = parts[i + 1];
    const isDrive = /^[A-Za-z]$/.test(part) && next?.startsWith('/') === true;
    joined.push(isDrive ? `${part}:${next}` : part);
    if (isDrive) i++;
  }
  return joined;
}
