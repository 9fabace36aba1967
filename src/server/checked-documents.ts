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
  forget(uri: string): void;
}

interface Entry {
  readonly version: number;
  readonly checked: Promise<CheckedFile | undefined>;
  readonly abort: AbortController;
}

/** Keeps verdicts by document and version. */
export function createCheckedDocuments(pool: WorkerPool): CheckedDocuments {
  const entries = new Map<string, Entry>();
  const forget = (uri: string) => {
    entries.get(uri)?.abort.abort();
    entries.delete(uri);
  };
  return {
    current(document) {
      const known = entries.get(document.uri);
      if (known?.version === document.version) return known.checked;
      forget(document.uri);
      const abort = new AbortController();
      const checked = check(pool, document, abort.signal);
      entries.set(document.uri, { version: document.version, checked, abort });
      checked.catch(() => forget(document.uri));
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
