import type { Language } from '../language.ts';
import { ecmascriptSyntax } from './ecmascript-heads.ts';
import { listBraces } from './list-braces.ts';
import { listPython } from './list-python.ts';
import type { SourceListing } from './listing.ts';

/**
 * What a source declares, told from its first words, brackets and indentation without a parser: names and places for
 * an index, to be confirmed by reading the declaration. Empty for a language that isn't listed. Never throws.
 */
export function listSource(text: string, { family }: Language): SourceListing {
  switch (family) {
    case 'ecmascript':
      return listBraces(text, ecmascriptSyntax);
    case 'python':
      return listPython(text);
    default:
      return { names: [], docs: [] };
  }
}
