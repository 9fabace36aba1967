/** A piece of a written type. */
export interface Piece {
  readonly text: string;
  /** Offset inside the type. */
  readonly at: number;
}

/** The types of a union: what stands between `|`, commas and “or” outside of brackets and quotes. */
export function unionMembers(type: string): readonly Piece[] {
  const trimmed = type.trim();
  const bare = /^\((.*)\)$/s.exec(trimmed)?.[1];
  const inner = bare !== undefined && isBalanced(bare) ? bare : type;
  return splitOutside(inner, type.indexOf(inner), /\||,|\bor\b/);
}

/** Whether no bracket closes that was opened outside. */
function isBalanced(words: string): boolean {
  let depth = 0;
  for (const character of words) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** What stands between separators outside of brackets and quotes, without spaces around it and without empty pieces. */
export function splitOutside(words: string, offset: number, separator: RegExp): readonly Piece[] {
  const at = new RegExp(separator.source, 'y');
  const pieces: Piece[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  const push = (end: number) => {
    const raw = words.slice(start, end);
    const text = raw.trim();
    if (text !== '') pieces.push({ text, at: offset + start + raw.indexOf(text) });
  };
  for (let i = 0; i < words.length; i++) {
    const character = words[i] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
      continue;
    }
    if (/['"`]/.test(character)) quote = character;
    if (/[[({<]/.test(character)) depth++;
    // The arrow of a function type closes nothing.
    if (/[\])}]/.test(character) || (character === '>' && words[i - 1] !== '=')) depth--;
    at.lastIndex = i;
    const found = depth === 0 ? at.exec(words) : null;
    if (found === null) continue;
    push(i);
    i += found[0].length - 1;
    start = i + 1;
  }
  push(words.length);
  return pieces;
}
