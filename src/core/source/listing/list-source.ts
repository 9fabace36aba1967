import type { Language, LanguageFamily } from '../language.ts';
import type { BraceSyntax } from './brace-syntax.ts';
import { cSyntax } from './c-heads.ts';
import { classSyntax, phpSyntax } from './class-heads.ts';
import { ecmascriptSyntax } from './ecmascript-heads.ts';
import { goSyntax } from './go-heads.ts';
import { listBraces } from './list-braces.ts';
import { listPython } from './list-python.ts';
import type { SourceListing } from './listing.ts';
import { rustSyntax } from './rust-heads.ts';

/** How the declarations of languages with braces are told, the registry. */
const syntaxes: Readonly<Partial<Record<LanguageFamily, BraceSyntax>>> = {
  ecmascript: ecmascriptSyntax,
  go: goSyntax,
  rust: rustSyntax,
  java: classSyntax,
  csharp: classSyntax,
  kotlin: classSyntax,
  php: phpSyntax,
  'c-family': cSyntax,
};

/**
 * What a source declares, told from its first words, brackets and indentation without a parser: names and places for
 * an index, to be confirmed by reading the declaration. Empty for a language that isn't listed. Never throws.
 */
export function listSource(text: string, { family }: Language): SourceListing {
  const syntax = syntaxes[family];
  if (syntax !== undefined) return listBraces(text, syntax);
  return family === 'python' ? listPython(text) : { names: [], docs: [] };
}
