import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import type { Finding, Fix } from '../core/claims/index.ts';
import type { Range } from '../core/source/index.ts';
import { diagnosticOf } from './diagnostics.ts';
import { shownFindings } from './selection.ts';
import type { ServerContext } from './server-context.ts';

/** Offers the verified correction of each contradicted claim under the cursor. */
export function registerCodeActions(context: ServerContext): void {
  const { connection, documents, checked } = context;
  connection.onCodeAction(async ({ textDocument, range, context: asked }): Promise<CodeAction[]> => {
    const document = documents.get(textDocument.uri);
    const wantsFixes = asked.only?.every((kind) => !kind.startsWith(CodeActionKind.QuickFix)) !== true;
    if (document === undefined || !wantsFixes) return [];
    const settings = await context.settings.of(document.uri);
    const findings = shownFindings(await checked.current(document), settings);
    return findings.flatMap((finding) =>
      finding.fix === null || !touches(finding.range, range)
        ? []
        : [
            correction(finding, finding.fix, {
              uri: document.uri,
              diagnostic: diagnosticOf(finding, context),
              context,
            }),
          ],
    );
  });
}

interface Place {
  readonly uri: string;
  readonly diagnostic: Diagnostic;
  readonly context: ServerContext;
}

function correction(
  { confidence }: Finding,
  { title, edits }: Fix,
  { uri, diagnostic, context }: Place,
): CodeAction {
  return {
    title: context.render(title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: confidence >= 0.9,
    edit: { changes: { [uri]: edits.map(({ range, newText }) => ({ range, newText })) } },
  };
}

function touches(a: Range, b: Range): boolean {
  const isBefore = (x: Range, y: Range) =>
    x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !isBefore(a, b) && !isBefore(b, a);
}
