/** The numbers that a version begins with (`v2.10.1-rc1`: 2, 10, 1); `undefined` when it begins with none. */
export function versionNumbers(version: string): readonly number[] | undefined {
  return /^v?(\d+(?:\.\d+)*)/.exec(version.trim())?.[1]?.split('.').map(Number);
}

/** Below zero where the first is older, above where it is newer; numbers that are left out are zero. */
export function compareVersionNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
