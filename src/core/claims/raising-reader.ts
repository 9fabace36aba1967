import type { Cancellation } from '../platform/index.ts';
import {
  type Language,
  languageOfFile,
  type Raising,
  raisingIn,
  type SyntaxParser,
} from '../source/index.ts';
import type { CheckSubject } from './check.ts';

/** What a function of a module may raise, as long as the module has that text. */
interface KnownRaising {
  readonly text: string;
  readonly found: Promise<Raising | undefined>;
}

/** By path and name. */
const knownBy = new WeakMap<SyntaxParser, Map<string, KnownRaising>>();
const most = 1000;

/** Reads what functions of other modules may raise, each once for all files of a project that call it. */
export function raisingReader(
  { parser }: { readonly parser: SyntaxParser },
  { language, cancellation }: { readonly language: Language; readonly cancellation: Cancellation },
): CheckSubject['readRaising'] {
  const known = knownBy.get(parser) ?? new Map<string, KnownRaising>();
  knownBy.set(parser, known);
  return ({ path, text }, name) => {
    const key = `${path}\0${name}`;
    const before = known.get(key);
    if (before?.text === text) return before.found;
    const found = raisingIn(parser, { text, language: languageOfFile(path) ?? language, cancellation }, name);
    if (known.size >= most) known.clear();
    known.set(key, { text, found });
    // A check that was cancelled found nothing out.
    found.catch(() => known.delete(key));
    return found;
  };
}
