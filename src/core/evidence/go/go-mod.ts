/** A module that a `go.mod` or a `vendor/modules.txt` names. */
export interface GoModule {
  readonly path: string;
  /** With its `v`; absent where nothing tells. */
  readonly version?: string;
  /** A folder that stands in for it, as written: `../fork`. */
  readonly folder?: string;
  /** Another module that stands in for it. */
  readonly module?: string;
}

/** What a `go.mod` says. */
export interface GoManifest {
  /** The module that it belongs to. */
  readonly own: string;
  /** What it needs, its replacements put in their place. */
  readonly needs: readonly GoModule[];
  /** `1.22.1` of `toolchain go1.22.1`. */
  readonly toolchain?: string;
}

/** Reads a `go.mod`; lines that are none of its own are passed over. */
export function readGoMod(text: string): GoManifest {
  const lines = directivesOf(text);
  const of = (directive: string) => lines.filter((one) => one.directive === directive);
  const toolchain = /^go(\d[\w.]*)$/.exec(of('toolchain')[0]?.words[0] ?? '')?.[1];
  const replacements = of('replace').map(({ words }) => replacementOf(words));
  const needs = of('require').flatMap(({ words: [path, version] }): readonly GoModule[] => {
    if (path === undefined || version === undefined) return [];
    const other = replacements.find(
      (one) => one.old === path && (one.oldVersion === undefined || one.oldVersion === version),
    );
    return [other === undefined ? { path, version } : { path, ...other.by }];
  });
  return { own: of('module')[0]?.words[0] ?? '', needs, ...(toolchain === undefined ? {} : { toolchain }) };
}

interface Directive {
  readonly directive: string;
  readonly words: readonly string[];
}

function directivesOf(text: string): readonly Directive[] {
  const found: Directive[] = [];
  let block: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const words = line
      .replace(/\/\/.*$/, '')
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => word.replace(/^["`](.*)["`]$/, '$1'));
    const [first, second] = words;
    if (first === undefined) continue;
    if (block !== undefined) {
      if (first === ')') block = undefined;
      else found.push({ directive: block, words });
    } else if (second === '(') block = first;
    else found.push({ directive: first, words: words.slice(1) });
  }
  return found;
}

function replacementOf(words: readonly string[]) {
  const arrow = words.indexOf('=>');
  const [old = '', oldVersion] = words.slice(0, arrow);
  const [path = '', version] = words.slice(arrow + 1);
  const isFolder = path.startsWith('.') || path.startsWith('/');
  const by = isFolder ? { folder: path } : { module: path, ...(version === undefined ? {} : { version }) };
  return { old, oldVersion, by };
}

/** The modules of a `vendor/modules.txt`. */
export function readModulesText(text: string): readonly GoModule[] {
  return text.split(/\r?\n/).flatMap((line): readonly GoModule[] => {
    const found = /^# (\S+)(?: (v\S+))?(?: => (\S+)(?: (v\S+))?)?$/.exec(line);
    const [, path, version, , replaced] = found ?? [];
    if (path === undefined) return [];
    const shown = replaced ?? (found?.[3] === undefined ? version : undefined);
    return [{ path, ...(shown === undefined ? {} : { version: shown }) }];
  });
}

/** A module's path as folders of the module cache spell it: `!` and a small letter for a capital one. */
export function escapedPath(path: string): string {
  return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
