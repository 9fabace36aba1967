/** One name that `use` brings into a module. */
export interface UsedName {
  /** From the outside in: `crate`, `re_unicode`, `Regex`. */
  readonly path: readonly string[];
  /** As the module calls it; `*` for all that is in the module of the path. */
  readonly name: string;
}

/** The names that a module's `use` statements bring in, those of modules inside it left out. */
export function usedNames(text: string): readonly UsedName[] {
  const plain = withoutComments(text);
  const found: UsedName[] = [];
  for (const match of plain.matchAll(/(?:^|[\s;}])use\s+([^;]+);/g)) {
    const before = plain.slice(0, match.index);
    if (depthOf(before) === 0) found.push(...expand([], match[1] ?? ''));
  }
  return found;
}

/** The text between the braces of a module that is written out inside another one. */
export function inlineModule(text: string, name: string): string | undefined {
  const plain = withoutComments(text);
  const opening = new RegExp(`\\bmod\\s+${name}\\s*\\{`).exec(plain);
  if (opening === null) return undefined;
  const start = opening.index + opening[0].length;
  let depth = 1;
  for (let i = start; i < plain.length; i++) {
    if (plain[i] === '{') depth++;
    if (plain[i] === '}' && --depth === 0) return text.slice(start, i);
  }
  return undefined;
}

/** As long as before, with blanks in place of comments, texts and characters. */
function withoutComments(text: string): string {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\\n]|\\.)'/g, (found) =>
    ' '.repeat(found.length),
  );
}

function depthOf(text: string): number {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}') depth--;
  }
  return depth;
}

function expand(outer: readonly string[], written: string): readonly UsedName[] {
  const text = written.trim();
  const group = /^(?:([\s\S]*?)::\s*)?\{([\s\S]*)\}$/.exec(text);
  if (group !== null) {
    const inside = [...outer, ...segments(group[1] ?? '')];
    return split(group[2] ?? '').flatMap((part) => expand(inside, part));
  }
  const [path = '', alias] = text.split(/\s+as\s+/);
  const all = [...outer, ...segments(path)];
  const last = all.at(-1);
  if (last === undefined) return [];
  if (last === '*') return [{ path: all.slice(0, -1), name: '*' }];
  if (last === 'self') return [{ path: all.slice(0, -1), name: alias ?? all.at(-2) ?? '' }];
  return [{ path: all, name: alias?.trim() ?? last }];
}

function segments(path: string): readonly string[] {
  return path
    .split('::')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function split(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (character === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].filter((one) => one.trim() !== '');
}
