/** How far two names are from each other. */
export type NameDifference =
  /** One name in two styles: `getOrNull`, `get_or_null`. */
  | 'style'
  /** One holds the other, or shortens it: they may name the same thing in prose. */
  | 'near'
  | 'far';

/** Compares two names as written, qualifiers aside. */
export function nameDifference(a: string, b: string): NameDifference {
  const [left, right] = [parts(a), parts(b)];
  const [leftText, rightText] = [left.join(''), right.join('')];
  if (leftText === rightText || `${leftText}s` === rightText || leftText === `${rightText}s`) return 'style';
  const [whole, other] = [a.toLowerCase(), b.toLowerCase()];
  if (isRun(left, right) || isRun(right, left) || whole.includes(other) || other.includes(whole))
    return 'near';
  if (left.length > 1 && right.length > 1) return 'far';
  const isInside = leftText.includes(rightText) || rightText.includes(leftText);
  return isInside || beginAlike(leftText, rightText) || shortens(leftText, rightText) ? 'near' : 'far';
}

/** The last name of a qualified one. */
export function lastName(name: string): string {
  return name.split(/::|->|[./#]/).at(-1) ?? name;
}

/** The words that a name is made of: `shrink`, `to`, `fit`. */
function parts(name: string): readonly string[] {
  return lastName(name.replace(/\(.*\)$/, ''))
    .split(/[^A-Za-z\d]+|(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter((part) => part !== '')
    .map((part) => part.toLowerCase());
}

function isRun(whole: readonly string[], part: readonly string[]): boolean {
  return part.length > 0 && whole.some((_word, start) => part.every((word, i) => whole[start + i] === word));
}

function beginAlike(a: string, b: string): boolean {
  return a.length > 3 && b.length > 3 && a.slice(0, 4) === b.slice(0, 4);
}

/** `i32` and `int32`: the same digits behind the same first letter. */
function shortens(a: string, b: string): boolean {
  const digits = (name: string) => /\d+$/.exec(name)?.[0] ?? '';
  return digits(a) !== '' && digits(a) === digits(b) && a[0] === b[0];
}
