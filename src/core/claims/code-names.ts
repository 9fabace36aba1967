import type { LanguageFamily, Span } from '../source/index.ts';
import { type NamesInCode, namesInCode } from './names-in-code.ts';

/** What stands between the marks of documentation: block comments and texts in three quotes. */
const documentation = /\/\*\*[\s\S]*?\*\/|"""[\s\S]*?"""|'''[\s\S]*?'''/g;
/** A tag that declares what no code does, and its name path (group 1): `@typedef {Function} Hook`, `@event Ship#sailed`. */
const declaringTag =
  /@(?:typedef|callback|namespace|event|external|mixin|name)\b[\s*]+(?:\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}[\s*]*)?([\p{ID_Start}$_][\p{ID_Continue}$.#~:]*)/dgu;

/** The lines that document in languages that do so without brackets around. */
const documentingLines: Readonly<Partial<Record<LanguageFamily, RegExp>>> = {
  go: /^[ \t]*\/\/.*$/gm,
  csharp: /^[ \t]*\/\/.*$/gm,
  rust: /^[ \t]*\/\/.*$/gm,
  'c-family': /^[ \t]*\/\/[/!].*$|\/\*![\s\S]*?\*\//gm,
  ruby: /^[ \t]*#.*$/gm,
};

/** Reads the names of a source without parsing it: rather too many than one too few. */
export function readCodeNames(text: string, family: LanguageFamily | undefined): NamesInCode {
  return namesInCode(withoutDocumentation(text, family));
}

/**
 * The text with its documentation blanked, so that every offset stays. Of a tag that declares a name by itself its at
 * sign and the last part of the name stay.
 */
export function withoutDocumentation(text: string, family: LanguageFamily | undefined): string {
  const lines = family === undefined ? undefined : documentingLines[family];
  const blank = (comment: string) => comment.replaceAll(/[^\n]/g, ' ');
  return (lines === undefined ? text : text.replaceAll(lines, blank)).replaceAll(documentation, (comment) => {
    let kept = '';
    for (const match of comment.matchAll(declaringTag)) {
      const place = match.indices?.[1];
      const last = /[^.#~:]+$/.exec(match[1] ?? '')?.[0];
      if (place === undefined || last === undefined) continue;
      kept = `${kept.padEnd(match.index)}@`.padEnd(place[1] - last.length) + last;
    }
    return kept.padEnd(comment.length);
  });
}

/** The first place of a name in code that `withoutDocumentation` gave, or `undefined`. */
export function placeOfName(name: string, code: string): Span | undefined {
  const word = name.replaceAll('$', '\\$');
  const found = new RegExp(String.raw`(?<![\w$])${word}(?![\w$])`).exec(code);
  return found === null ? undefined : { start: found.index, end: found.index + name.length };
}

/** The names of the source that is checked, with its code. */
export interface OwnNames extends NamesInCode {
  readonly code: string;
}

/** The same, read when they are first asked for. */
export function ownNamesOf(text: string, family: LanguageFamily): () => OwnNames {
  let names: OwnNames | undefined;
  return () => {
    if (names === undefined) {
      const code = withoutDocumentation(text, family);
      const { words, declared } = namesInCode(code);
      names = { words, declared, code };
    }
    return names;
  };
}
