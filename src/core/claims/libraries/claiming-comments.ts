import type { Declaration, Language, Span } from '../../source/index.ts';

/** A source with the comments that are known already. */
interface ClaimingSource {
  readonly text: string;
  readonly language: Language;
  readonly declarations: readonly Declaration[];
}

/**
 * The comments and docstrings that name something of the imported `roots`, or say something of a dotted name, in the order
 * of the text: rather too many. Reads no tree, so that sources without such a comment cost a few passes over their text.
 */
export function commentsThatMayClaim(
  { text, language, declarations }: ClaimingSource,
  roots: ReadonlySet<string>,
): readonly Span[] {
  const { family } = language;
  if (family !== 'python' && family !== 'ecmascript') return [];
  if (roots.size === 0 && !marked.test(text) && !requiring.test(text)) return [];
  const mentions = mentioning(roots);
  const docs = declarations.flatMap(({ doc }) => (doc === undefined ? [] : [doc.span]));
  const others = family === 'python' ? pythonComments(text) : ecmascriptComments(text);
  const isNew = ({ start }: Span) => !docs.some((doc) => start >= doc.start && start < doc.end);
  const isMentioning = ({ start, end }: Span) => mentions(text.slice(start, end));
  return [...docs.filter(isMentioning), ...others.filter(isMentioning).filter(isNew)].sort(
    (a, b) => a.start - b.start,
  );
}

/** A dotted name or a call between backticks. */
const marked = /`[A-Za-z_$][\w$]*\.[\w$.]+(?:\(\))?`/;
/** Words with which something is said of a name. */
const saying =
  /\b(?:defaults?|deprecated|times out|waits|takes|accepts|returns|raises|throws|removed|added|introduced|required|optional|parameter|argument|option)\b|默认|弃用|废弃|返回|参数|移除/;

/** The names that the imports of a source seem to bind, as its text alone tells: rather too many. */
export function importedRoots(text: string, { family }: Language): ReadonlySet<string> {
  return family === 'python' ? pythonRoots(text) : ecmascriptRoots(text);
}

/** Words with which a version of a package is required. */
const requiring =
  /\b(?:[Rr]equires?|[Nn]eeds?|[Dd]epends? on)\s+[`'"]?[\w@][\w.@/-]*[`'"]?\s+(?:version\s+)?(?:>=|≥|v?\d)|需要\s*`?[\w@][\w.@/-]*`?\s*(?:>=|≥|版本|\d)/;

/** Whether a sentence holds one of some names at all, a name between marks, or a required version. */
export function holdsName(roots: ReadonlySet<string>): (sentence: string) => boolean {
  if (roots.size === 0) return (sentence) => sentence.includes('`') || requiring.test(sentence);
  const named = new RegExp(`[\`'"]|(?<![\\w$])(?:${alternatives(roots)})(?![\\w$])`);
  return (sentence) => named.test(sentence) || requiring.test(sentence);
}

function alternatives(names: ReadonlySet<string>): string {
  return [...names].map((name) => name.replaceAll('$', '\\$')).join('|');
}

function mentioning(roots: ReadonlySet<string>): (comment: string) => boolean {
  const named =
    roots.size === 0
      ? undefined
      : new RegExp(`(?<![\\w$.@/])(?:${alternatives(roots)})(?:\\.[A-Za-z_$]|\\(\\)|\`|\\s*\\})`);
  return (comment) =>
    named?.test(comment) === true ||
    requiring.test(comment) ||
    (marked.test(comment) && saying.test(comment));
}

function pythonRoots(text: string): ReadonlySet<string> {
  const roots = new Set<string>();
  const statements =
    /^[ \t]*(?:from[ \t]+[A-Za-z_][\w.]*[ \t]+import[ \t]*(?:\(([^()]*)\)|([^\n(]*))|import[ \t]+([^\n]*))/gm;
  for (const [, inside, line, whole] of text.matchAll(statements)) {
    for (const item of (inside ?? line ?? whole ?? '').replaceAll(/#[^\n]*/g, '').split(',')) {
      const [, name = '', alias] = /^\s*([A-Za-z_]\w*)[\w.]*(?:\s+as\s+([A-Za-z_]\w*))?/.exec(item) ?? [];
      if (name !== '') roots.add(alias ?? name);
    }
  }
  return roots;
}

function ecmascriptRoots(text: string): ReadonlySet<string> {
  const roots = new Set<string>();
  if (!/\b(?:import|require)\b/.test(text)) return roots;
  const imports = text.matchAll(/\bimport\b([^'"`;()]*?)\bfrom\s*['"](?![./])/g);
  const calls = text.matchAll(/(?:require|__importStar|__importDefault)\s*\([^'"\n]*['"](?![./])/g);
  // From a call back to what it is given to: the other way every name of the text would be tried.
  const required = [...calls].flatMap(({ index }) => {
    const before = text.slice(Math.max(0, index - 1000), index);
    return /([A-Za-z_$][\w$]*|\{[^{}]*\})\s*=\s*[\w.]*$/.exec(before)?.[1] ?? [];
  });
  for (const names of [...[...imports].map(([, list = '']) => list), ...required]) {
    for (const [name] of names.matchAll(/[A-Za-z_$][\w$]*/g))
      if (name !== 'as' && name !== 'type') roots.add(name);
  }
  return roots;
}

/** Comments on lines one below the other as one, and the text at the top of a module. */
function pythonComments(text: string): readonly Span[] {
  const top = /^(?:[^\S\n]*(?:#[^\n]*)?\n)*[rRuU]?("""|''')[\s\S]*?\1/.exec(text);
  const begin = top === null ? 0 : top[0].search(/[rRuU]?(?:"""|''')/);
  const ofModule = top === null ? [] : [{ start: begin, end: top[0].length }];
  const lines = runs(text, /#[^\n]*(?:\n[ \t]*#[^\n]*)*/g);
  return [
    ...ofModule,
    ...lines.filter(({ start }) => top === null || start >= top[0].length || start < begin),
  ];
}

function ecmascriptComments(text: string): readonly Span[] {
  return runs(text, /\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*|\/\*[\s\S]*?\*\//g).filter(
    ({ start }) => text[start - 1] !== ':',
  );
}

/** What a pattern finds, but for what stands in a text of code. */
function runs(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: found }) => {
    const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
    const isInText = before.length < 500 && (before.match(/(?<!\\)["'`]/g)?.length ?? 0) % 2 === 1;
    if (isInText) return [];
    // What stands beside code isn't continued by the comment below.
    const first = before.trim() === '' ? -1 : found.search(/\n[ \t]*(?:#|\/\/)/);
    const cut = first < 0 || found.startsWith('/*') ? index : index + first + 1;
    const beside = cut === index ? [] : [{ start: index, end: cut - 1 }];
    return [...beside, { start: cut, end: index + found.length }];
  });
}
