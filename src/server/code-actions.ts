import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Fix, Remedy } from '../core/claims/index.ts';
import { message } from '../core/platform/index.ts';
import type { ClaimPlace } from '../protocol/claims.ts';
import type { EvidencePlace } from '../protocol/evidence-place.ts';
import { diagnosticOf } from './diagnostics.ts';
import { openSelection } from './document-selection.ts';
import { serverCommands } from './mark-accurate.ts';
import { touches } from './ranges.ts';
import { shownFindings } from './selection.ts';
import type { ServerContext } from './server-context.ts';
import { uriOfPath } from './uris.ts';

/**
 * Offers, on each contradicted claim under the cursor, its verified correction first, then to delete it, to mark it as
 * accurate, to ignore it, and to show what proves it.
 */
export function registerCodeActions(context: ServerContext): void {
  const { connection, documents, checked } = context;
  connection.onCodeAction(async ({ textDocument, range, context: asked }): Promise<CodeAction[]> => {
    const document = documents.get(textDocument.uri);
    const wantsFixes = asked.only?.every((kind) => !kind.startsWith(CodeActionKind.QuickFix)) !== true;
    if (document === undefined || !wantsFixes) return [];
    const selection = await openSelection(document, context);
    const findings = shownFindings(await checked.current(document), selection);
    const touched = findings.filter((finding) => touches(finding.range, range));
    const all = await Promise.all(touched.map((finding) => actionsFor(finding, document, context)));
    // Corrections of all the claims come before anything else about the first.
    return all
      .flat()
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ action }) => action);
  });
}

interface Ranked {
  readonly rank: number;
  readonly action: CodeAction;
}

async function actionsFor(
  finding: Finding,
  document: TextDocument,
  context: ServerContext,
): Promise<readonly Ranked[]> {
  const place: Place = { uri: document.uri, diagnostic: diagnosticOf(finding, context), context };
  const remedies = await context.remedies.of(document, finding);
  const ofKind = (kind: Remedy['kind']) =>
    remedies.filter((remedy) => remedy.kind === kind).map((one) => remedy(one, place));
  const isMarkable = (await context.projects.folderOf(document.uri)) !== undefined;
  const groups = [
    finding.fix === null ? [] : [correction(finding, finding.fix, place)],
    ofKind('delete-claim'),
    isMarkable ? [markAccurate(finding, place)] : [],
    ofKind('ignore-claim'),
    ofKind('ignore-line'),
    ofKind('ignore-file'),
    context.commandLinks ? showEvidence(finding, place) : [],
  ];
  return groups.flatMap((actions, rank) => actions.map((action) => ({ rank, action })));
}

interface Place {
  readonly uri: string;
  readonly diagnostic: Diagnostic;
  readonly context: ServerContext;
}

function correction({ confidence }: Finding, { title, edits }: Fix, place: Place): CodeAction {
  const isPreferred = confidence >= 0.9;
  return { ...quickFix(place.context.render(title), place), isPreferred, edit: editOf(edits, place) };
}

function remedy({ kind, edits }: Remedy, place: Place): CodeAction {
  return { ...quickFix(place.context.render(message(`remedy.${kind}`)), place), edit: editOf(edits, place) };
}

function markAccurate({ fingerprint }: Finding, place: Place): CodeAction {
  const { uri, context } = place;
  const title = context.render(message('claim.mark-accurate'));
  const claim: ClaimPlace = { uri, fingerprint };
  const command = context.commandLinks ? 'factprobe.markAccurate' : serverCommands.markAccurate;
  return { ...quickFix(title, place), command: { title, command, arguments: [claim] } };
}

function showEvidence({ evidence }: Finding, place: Place): readonly CodeAction[] {
  const [proof] = evidence;
  if (proof === undefined) return [];
  const title = place.context.render(message('claim.show-evidence'));
  const shown: EvidencePlace = { uri: uriOfPath(proof.path), range: proof.range };
  return [
    { ...quickFix(title, place), command: { title, command: 'factprobe.showEvidence', arguments: [shown] } },
  ];
}

function quickFix(title: string, { diagnostic }: Place): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
}

function editOf(edits: Fix['edits'], { uri }: Place): NonNullable<CodeAction['edit']> {
  return { changes: { [uri]: edits.map(({ range, newText }) => ({ range, newText })) } };
}
