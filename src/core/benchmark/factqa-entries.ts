/** One `key: value` of a question sheet with the indented lines that continue it. */
export interface FactqaEntry {
  /** In lower case. */
  readonly key: string;
  /** The key as it is written. */
  readonly written: string;
  /** The value with its continuation, whose common indentation is gone. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Whether an empty line stands right above, comments aside. */
  readonly isAfterBlank: boolean;
}

/** The entries of a sheet, and the numbers of the lines that belong to none. */
export interface FactqaEntries {
  readonly entries: readonly FactqaEntry[];
  readonly stray: readonly number[];
}

// Chinese keyboards write a full-width colon.
const opening = /^([A-Za-z][\w-]*)[ \t]*[:：](.*)$/su;

interface OpenEntry extends Omit<FactqaEntry, 'text'> {
  readonly first: string;
  readonly more: string[];
}

/**
 * Cuts a sheet into entries. A line that begins with `#` is a comment; an indented one continues the entry above,
 * whatever it holds, and so does an empty line between two indented ones.
 */
export function readEntries(sheet: string): FactqaEntries {
  const entries: OpenEntry[] = [];
  const stray: number[] = [];
  let isAfterBlank = false;
  for (const [index, line] of sheet
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const last = entries.at(-1);
    if (line.trim() === '') {
      isAfterBlank = true;
      last?.more.push('');
    } else if (/^\s/.test(line)) {
      if (last === undefined) stray.push(index + 1);
      else last.more.push(line);
    } else if (!line.startsWith('#')) {
      const [, written, first] = opening.exec(line) ?? [];
      if (written === undefined || first === undefined) stray.push(index + 1);
      else
        entries.push({ key: written.toLowerCase(), written, first, line: index + 1, isAfterBlank, more: [] });
      isAfterBlank = false;
    }
  }
  return {
    entries: entries.map(({ first, more, ...entry }) => ({ ...entry, text: textOf(first, more) })),
    stray,
  };
}

function textOf(first: string, more: readonly string[]): string {
  const indents = more.filter((line) => line !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents);
  const continued = more.map((line) => line.slice(Math.min(common, line.length)).trimEnd());
  return [first.trim(), ...continued].join('\n').trim();
}
