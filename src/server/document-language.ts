import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Language, languageById, languageOfFile } from '../core/source/index.ts';
import { pathOfUri } from './uris.ts';

/**
 * The language of a document, or `undefined` when it isn't scanned. Editors have names of their own for some (`cs` in
 * Neovim): where the name isn't known, the file's ending decides.
 */
export function languageOfDocument({ languageId, uri }: TextDocument): Language | undefined {
  return languageById(languageId) ?? languageOfFile(pathOfUri(uri));
}
