import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckedFile, type Finding, isOnChangedLines, projectFindings } from '../core/claims/index.ts';
import { CancelledError, FactprobeError } from '../core/platform/index.ts';
import { languageOfFile } from '../core/source/index.ts';
import type { LinesOf } from '../node/scope-lines.ts';
import { diagnosticOf } from './diagnostics.ts';
import { languageOfDocument } from './document-language.ts';
import { documentSelection } from './document-selection.ts';
import { tellFindings } from './finding-list.ts';
import { selectedFindings, shownFindings } from './selection.ts';
import type { ServerContext } from './server-context.ts';
import { uriOfPath } from './uris.ts';

/** What checking files outside of documents needs. */
export interface SourceFileTools {
  readonly context: ServerContext;
  readonly signal: AbortSignal;
  /** Whether supported and unverified claims are listed, too. */
  readonly everything: boolean;
  /** Lines that count; every one of these has to agree. */
  readonly linesOf?: readonly LinesOf[];
  /** The document, where the file is open: its text counts, not that on the disk. */
  readonly document?: TextDocument | undefined;
}

/** What came of a file. */
export interface CheckedSourceFile {
  /** Claims of every verdict. */
  readonly claims: number;
  readonly shown: readonly Finding[];
  readonly listed: readonly Finding[];
  readonly isSkipped: boolean;
}

const nothing: CheckedSourceFile = { claims: 0, shown: [], listed: [], isSkipped: false };

/** Checks a file as settings and its project want; a cancelled check comes back empty. */
export async function checkSourceFile(path: string, tools: SourceFileTools): Promise<CheckedSourceFile> {
  const { context, everything, linesOf = [], document } = tools;
  const language = document === undefined ? languageOfFile(path) : languageOfDocument(document);
  if (language === undefined) return nothing;
  const selection = await documentSelection({ uri: uriOfPath(path), languageId: language.id }, context);
  if (!selection.isOn) return nothing;
  const whole = await (document === undefined ? checkOnDisk(path, tools) : context.checked.current(document));
  if (whole === undefined) return nothing;
  if (whole.skipped !== undefined) return { ...nothing, isSkipped: true };
  const findings = whole.findings.filter((finding) =>
    linesOf.every((own) => isOnChangedLines(finding, path, own)),
  );
  const checked: CheckedFile = { ...whole, findings };
  const shown = shownFindings(checked, selection);
  const listed = everything ? selectedFindings(checked, selection) : shown;
  return { claims: findings.length, shown, listed, isSkipped: false };
}

async function checkOnDisk(
  path: string,
  { context, signal }: SourceFileTools,
): Promise<CheckedFile | undefined> {
  const { pool, projects, connection } = context;
  const language = languageOfFile(path);
  if (language === undefined) return undefined;
  const job = { type: 'check', path, languageId: language.id, text: null } as const;
  try {
    const [checked, project] = await Promise.all([pool.run(job, { key: path, signal }), projects.of(path)]);
    return { ...checked, findings: projectFindings(checked.findings, project) };
  } catch (error) {
    if (error instanceof CancelledError) return undefined;
    if (error instanceof FactprobeError) return { findings: [], documented: 0, skipped: error.text };
    // One file must not take the results of all others with it.
    connection.console.error(
      `${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return undefined;
  }
}

/** Publishes and lists what came of a file that isn't open. */
export function publishSourceFile(
  path: string,
  { shown, listed }: CheckedSourceFile,
  { context }: SourceFileTools,
): void {
  const uri = uriOfPath(path);
  const diagnostics = shown.map((finding) => diagnosticOf(finding, context));
  void context.connection.sendDiagnostics({ uri, diagnostics });
  tellFindings(uri, listed, context);
}
