/** One line of an import, in JavaScript, TypeScript or Python. */
const importing =
  /^\s*(?:import\b|from\s+\S+\s+import\b|export\b.*\bfrom\b|.*\brequire\s*\(|[^'"]*\bfrom\s*['"])/;
/** Of files beside it: nothing that is installed. */
const beside = /(?:from\s*|require\s*\(\s*|import\s*\(?\s*)['"]\.{0,2}\/|^\s*from\s+\.|^\s*import\s+\./;

/** Lines that an import may stretch over. */
const longest = 40;

/**
 * Whether a name of a text is one that an import of something installed may bring, as far as its lines alone tell: a
 * look that costs nothing, for what is offered and not yet asked.
 */
export function mayBeImported(text: string, name: string): boolean {
  const [head = ''] = name.split('.');
  if (head === '') return false;
  const word = new RegExp(`(?<![\\w$.])${head.replaceAll('$', '\\$')}(?![\\w$])`);
  return importsOf(text).some((one) => word.test(one) && !beside.test(one));
}

/** The imports of a text, each with the lines that its brackets stretch over. */
function importsOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) => {
    if (!importing.test(line)) return [];
    const rest = lines.slice(index, index + longest);
    const isOpen = /[{(]\s*(?:[\w$,\s]|\bas\b)*$/.test(line);
    const end = isOpen ? rest.findIndex((one) => /[)}]/.test(one)) : 0;
    return [rest.slice(0, Math.max(0, end) + 1).join('\n')];
  });
}
