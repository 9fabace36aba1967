/** A version as questions write one: `2`, `2.31`, `v2.31.0`, `4.0.0-beta.1`. */
export const versionPattern = 'v?\\d+(?:\\.\\d+)*(?:[-+.]?[a-z]+[.\\w-]*)?';

/**
 * Whether the installed version is the one asked for: `2.31` means every `2.31.x`, `2.3` none of them.
 * `latest` is never known to be the installed one.
 */
export function isAskedVersion(asked: string, installed: string): boolean {
  const wanted = asked.replace(/^v/i, '');
  const actual = installed.replace(/^v/i, '');
  if (wanted === actual) return true;
  return actual.startsWith(wanted) && /^[.\-+]/.test(actual.slice(wanted.length));
}
