import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckedFile, projectFindings } from '../core/claims/index.ts';
import { CancelledError, FactprobeError, throwIfCancelled } from '../core/platform/index.ts';
import { projectExcludes } from '../core/workspace/index.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import { languageOfDocument } from './document-language.ts';
import { textOfDocument } from './document-text.ts';
import type { Projects } from './projects.ts';
import { diskPathOfUri, pathOfUri } from './uris.ts';

/** The newest verdicts of each open document. */
export interface CheckedDocuments {
  /**
   * The verdicts on the document as it is now: kept ones when the text has not changed since, else a check runs.
   * A check of an older version of it is cancelled. `undefined` when the language isn't checked, when its project leaves
   * it out, or when a newer version came in meanwhile. Rejects when the check breaks unexpectedly.
   */
  current(document: TextDocument): Promise<CheckedFile | undefined>;
  /**
   * Checks the document as it is now once more, with the examples of its comments run, and keeps those verdicts as long as
   * its text stays. `undefined` as for `current`. Rejects with a `CancelledError` when cancelled.
   */
  withExamples(
    document: TextDocument,
    running: { readonly pool: WorkerPool; readonly signal: AbortSignal },
  ): Promise<CheckedFile | undefined>;
  /** Forgets a document and cancels its check. */
  forget(document: TextDocument): void;
}

interface Entry {
  readonly version: number;
  readonly checked: Promise<CheckedFile | undefined>;
  readonly abort: AbortController;
}

/** Keeps verdicts by document and version, as the document's project wants them. */
export function createCheckedDocuments(pool: WorkerPool, projects: Projects): CheckedDocuments {
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
      const checked = checkInProject(document, { pool, projects, signal: abort.signal });
      entries.set(document, { version: document.version, checked, abort });
      checked.catch(() => {
        if (entries.get(document)?.checked === checked) entries.delete(document);
      });
      return checked;
    },
    async withExamples(document, { pool: examples, signal }) {
      const { version } = document;
      const request = { pool: examples, projects, signal, runsExamples: true };
      const checked = await checkInProject(document, request);
      throwIfCancelled(signal);
      if (checked === undefined || document.version !== version) return undefined;
      forget(document);
      const abort = new AbortController();
      entries.set(document, { version, checked: Promise.resolve(checked), abort });
      return checked;
    },
    forget,
  };
}

interface Checking {
  readonly pool: WorkerPool;
  readonly projects: Projects;
  readonly signal: AbortSignal;
  readonly runsExamples?: boolean;
}

async function checkInProject(
  document: TextDocument,
  { projects, ...checking }: Checking,
): Promise<CheckedFile | undefined> {
  const path = diskPathOfUri(document.uri);
  const [checked, project] = await Promise.all([check(document, checking), projects.of(path)]);
  // A cell's file doesn't tell its language.
  const isOtherLanguage =
    project.configuration.languages?.includes(languageOfDocument(document)?.id ?? 'python') === false;
  if (checked === undefined || isOtherLanguage || projectExcludes(project)(path)) return undefined;
  return { ...checked, findings: projectFindings(checked.findings, project) };
}

async function check(
  document: TextDocument,
  { pool, signal, runsExamples = false }: Omit<Checking, 'projects'>,
): Promise<CheckedFile | undefined> {
  const language = languageOfDocument(document);
  if (language === undefined) return undefined;
  const path = pathOfUri(document.uri);
  const job = {
    type: 'check',
    path,
    languageId: language.id,
    text: textOfDocument(document),
    runsExamples,
  } as const;
  try {
    return await pool.run(job, { key: document.uri, signal });
  } catch (error) {
    if (error instanceof CancelledError) return undefined;
    if (error instanceof FactprobeError) return { findings: [], documented: 0, skipped: error.text };
    throw error;
  }
}
