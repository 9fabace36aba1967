/** The public benchmark's names for languages that editors and people call otherwise. */
const benchmarkNames: Readonly<Record<string, string>> = {
  typescript: 'javascript',
  typescriptreact: 'javascript',
  javascriptreact: 'javascript',
  js: 'javascript',
  ts: 'javascript',
  jsx: 'javascript',
  tsx: 'javascript',
  'c++': 'cpp',
  csharp: 'c-sharp',
  'c#': 'c-sharp',
  html: 'html/css',
  css: 'html/css',
  scss: 'html/css',
  less: 'html/css',
  golang: 'go',
  bash: 'shell',
  shellscript: 'shell',
  sh: 'shell',
};

/** The benchmark's name for a language. A name that isn't known stands for itself, in lower case. */
export function benchmarkLanguage(language: string): string {
  const lower = language.trim().toLowerCase();
  return benchmarkNames[lower] ?? lower;
}

/** The benchmark's names for some languages that are asked for, each once, sorted. C takes C++ with it. */
export function benchmarkLanguages(languages: readonly string[]): readonly string[] {
  const names = languages.map(benchmarkLanguage).filter((name) => name !== '');
  // The benchmark has one question on C: whoever writes C is asked about both.
  return [...new Set(names.flatMap((name) => (name === 'c' ? ['c', 'cpp'] : [name])))].sort();
}
