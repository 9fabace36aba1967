import { compareVersionNumbers, versionNumbers } from './version-numbers.ts';

/** Of the installed versions of a package the named one, or the only one where none is named; else `undefined`. */
export function meantVersion(installed: readonly string[], named: string | undefined): string | undefined {
  if (named !== undefined) return installed.includes(named) ? named : undefined;
  return installed.length === 1 ? installed[0] : undefined;
}

/** The newest of some versions; names that begin with no number are none. `undefined` where there is no version. */
export function newestVersion(names: readonly string[]): string | undefined {
  const known = names.flatMap((name) => {
    const numbers = versionNumbers(name);
    return numbers === undefined ? [] : [{ name, numbers }];
  });
  return known.sort((a, b) => compareVersionNumbers(b.numbers, a.numbers))[0]?.name;
}
