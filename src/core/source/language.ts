/** The languages that Factprobe scans, by VS Code's language ids. */
export type LanguageId =
  | 'javascript'
  | 'javascriptreact'
  | 'typescript'
  | 'typescriptreact'
  | 'python'
  | 'java'
  | 'csharp'
  | 'php'
  | 'go'
  | 'rust'
  | 'c'
  | 'cpp'
  | 'kotlin'
  | 'ruby'
  | 'shellscript';

/** A language family shares its declarations, its values and its way to document. */
export type LanguageFamily =
  | 'ecmascript'
  | 'python'
  | 'java'
  | 'csharp'
  | 'php'
  | 'go'
  | 'rust'
  | 'c-family'
  | 'kotlin'
  | 'ruby'
  | 'shell';

/** What Factprobe knows of a language. */
export interface Language {
  readonly id: LanguageId;
  readonly family: LanguageFamily;
  /** File name endings, lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Name of the tree-sitter grammar that parses it. */
  readonly grammar: GrammarName;
}

/** Grammars by the name of their file without `tree-sitter-` and `.wasm`. */
export type GrammarName =
  | 'javascript'
  | 'typescript'
  | 'tsx'
  | 'python'
  | 'java'
  | 'c-sharp'
  | 'php'
  | 'go'
  | 'rust'
  | 'c'
  | 'cpp'
  | 'kotlin'
  | 'ruby'
  | 'bash';

/** Every language, the registry. */
export const languages: readonly Language[] = [
  // The tsx grammar reads plain TypeScript wrongly where `<T>value` casts occur, so each has its own.
  { id: 'javascript', family: 'ecmascript', extensions: ['.js', '.mjs', '.cjs'], grammar: 'javascript' },
  { id: 'javascriptreact', family: 'ecmascript', extensions: ['.jsx'], grammar: 'javascript' },
  { id: 'typescript', family: 'ecmascript', extensions: ['.ts', '.mts', '.cts'], grammar: 'typescript' },
  { id: 'typescriptreact', family: 'ecmascript', extensions: ['.tsx'], grammar: 'tsx' },
  { id: 'python', family: 'python', extensions: ['.py', '.pyi'], grammar: 'python' },
  { id: 'java', family: 'java', extensions: ['.java'], grammar: 'java' },
  { id: 'csharp', family: 'csharp', extensions: ['.cs'], grammar: 'c-sharp' },
  { id: 'php', family: 'php', extensions: ['.php'], grammar: 'php' },
  { id: 'go', family: 'go', extensions: ['.go'], grammar: 'go' },
  { id: 'rust', family: 'rust', extensions: ['.rs'], grammar: 'rust' },
  { id: 'c', family: 'c-family', extensions: ['.c'], grammar: 'c' },
  // A header may be either; the grammar of C++ reads both.
  {
    id: 'cpp',
    family: 'c-family',
    extensions: ['.h', '.cpp', '.cc', '.cxx', '.hpp', '.hh', '.hxx'],
    grammar: 'cpp',
  },
  { id: 'kotlin', family: 'kotlin', extensions: ['.kt', '.kts'], grammar: 'kotlin' },
  { id: 'ruby', family: 'ruby', extensions: ['.rb', '.rake', '.gemspec'], grammar: 'ruby' },
  { id: 'shellscript', family: 'shell', extensions: ['.sh', '.bash'], grammar: 'bash' },
];

/** The language with that VS Code id, or `undefined` when it isn't scanned. */
export function languageById(id: string): Language | undefined {
  return languages.find((language) => language.id === id);
}

/** The language of a file by its name, or `undefined` when it isn't scanned. */
export function languageOfFile(path: string): Language | undefined {
  const lower = path.toLowerCase();
  return languages.find((language) => language.extensions.some((extension) => lower.endsWith(extension)));
}
