import type { TextDocument } from 'vscode-languageserver-textdocument';
import { FactprobeError } from '../core/platform/index.ts';
import { type CommittedFile, committedFile, type LineRange, lineChanges } from '../core/workspace/index.ts';
import { nodeFileSystem } from '../node/file-system.ts';
import { runProcess } from '../node/run-process.ts';
import type { Settings } from '../protocol/settings.ts';
import type { InsertedLines } from './inserted-lines.ts';
import { pathOfUri } from './uris.ts';

/** Milliseconds for which a commit is taken to be the same one: Git isn't asked with every key. */
const freshness = 5000;

/** The lines of open documents that settings narrow their checks to. */
export interface DocumentLines {
  /** The lines that count in a document as it is now; `undefined` when every line does, as where Git can't tell. */
  of(document: TextDocument, settings: Settings['check']): Promise<readonly LineRange[] | undefined>;
}

export interface DocumentLinesOptions {
  readonly inserted: InsertedLines;
  /** Called with why Git can't tell, in a message for the reader. */
  readonly onProblem: (error: FactprobeError) => void;
}

/** Keeps what Git told of each file for a moment. */
export function createDocumentLines({ inserted, onProblem }: DocumentLinesOptions): DocumentLines {
  const known = new Map<
    string,
    { readonly asked: number; readonly file: Promise<CommittedFile | undefined> }
  >();
  const committed = (uri: string, ref: string, withGenerated: boolean) => {
    const key = JSON.stringify([uri, ref, withGenerated]);
    const last = known.get(key);
    if (last !== undefined && performance.now() - last.asked < freshness) return last.file;
    const file = askGit(pathOfUri(uri), { ref, withGenerated }, onProblem);
    known.set(key, { asked: performance.now(), file });
    return file;
  };
  return {
    async of(document, { scope, changedAgainst }) {
      if (scope === 'workspace' || scope === 'openFiles') return undefined;
      const { uri } = document;
      const isGenerated = scope === 'generated';
      const file = uri.startsWith('file:')
        ? await committed(uri, isGenerated ? 'HEAD' : changedAgainst, isGenerated)
        : undefined;
      if (isGenerated) {
        const old =
          file?.text === undefined ? [] : lineChanges(file.text, document.getText()).moved(file.generated);
        return [...old, ...inserted.of(uri)];
      }
      return file?.text === undefined ? undefined : lineChanges(file.text, document.getText()).added;
    },
  };
}

async function askGit(
  path: string,
  { ref, withGenerated }: { readonly ref: string; readonly withGenerated: boolean },
  onProblem: DocumentLinesOptions['onProblem'],
): Promise<CommittedFile | undefined> {
  const real = (await nodeFileSystem.realPath(path)) ?? path;
  try {
    return await committedFile({ runProcess }, { path: real, ref, withGenerated });
  } catch (error) {
    if (!(error instanceof FactprobeError)) throw error;
    onProblem(error);
    return undefined;
  }
}
