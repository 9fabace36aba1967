/** Cell magics whose body is Python all the same. */
const pythonBodies = new Set([
  'time',
  'timeit',
  'capture',
  'prun',
  'memit',
  'mprun',
  'python',
  'python3',
  'pypy',
]);

interface State {
  /** Brackets that are open. */
  depth: number;
  /** The quotes that end the string that the line begins in; absent outside of one. */
  quotes: string | undefined;
  /** Whether the last line goes on in the next. */
  isContinued: boolean;
}

/**
 * The text of a notebook's Python cell as plain Python of the same length, with every offset kept: commands to IPython
 * (`%magic`, `!shell`, `name?`) become the number 0 or, behind an assignment, its value. The text of a cell for another
 * language (`%%bash`) becomes blank. Any other text comes back as it is.
 */
export function notebookCellSource(text: string): string {
  const cell = /^\s*%%(\w+)/.exec(text);
  if (cell?.[1] !== undefined && !pythonBodies.has(cell[1])) return blank(text);
  const state: State = { depth: 0, quotes: undefined, isContinued: false };
  let isCommand = false;
  return text
    .split(/(?<=\n)/)
    .map((line) => {
      const goesOn = isCommand;
      const isStatement = state.depth === 0 && state.quotes === undefined && !state.isContinued;
      const plain = goesOn ? blank(line) : isStatement ? plainStatement(line) : line;
      isCommand = plain !== line && /\\\r?\n?$/.test(line);
      readLine(plain, state);
      return plain;
    })
    .join('');
}

function plainStatement(line: string): string {
  const command = /^\s*(?:[%!]|\?{1,2}\S)/.test(line) && !/^\s*%\s/.test(line);
  const help = /^\s*[\w.*]+\?{1,2}\s*$/.test(line);
  if (command || help) return numbered(line, /^\s*/.exec(line)?.[0].length ?? 0);
  const assigned = /^(\s*[\w.]+(?:\s*,\s*[\w.]+)*\s*=\s*)(?:![^=]|%[A-Za-z_])/.exec(line);
  return assigned?.[1] === undefined ? line : numbered(line, assigned[1].length);
}

function numbered(line: string, from: number): string {
  return `${line.slice(0, from)}0${blank(line.slice(from + 1))}`;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Follows brackets and strings through a line. */
function readLine(line: string, state: State): void {
  const marks = /\\.|"""|'''|["'#()[\]{}]/gs;
  state.isContinued = false;
  for (const [mark] of line.matchAll(marks)) {
    if (state.quotes !== undefined) {
      if (mark === state.quotes) state.quotes = undefined;
    } else if (mark === '#') return;
    else if (/^["']/.test(mark)) state.quotes = mark;
    else if (/^[([{]$/.test(mark)) state.depth += 1;
    else if (/^[)\]}]$/.test(mark)) state.depth = Math.max(0, state.depth - 1);
    else if (/^\\\r?\n$/.test(mark) || mark === '\\\r') state.isContinued = true;
  }
  // A string in one line ends with it, whether it is closed or not.
  if (state.quotes?.length === 1 && !state.isContinued) state.quotes = undefined;
}
