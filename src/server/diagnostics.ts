import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/claims/index.ts';
import { message } from '../core/platform/index.ts';
import { type CheckState, checkStateMethod } from '../protocol/check-state.ts';
import { openSelection } from './document-selection.ts';
import { tellFindings } from './finding-list.ts';
import { selectedFindings, shownFindings } from './selection.ts';
import type { ServerContext } from './server-context.ts';
import { uriOfPath } from './uris.ts';

/** Diagnostics on the text as it is typed, a short delay behind the last keystroke. */
export interface Diagnostics {
  /** Checks every open document and every listed file anew, for settings that changed. */
  refresh(): void;
}

/** Publishes a diagnostic for each contradicted claim of the open documents. */
export function registerDiagnostics(context: ServerContext): Diagnostics {
  const { connection, documents, checked } = context;
  const timers = new Map<string, NodeJS.Timeout>();
  const openedAt = new Map<string, number>();
  const schedule = (document: TextDocument, delay: number) => {
    clearTimeout(timers.get(document.uri));
    // The document may have been closed while its settings were asked for.
    if (documents.get(document.uri) !== document) return;
    timers.set(
      document.uri,
      setTimeout(() => void publish(document, context), delay),
    );
  };
  documents.onDidOpen(({ document }) => {
    openedAt.set(document.uri, document.version);
    schedule(document, 0);
  });
  documents.onDidChangeContent(async ({ document }) => {
    // Opening counts as a change too.
    if (openedAt.get(document.uri) === document.version) return;
    schedule(document, (await context.settings.of(document.uri)).check.delay);
  });
  documents.onDidClose(({ document }) => {
    clearTimeout(timers.get(document.uri));
    timers.delete(document.uri);
    openedAt.delete(document.uri);
    checked.forget(document);
    context.settings.forget(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    tellFindings(document.uri, [], context);
  });
  return {
    refresh: () => {
      for (const document of documents.all()) schedule(document, 0);
      context.listed.changedAll();
    },
  };
}

/** Checks a document and publishes what came of it; resolves with the findings shown. */
export async function publish(document: TextDocument, context: ServerContext): Promise<readonly Finding[]> {
  const { connection, documents, checked, render } = context;
  const { version } = document;
  tell(context, { uri: document.uri, isChecking: true, skipped: null });
  let skipped: string | null = null;
  try {
    const result = await checked.current(document);
    if (result === undefined) return [];
    if (result.skipped !== undefined) {
      skipped = render(result.skipped);
      connection.console.info(`${document.uri}: ${skipped}`);
    }
    const selection = await openSelection(document, context);
    const findings = shownFindings(result, selection);
    if (documents.get(document.uri) !== document || document.version !== version) return [];
    const diagnostics = findings.map((finding) => diagnosticOf(finding, context));
    await connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
    tellFindings(document.uri, selectedFindings(result, selection), context);
    return findings;
  } catch (error) {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    skipped = render(message('workspace.skipped.broke-off'));
    return [];
  } finally {
    // A newer text of the document tells about its own check.
    if (documents.get(document.uri) === document && document.version === version) {
      tell(context, { uri: document.uri, isChecking: false, skipped });
    }
  }
}

function tell({ connection, checkStates }: ServerContext, state: CheckState): void {
  if (checkStates) void connection.sendNotification(checkStateMethod, state);
}

/** A finding as an editor shows it; the places that prove it come as related information. */
export function diagnosticOf(finding: Finding, { render }: Pick<ServerContext, 'render'>): Diagnostic {
  const isWarning = finding.severity === 'warning';
  return {
    range: finding.range,
    severity: isWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
    source: 'factprobe',
    code: finding.kind,
    message: render(finding.message),
    data: { fingerprint: finding.fingerprint },
    relatedInformation: finding.evidence.map(({ path, range, quote }) => ({
      location: { uri: uriOfPath(path), range },
      message: quote.replace(/\s+/g, ' ').slice(0, 120),
    })),
  };
}
