import type { Cancellation } from '../platform/index.ts';
import {
  type Language,
  languageOfFile,
  type Raising,
  raisingIn,
  type SyntaxParser,
} from '../source/index.ts';
import type { CheckSubject } from './check.ts';

/** Reads what functions of other modules may raise, each once. */
export function raisingReader(
  { parser }: { readonly parser: SyntaxParser },
  { language, cancellation }: { readonly language: Language; readonly cancellation: Cancellation },
): CheckSubject['readRaising'] {
  const known = new Map<string, Promise<Raising | undefined>>();
  return ({ path, text }, name) => {
    const key = `${path}\0${name}`;
    const request = { text, language: languageOfFile(path) ?? language, cancellation };
    const found = known.get(key) ?? raisingIn(parser, request, name);
    known.set(key, found);
    return found;
  };
}
