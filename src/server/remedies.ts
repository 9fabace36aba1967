import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Remedy } from '../core/claims/index.ts';
import { CancelledError, FactprobeError } from '../core/platform/index.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import { languageOfDocument } from './document-language.ts';
import { textOfDocument } from './document-text.ts';
import { isNotebookCell, pathOfUri } from './uris.ts';

/** The ways to be rid of findings in the open documents. */
export interface Remedies {
  /** Those that hold for a finding of the document as it is now; none when the document changes meanwhile. */
  of(document: TextDocument, finding: Finding): Promise<readonly Remedy[]>;
}

interface Known {
  readonly version: number;
  readonly remedies: Map<string, Promise<readonly Remedy[]>>;
  readonly abort: AbortController;
}

/** Keeps what was found out about each finding, as long as the document stays as it is: an editor asks with every move of the cursor. */
export function createRemedies(pool: WorkerPool): Remedies {
  const known = new WeakMap<TextDocument, Known>();
  const entryOf = (document: TextDocument): Known => {
    const last = known.get(document);
    if (last?.version === document.version) return last;
    last?.abort.abort();
    const entry = { version: document.version, remedies: new Map(), abort: new AbortController() };
    known.set(document, entry);
    return entry;
  };
  return {
    of(document, { fingerprint }) {
      const { remedies, abort } = entryOf(document);
      const found = remedies.get(fingerprint) ?? find(pool, { document, fingerprint, signal: abort.signal });
      remedies.set(fingerprint, found);
      return found;
    },
  };
}

interface Wanted {
  readonly document: TextDocument;
  readonly fingerprint: string;
  readonly signal: AbortSignal;
}

async function find(pool: WorkerPool, { document, fingerprint, signal }: Wanted): Promise<readonly Remedy[]> {
  const language = languageOfDocument(document);
  if (language === undefined) return [];
  const path = pathOfUri(document.uri);
  const job = {
    type: 'remedies',
    path,
    languageId: language.id,
    text: textOfDocument(document),
    fingerprint,
  } as const;
  try {
    // Another thread than that of the checks, where there is one: what is typed comes first.
    const all = await pool.run(job, { key: `remedies ${document.uri}`, signal });
    // A mark on top would hold for one cell of a notebook only, and stand above a magic that must be first.
    return isNotebookCell(document.uri) ? all.filter(({ kind }) => kind !== 'ignore-file') : all;
  } catch (error) {
    // Past the deadline, say: the correction is offered all the same.
    if (error instanceof CancelledError || error instanceof FactprobeError) return [];
    throw error;
  }
}
