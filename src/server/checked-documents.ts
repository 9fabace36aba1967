import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedFile } from '../core/claims/index.ts';
import { CancelledError, FactprobeError } from '../core/platform/index.ts';
import { languageById } from '../core/source/index.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import { pathOfUri } from './uris.ts';

/** The newest verdicts of each open document. */
export interface CheckedDocuments {
  /**
   * The verdicts on the document as it is now: kept ones when the text has not changed since, else a check runs.
   * A check of an older version of it is cancelled. `undefined` when the language isn't checked, or a newer
   * version came in meanwhile. Rejects when the check breaks unexpectedly.
   */
  current(document: TextDocument): Promise<CheckedFile | undefined>;
  /** Forgets a document and cancels its check. */
  forget(document: TextDocument): void;
}

interface Entry {
  readonly version: number;
  readonly checked: Promise<CheckedFile | undefined>;
  readonly abort: AbortController;
}

/** Keeps verdicts by document and version. */
export function createCheckedDocuments(pool: WorkerPool): CheckedDocuments {
  // By document, not by URI: one that was closed and opened again is another text under the same version.
  const entries = new WeakMap<TextDocument, Entry>();
  const forget = (document: TextDocument) => {
    entries.get(document)?.abort.abort();
    entries.delete(document);
  };
  return {
    current(document) {
      const known = entries.get(document);
      if (known?.version === document.version) return known.checked;
      forget(document);
      const abort = new AbortController();
      const checked = check(pool, document, abort.signal);
      entries.set(document, { version: document.version, checked, abort });
      checked.catch(() => {
        if (entries.get(document)?.checked === checked) entries.delete(document);
      });
      return checked;
    },
    forget,
  };
}

async function check(
  pool: WorkerPool,
  document: TextDocument,
  signal: AbortSignal,
): Promise<CheckedFile | undefined> {
  const language = languageById(document.languageId);
  if (language === undefined) return undefined;
  const path = pathOfUri(document.uri);
  const job = { type: 'check', path, languageId: language.id, text: document.getText() } as const;
  try {
    return await pool.run(job, { key: document.uri, signal });
  } catch (error) {
    if (error instanceof CancelledError) return undefined;
    if (error instanceof FactprobeError) return { findings: [], documented: 0, skipped: error.text };
    throw error;
  }
}
