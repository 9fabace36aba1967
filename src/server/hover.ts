import { type Hover, MarkupKind } from 'vscode-languageserver/node';
import type { Finding } from '../core/claims/index.ts';
import type { Position } from '../core/source/index.ts';
import type { ServerContext } from './server-context.ts';
import { verdictCard } from './verdict-card.ts';

/** Answers a hover on a claim with its verdict card, whatever the verdict. */
export function registerHover(context: ServerContext): void {
  const { connection, documents, checked } = context;
  connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    const { check } = await context.settings.of(document.uri);
    if (!check.enabled) return null;
    const result = await checked.current(document);
    const finding = foremost((result?.findings ?? []).filter((one) => contains(one, position)));
    if (finding === undefined || finding.verdict === 'unverified') return null;
    const value = verdictCard(finding, document.languageId, context);
    return { contents: { kind: MarkupKind.Markdown, value }, range: finding.range };
  });
}

function contains({ range: { start, end } }: Finding, { line, character }: Position): boolean {
  const isAfterStart = line > start.line || (line === start.line && character >= start.character);
  return isAfterStart && (line < end.line || (line === end.line && character <= end.character));
}

/** Of claims inside one another a contradicted one first, since it is underlined; then the innermost. */
function foremost(findings: readonly Finding[]): Finding | undefined {
  const isOther = ({ verdict }: Finding) => (verdict === 'contradicted' ? 0 : 1);
  return findings.toSorted((a, b) => isOther(a) - isOther(b) || a.claim.length - b.claim.length)[0];
}
