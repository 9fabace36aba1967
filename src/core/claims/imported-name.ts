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

/** The whole module that a name of a source stands for, as its specifier, where one import alone binds it. */
export function importedModule(name: string, text: string): string | undefined {
  const word = name.replaceAll('$', String.raw`\$`);
  const python = new RegExp(
    String.raw`^[ \t]*import[ \t]+(?:(${word})|([\w.]+)[ \t]+as[ \t]+${word})[ \t]*(?:#.*)?$`,
    'gm',
  );
  const ecmascript = new RegExp(
    String.raw`^import[ \t]+\*[ \t]+as[ \t]+${word}[ \t]+from[ \t]*['"]([^'"\n]+)['"]`,
    'gm',
  );
  const required = new RegExp(
    String.raw`^(?:const|let|var)[ \t]+${word}[ \t]*=[ \t]*require\([ \t]*['"]([^'"\n]+)['"][ \t]*\)[ \t]*;?[ \t]*$`,
    'gm',
  );
  const found = [python, ecmascript, required].flatMap((pattern) => [...text.matchAll(pattern)]);
  const [only] = found;
  return found.length === 1 ? (only?.[1] ?? only?.[2]) : undefined;
}

interface Binding extends ImportedName {
  readonly local: string;
}

function ecmascriptImports(text: string): readonly Binding[] {
  const imports = text.matchAll(
    /^import\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?\{([^{}]*)\}\s*from\s*['"]([^'"\n]+)['"]/gm,
  );
  const required = text.matchAll(
    /^(?:const|let|var)\s+\{([^{}]*)\}\s*=\s*require\(\s*['"]([^'"\n]+)['"]\s*\)/gm,
  );
  return [
    ...[...imports].flatMap(([, list = '', specifier = '']) => bindingsOf(list, specifier, /\s+as\s+/)),
    ...[...required].flatMap(([, list = '', specifier = '']) => bindingsOf(list, specifier, /\s*:\s*/)),
  ];
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
