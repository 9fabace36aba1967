/**
 * Whether two names differ by one slip: upper and lower case, or one letter inserted, left out, replaced or
 * swapped with its neighbour (Damerau's four slips). Short names (under four letters) are never near.
 */
export function isNearName(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  if (a.toLowerCase() === b.toLowerCase()) return true;
  if (Math.min(a.length, b.length) < 4) return false;
  const first = firstDifference(a, b);
  const [restA, restB] = [a.slice(first), b.slice(first)];
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restB.length > restA.length) return restB.slice(1) === restA;
  const isReplaced = restA.slice(1) === restB.slice(1);
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isReplaced || isSwapped;
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

/**
 * Whether one name is a slip of the other: near, and not by what tells names apart on purpose, which is an underscore at
 * an end, a plural, a digit, or the case of the first letter (a class and its instance).
 */
export function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || !isNearName(a, b)) return false;
  const bare = (name: string) =>
    name
      .replace(/^[_$]+|[_$]+$/g, '')
      .replace(/s$/, '')
      .replaceAll(/\d+/g, '0');
  if (a[0] !== b[0] && a.slice(1) === b.slice(1) && a.toLowerCase() === b.toLowerCase()) return false;
  return bare(a) !== bare(b) && a.replaceAll('_', '') !== b.replaceAll('_', '');
}
