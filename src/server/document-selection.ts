import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Selection, selectionOf } from './selection.ts';
import type { ServerContext } from './server-context.ts';
import { diskPathOfUri, pathOfUri } from './uris.ts';

/** What the settings want of an open document as it is now, its lines that count included. */
export async function openSelection(
  document: TextDocument,
  context: Pick<ServerContext, 'settings' | 'projects' | 'lines'>,
): Promise<Selection> {
  const selection = await documentSelection(document, context);
  return { ...selection, lines: await context.lines.of(document, selection.check) };
}

/** What the settings want of a file, as they are now. */
export async function documentSelection(
  { uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>,
  { settings, projects }: Pick<ServerContext, 'settings' | 'projects'>,
): Promise<Selection> {
  const [own, folder] = await Promise.all([settings.of(uri), projects.folderOf(uri)]);
  return selectionOf(own, { path: pathOfUri(uri), diskPath: diskPathOfUri(uri), languageId, folder });
}
