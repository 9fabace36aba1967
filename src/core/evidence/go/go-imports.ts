/** A package that a file of Go imports. */
export interface GoImport {
  readonly path: string;
  /** The name that the file gives it; absent where it keeps its own. */
  readonly alias?: string;
}

/** The imports of a file, those in brackets first. */
export function goImports(text: string): readonly GoImport[] {
  const blocks = [...text.matchAll(/^import\s*\(([^)]*)\)/gm)].map(([, inside = '']) => inside);
  const single = [...text.matchAll(/^import\s+((?:[\w.]+\s+)?"[^"\n]+")/gm)].map(([, one = '']) => one);
  const lines = [...blocks, ...single].join('\n').matchAll(/^\s*(?:([\w.]+)\s+)?"([^"\n]+)"/gm);
  return [...lines].map(([, alias, path = '']) => ({ path, ...(alias === undefined ? {} : { alias }) }));
}

/** The names that the package of a path may have: `gopkg.in/yaml.v3` is `yaml`, `go-cmp` may be `cmp`. */
export function namesOfPath(path: string): readonly string[] {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  const own = /^v\d+$/.test(last) && parts.length > 1 ? (parts.at(-2) ?? '') : last;
  const plain = own.replace(/\.v\d+$/, '');
  return [own, plain, plain.replace(/^go[-.]|[-.]go$/g, '')];
}

/** Whether a file calls what it imports by a name. */
export function isImportedAs({ path, alias }: GoImport, name: string): boolean {
  return alias === undefined ? namesOfPath(path).includes(name) : alias === name;
}
