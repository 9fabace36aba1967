import type { LineRange } from './line-range.ts';

/**
 * The new lines of each file of a diff, by the file's new name relative to the root of the repository. The diff is
 * Git's, with the prefixes `a/` and `b/` and without lines around the changes (`--unified=0`); a name may be quoted.
 * Deleted files and lines leave nothing, and neither does a file that was renamed alone.
 */
export function diffLines(diff: string): ReadonlyMap<string, readonly LineRange[]> {
  const files = new Map<string, LineRange[]>();
  let lines: LineRange[] = [];
  // Lines of a hunk may look like heads of the next file: they are counted away.
  let left = 0;
  for (const line of diff.split('\n')) {
    if (left > 0) {
      if (line.startsWith('+') || line.startsWith('-')) left--;
      continue;
    }
    if (line.startsWith('+++ ')) {
      lines = [];
      const name = newName(line.slice('+++ '.length));
      if (name !== undefined) files.set(name, lines);
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk === null) continue;
    const [removed, start, added] = [count(hunk[1]), Number(hunk[2]), count(hunk[3])];
    left = removed + added;
    if (added > 0) lines.push({ start: start - 1, end: start - 1 + added });
  }
  return files;
}

/** A hunk of one line leaves its count out. */
function count(text: string | undefined): number {
  return text === undefined ? 1 : Number(text);
}

function newName(written: string): string | undefined {
  // Behind a name with spaces Git writes a tab.
  const name = unquoted(written.replace(/\t$/, ''));
  return name.startsWith('b/') ? name.slice('b/'.length) : undefined;
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** A name as Git quotes it: between quotes, with the escapes of C. Bytes in octal are UTF-8. */
function unquoted(written: string): string {
  if (!written.startsWith('"') || !written.endsWith('"') || written.length < 2) return written;
  return written
    .slice(1, -1)
    .replace(/(?:\\[0-7]{3})+|\\(.)/g, (whole, letter: string | undefined) =>
      letter === undefined ? ofBytes(whole) : (escapes[letter] ?? letter),
    );
}

function ofBytes(octals: string): string {
  const bytes = octals
    .slice(1)
    .split('\\')
    .map((octal) => Number.parseInt(octal, 8));
  const percents = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(percents);
  } catch {
    // The name is not UTF-8: no path that can be written as text leads to the file.
    return '\ufffd';
  }
}
