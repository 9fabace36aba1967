/** Where a name of a file comes from. */
export interface ImportedName {
  /** As written: `./ships`, `.ships`. */
  readonly specifier: string;
  /** What it is called there. */
  readonly name: string;
}

/** The import that binds a name in a source, where exactly one does; `undefined` for whole modules and defaults, too. */
export function importedName(name: string, text: string): ImportedName | undefined {
  const found = [...ecmascriptImports(text), ...pythonImports(text)].filter((one) => one.local === name);
  const [only] = found;
  return only === undefined || found.length > 1 ? undefined : { specifier: only.specifier, name: only.name };
}

interface Binding extends ImportedName {
  readonly local: string;
}

function ecmascriptImports(text: string): readonly Binding[] {
  const imports = text.matchAll(
    /^import\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?\{([^{}]*)\}\s*from\s*['"]([^'"\n]+)['"]/gm,
  );
  return [...imports].flatMap(([, list = '', specifier = '']) => bindingsOf(list, specifier, /\s+as\s+/));
}

function pythonImports(text: string): readonly Binding[] {
  const imports = text.matchAll(
    /^[ \t]*from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+(?:\(([^()]*)\)|([^\n(\\]+))$/gm,
  );
  return [...imports].flatMap(([, specifier = '', inside, line]) =>
    bindingsOf((inside ?? line ?? '').replaceAll(/#[^\n]*/g, ''), specifier, /\s+as\s+/),
  );
}

function bindingsOf(list: string, specifier: string, alias: RegExp): readonly Binding[] {
  return list.split(',').flatMap((one) => {
    const [name = '', local = name] = one
      .trim()
      .replace(/^type\s+/, '')
      .split(alias);
    return /^[\w$]+$/.test(name) && /^[\w$]+$/.test(local) ? [{ name, local, specifier }] : [];
  });
}
