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
    if (document === undefined || !context.settings().check.enabled) return null;
    const result = await checked.current(document);
    const finding = narrowest((result?.findings ?? []).filter((one) => contains(one, position)));
    if (finding === undefined || finding.verdict === 'unverified') return null;
    const value = verdictCard(finding, document.languageId, context);
    return { contents: { kind: MarkupKind.Markdown, value }, range: finding.range };
  });
}

function contains({ range: { start, end } }: Finding, { line, character }: Position): boolean {
  const isAfterStart = line > start.line || (line === start.line && character >= start.character);
  return isAfterStart && (line < end.line || (line === end.line && character <= end.character));
}

/** Of claims inside one another the innermost, a contradicted one before others of the same size. */
function narrowest(findings: readonly Finding[]): Finding | undefined {
  const rank = ({ claim, verdict }: Finding) => claim.length * 2 - (verdict === 'contradicted' ? 1 : 0);
  return findings.toSorted((a, b) => rank(a) - rank(b))[0];
}
