import type { Span } from '../../source/index.ts';
import type { SignatureRecord, Stated, SymbolRecord } from '../module-record.ts';

/** A header in three views of the same length. */
export interface Header {
  readonly text: string;
  /** With blanks in place of comments. */
  readonly plain: string;
  /** With blanks in place of comments, directives and characters: `'{'` opens nothing. */
  readonly code: string;
}

/** The views of a header, so that every place stays. */
export function headerOf(text: string): Header {
  const plain = withoutComments(text);
  return { text, plain, code: withoutDirectives(plain) };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"/g, (found) =>
    found.startsWith('"') ? found : found.replace(/[^\n]/g, ' '),
  );
}

function withoutDirectives(text: string): string {
  return text
    .replace(/^[ \t]*#(?:[^\n\\]|\\[\s\S])*/gm, (found) => found.replace(/[^\n]/g, ' '))
    .replace(/'(?:[^'\\\n]|\\[^\n])'/g, (found) => `'${'_'.repeat(found.length - 2)}'`);
}

/** The place of the bracket that closes the one in front of a place; `undefined` where none does nearby. */
export function closingOf(code: string, from: number, [open, close]: string): number | undefined {
  const farthest = open === '{' ? 100_000 : 8000;
  let depth = 1;
  for (let i = from; i < Math.min(code.length, from + farthest); i++) {
    if (code[i] === open) depth++;
    if (code[i] === close && --depth === 0) return i;
  }
  return undefined;
}

/** What a header declares, without what nothing there tells. */
export function recordOf(
  path: string,
  {
    head,
    kind,
    signature,
    initial,
    deprecated,
  }: {
    readonly head: Span;
    readonly kind?: SymbolRecord['kind'];
    readonly signature?: SignatureRecord;
    readonly initial?: Stated;
    readonly deprecated?: Stated | undefined;
  },
): SymbolRecord {
  return {
    path,
    scope: '',
    kind: kind ?? (signature === undefined ? 'variable' : 'function'),
    head,
    signatures: signature === undefined ? [] : [signature],
    isOverload: false,
    isAccessor: false,
    isOptional: false,
    ...(initial === undefined ? {} : { initial }),
    ...(deprecated === undefined ? {} : { deprecated }),
    raises: [],
    types: [],
    aliases: [],
    bases: [],
  };
}
