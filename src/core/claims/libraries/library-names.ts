import { type LibraryQuery, queryOfOrigin } from '../../evidence/index.ts';
import type { ImportBinding, Language } from '../../source/index.ts';
import { indentedImports } from './indented-imports.ts';

/** How a source binds names to libraries. */
export interface LibraryNames {
  /** The query for a dotted name whose root an import binds beyond doubt; `undefined` for any other. */
  ofImport(name: string): LibraryQuery | undefined;
  /** The query for a package as a whole, and whether the source imports it. */
  asPackage(name: string): LibraryQuery & { readonly isImported: boolean };
  /** The query for a dotted name that begins with a package's own name. */
  ofPackage(name: string): LibraryQuery | undefined;
}

/** Reads the imports of a source; names that it also gives to something else mean nothing certain. */
export function libraryNames(
  outlined: readonly Pick<ImportBinding, 'local' | 'specifier' | 'imported'>[],
  { text, language }: { readonly text: string; readonly language: Language },
): LibraryNames {
  const imports = [...outlined, ...(language.family === 'python' ? indentedImports(text) : [])];
  return {
    ofImport(name) {
      const [root = '', ...rest] = name.split('.');
      const found = imports.filter(({ local }) => local === root);
      const [first] = found;
      if (first === undefined || isBoundElsewhere(root, text, language)) return undefined;
      const isOne = found.every(
        (one) => one.specifier === first.specifier && one.imported === first.imported,
      );
      return isOne
        ? queryOfOrigin({ specifier: first.specifier, imported: first.imported, names: rest }, language)
        : undefined;
    },
    asPackage(name) {
      const ecosystem = language.family === 'python' ? 'python' : 'npm';
      const isImported = imports.some(({ specifier }) =>
        ecosystem === 'python'
          ? specifier.split('.')[0] === name
          : specifier === name || specifier.startsWith(`${name}/`),
      );
      return { symbol: name, package: name, ecosystem, isImported };
    },
    ofPackage(name) {
      const [root = '', ...rest] = name.split('.');
      if (rest.length === 0 || isBoundElsewhere(root, text, language)) return undefined;
      if (imports.some(({ local }) => local === root)) return undefined;
      const ecosystem = language.family === 'python' ? 'python' : 'npm';
      return { symbol: name, package: root, ecosystem };
    },
  };
}

/** Whether a name is declared, assigned or a parameter somewhere in a source, so that a comment may mean that. */
function isBoundElsewhere(name: string, text: string, { family }: Language): boolean {
  const word = `(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`;
  const forms =
    family === 'python'
      ? [
          `\\b(?:def|class|for|global|nonlocal)\\s+${word}`,
          `^[ \\t]*${word}[ \\t]*(?::[^=\\n]*)?=(?!=)`,
          `\\bdef\\s+\\w+\\s*\\([^()]*${word}\\s*[,:=)]`,
          `\\blambda\\b[^:\\n]*${word}`,
          `\\b(?:as|in)\\s+${word}\\s*:`,
          `\\bwith\\b[^\\n]*\\bas\\s+${word}`,
        ]
      : [
          `\\b(?:function\\*?|class|interface|type|enum|namespace)\\s+${word}`,
          `\\b(?:let|var|const)\\s+${word}\\s*(?::[^=\\n]*)?(?:=(?!\\s*(?:await\\s+import|[\\w.]*require|__importStar|__importDefault|_interop)\\b)|;|$|\\sof|\\sin)`,
          `\\b(?:function\\*?\\s*\\w*|constructor|set)\\s*\\([^()]*${word}\\s*[,:=)?]`,
          `\\([^()]*${word}[^()]*\\)\\s*(?::[^=\\n]*)?=>`,
          `${word}\\s*=>`,
        ];
  return forms.some((form) => new RegExp(form, 'm').test(text));
}
