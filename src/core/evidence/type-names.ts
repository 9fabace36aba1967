/** Wrappers whose members are those of their first argument. */
const transparent = /^(?:Partial|Readonly|Required|NonNullable)$/;
const nothing = /^(?:undefined|null|void|never)$/;
const dotted = /^(?:import\(["'][^"']+["']\)\.)?[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/;

/**
 * The names whose members a TypeScript type has: all parts of an intersection, the one part of a union that is no
 * keyword or literal. `typeof x` gives `x`. Empty where no name leads on.
 */
export function namesOfType(type: string): readonly string[] {
  const plain = unwrapped(type);
  const parts = splitType(plain, '|').filter((part) => !nothing.test(part));
  if (parts.length > 1) {
    const named = parts.map(namesOfType).filter((names) => names.length > 0);
    return named.length === 1 ? (named[0] ?? []) : [];
  }
  const only = parts[0] ?? '';
  const crossed = splitType(only, '&');
  if (crossed.length > 1) return crossed.flatMap(namesOfType);
  const generic = /^((?:import\([^)]*\))?[\w$.]+)<([\s\S]*)>$/.exec(only);
  if (generic?.[1] !== undefined && transparent.test(generic[1])) return namesOfType(generic[2] ?? '');
  const name = (generic?.[1] ?? only).replace(/^typeof\s+/, '');
  return dotted.test(name) && !isBuiltIn(name) ? [name] : [];
}

/** Whether a type is one of several that are no mere absence. */
export function isUnion(type: string): boolean {
  return splitType(unwrapped(type), '|').filter((part) => !nothing.test(part)).length > 1;
}

function unwrapped(type: string): string {
  let plain = type.trim().replace(/^[|&]\s*/, '');
  if (/^\([^()]*\)$/.test(plain)) plain = plain.slice(1, -1).trim();
  return plain.replace(/^readonly\s+/, '');
}

function isBuiltIn(name: string): boolean {
  return /^(?:any|unknown|string|number|boolean|object|symbol|bigint|true|false|undefined|null|void|never)$/.test(
    name,
  );
}

/** The parts of a type between the top-level occurrences of an operator. */
export function splitType(type: string, operator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  let quote = '';
  for (let i = 0; i < type.length; i++) {
    const character = type[i] ?? '';
    if (quote !== '') {
      if (character === quote && type[i - 1] !== '\\') quote = '';
      continue;
    }
    if (character === '"' || character === "'" || character === '`') quote = character;
    else if ('<([{'.includes(character)) depth++;
    else if ('>)]}'.includes(character) && type[i - 1] !== '=') depth--;
    if (character === operator && depth === 0) {
      parts.push(type.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(type.slice(start).trim());
  return parts.filter((part) => part !== '');
}
