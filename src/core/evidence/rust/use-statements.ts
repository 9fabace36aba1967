/** One name that `use` brings into a module. */
export interface UsedName {
  /** From the outside in: `crate`, `re_unicode`, `Regex`. */
  readonly path: readonly string[];
  /** As the module calls it; `*` for all that is in the module of the path. */
  readonly name: string;
  /** Whether others see it there. */
  readonly isPublic: boolean;
}

/** A place where a module declares one inside it. */
export interface ModuleDeclaration {
  /** The text between its braces; absent where it lies in a file of its own. */
  readonly text?: string;
  /** What `#[path = "…"]` says. */
  readonly path?: string;
}

/** The names that a module's `use` statements bring in, those of modules inside it left out. */
export function usedNames(text: string): readonly UsedName[] {
  const plain = opened(withoutComments(text));
  const found: UsedName[] = [];
  for (const match of plain.matchAll(/(?:^|[\s;}])(?:(pub)(?:\([^)]*\))?\s+)?use\s+([^;]+);/g)) {
    const isPublic = match[1] !== undefined && !/pub\s*\(/.test(match[0]);
    if (depthOf(plain.slice(0, match.index)) === 0) {
      for (const one of expand([], match[2] ?? '')) found.push({ ...one, isPublic });
    }
  }
  return found;
}

/** Every declaration of a module inside another one, but those for tests: platforms may declare it differently. */
export function declaredModules(text: string, name: string): readonly ModuleDeclaration[] {
  const written = new RegExp(`\\bmod\\s+${name}\\s*[;{]`, 'g');
  if (text.search(written) < 0) return [];
  const plain = withoutComments(text);
  const found: ModuleDeclaration[] = [];
  for (const match of plain.matchAll(written)) {
    const end = match.index + match[0].length;
    // Texts are blanks in `plain`.
    const attributes =
      /(?:#\[[^[\]]*\]\s*)*(?:pub(?:\([^)]*\))?\s+)?$/.exec(text.slice(0, match.index))?.[0] ?? '';
    if (/#\[cfg\(test\)\]/.test(attributes)) continue;
    const path = /#\[path\s*=\s*"([^"]+)"\]/.exec(attributes)?.[1];
    if (match[0].endsWith('{')) found.push({ text: text.slice(end, closingOf(plain, end)) });
    else found.push(path === undefined ? {} : { path });
  }
  return found;
}

/** The brace that closes what was opened right before a place. */
function closingOf(plain: string, start: number): number {
  let depth = 1;
  for (let i = start; i < plain.length; i++) {
    if (plain[i] === '{') depth++;
    if (plain[i] === '}' && --depth === 0) return i;
  }
  return plain.length;
}

/** The branches of `cfg_if!` as if they stood there by themselves. */
function opened(plain: string): string {
  if (!plain.includes('cfg_if!')) return plain;
  let text = plain;
  for (const match of plain.matchAll(/\bcfg_if!\s*\{/g)) {
    const start = match.index + match[0].length;
    const end = closingOf(plain, start);
    let depth = 0;
    let shown = '';
    for (const character of plain.slice(start, end)) {
      if (character === '}') depth--;
      shown += depth > 0 ? character : character === '}' ? ';' : character === '\n' ? '\n' : ' ';
      if (character === '{') depth++;
    }
    const lead = match[0].replace(/[^\n]/g, ' ');
    text = `${text.slice(0, match.index)}${lead}${shown};${text.slice(end + 1)}`;
  }
  return text;
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

type Brought = Omit<UsedName, 'isPublic'>;

function expand(outer: readonly string[], written: string): readonly Brought[] {
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
