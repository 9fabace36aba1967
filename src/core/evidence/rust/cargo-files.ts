/** What a `Cargo.toml` says of the crate that it belongs to. */
export interface CargoPackage {
  readonly name: string;
  readonly version?: string;
  /** `[lib] path`. */
  readonly library?: string;
  /** `[lib] name`. */
  readonly libraryName?: string;
}

/** The crate of a `Cargo.toml`; `undefined` where it has none, as that of a workspace. */
export function readCargoPackage(toml: string): CargoPackage | undefined {
  const own = table(toml, 'package');
  const library = table(toml, 'lib');
  const name = value(own, 'name');
  if (name === undefined) return undefined;
  const version = value(own, 'version');
  const path = value(library, 'path');
  const libraryName = value(library, 'name');
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(path === undefined ? {} : { library: path }),
    ...(libraryName === undefined ? {} : { libraryName }),
  };
}

/** The crates that a `Cargo.toml` takes, by the names that the registry knows. */
export function dependencyNames(toml: string): readonly string[] {
  const found = new Set<string>();
  for (const { name, text } of tables(toml)) {
    const inside = /^(?:target\..*\.|workspace\.)?(?:dev-|build-)?dependencies(?:\.(.+))?$/.exec(name);
    if (inside === null) continue;
    if (inside[1] !== undefined) found.add(value(text, 'package') ?? inside[1].replaceAll('"', ''));
    for (const [line, key = ''] of inside[1] === undefined
      ? text.matchAll(/^([\w-]+)(?:\.[\w-]+)?\s*=.*$/gm)
      : [])
      found.add(/\bpackage\s*=\s*"([^"]+)"/.exec(line)?.[1] ?? key);
  }
  return [...found];
}

/** The versions that a `Cargo.lock` holds of each crate. */
export function lockedVersions(lock: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const part of lock.split(/^\[\[package\]\]\s*$/m).slice(1)) {
    const name = value(part, 'name');
    const version = value(part, 'version');
    if (name === undefined || version === undefined) continue;
    found.set(name, [...(found.get(name) ?? []), version]);
  }
  return found;
}

function table(toml: string, name: string): string {
  return tables(toml).find((one) => one.name === name)?.text ?? '';
}

function tables(toml: string): readonly { readonly name: string; readonly text: string }[] {
  const parts = toml.split(/^\[\[?([^\]\n]+)\]\]?\s*(?:#.*)?$/m);
  const found: { readonly name: string; readonly text: string }[] = [];
  for (let i = 1; i < parts.length; i += 2)
    found.push({ name: (parts[i] ?? '').trim(), text: parts[i + 1] ?? '' });
  return found;
}

function value(text: string, key: string): string | undefined {
  return new RegExp(`^${key}\\s*=\\s*"([^"\\n]*)"`, 'm').exec(text)?.[1];
}
