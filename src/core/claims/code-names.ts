import type { Span } from '../source/index.ts';

/** What stands between the marks of documentation: block comments and texts in three quotes. */
const documentation = /\/\*\*[\s\S]*?\*\/|"""[\s\S]*?"""|'''[\s\S]*?'''/g;
const name = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;
const declared =
  /(?:\b(?:def|class|function\*?|interface|type|enum|struct|trait|fn|func|const|let|var)\s+|\.|@\s+)([\p{ID_Start}$_][\p{ID_Continue}$]*)|([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(?:=|:|\()/gu;
/** A tag that declares what no code does, and its name path (group 1): `@typedef {Function} Hook`, `@event Ship#sailed`. */
const declaringTag =
  /@(?:typedef|callback|namespace|event|external|mixin|name)\b[\s*]+(?:\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}[\s*]*)?([\p{ID_Start}$_][\p{ID_Continue}$.#~:]*)/dgu;

/** The names in a source. */
export interface CodeNames {
  /** Every word outside of documentation, those of line comments and texts among them, and what documentation declares. */
  readonly words: ReadonlySet<string>;
  /** Those that stand where something is declared, assigned, called or a member. */
  readonly declared: ReadonlySet<string>;
}

/** Reads the names of a source of any language without parsing it: rather too many than one too few. */
export function readCodeNames(text: string): CodeNames {
  const code = withoutDocumentation(text);
  return {
    words: new Set(code.match(name)),
    declared: new Set([...code.matchAll(declared)].flatMap((match) => match[1] ?? match[2] ?? [])),
  };
}

/**
 * The text with its documentation blanked, so that every offset stays. Of a tag that declares a name by itself its at
 * sign and the last part of the name stay.
 */
export function withoutDocumentation(text: string): string {
  return text.replaceAll(documentation, (comment) => {
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
export interface OwnNames extends CodeNames {
  readonly code: string;
}

/** The same, read when they are first asked for. */
export function ownNamesOf(text: string): () => OwnNames {
  let names: OwnNames | undefined;
  return () => {
    names ??= { ...readCodeNames(text), code: withoutDocumentation(text) };
    return names;
  };
}
