import { type Hover, MarkupKind } from 'vscode-languageserver/node';
import type { CheckedFile, Finding } from '../core/claims/index.ts';
import type { Position, Range } from '../core/source/index.ts';
import { documentSelection } from './document-selection.ts';
import { holdsPosition, holdsRange } from './ranges.ts';
import type { ServerContext } from './server-context.ts';
import { symbolCard } from './symbol-card.ts';
import { verdictCard } from './verdict-card.ts';

/**
 * Answers a hover on a claim with its verdict card, whatever the verdict, and one on the name of a documented symbol
 * with all the claims of its comment.
 */
export function registerHover(context: ServerContext): void {
  const { connection, documents, checked } = context;
  connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    if (!(await documentSelection(document, context)).isOn) return null;
    const result = await checked.current(document);
    if (result === undefined) return null;
    const finding = foremost(result.findings.filter(({ range }) => holdsPosition(range, position)));
    if (finding !== undefined && finding.verdict !== 'unverified') {
      return hoverOf(verdictCard(finding, document.languageId, context), finding.range);
    }
    return hoverOnSymbol(result, position, context);
  });
}

function hoverOnSymbol(
  { symbols = [], findings }: CheckedFile,
  position: Position,
  context: ServerContext,
): Hover | null {
  const symbol = symbols.find(({ nameRange }) => holdsPosition(nameRange, position));
  if (symbol === undefined) return null;
  const own = findings.filter(({ range }) => holdsRange(symbol.commentRange, range));
  return own.length === 0 ? null : hoverOf(symbolCard(own, context), symbol.nameRange);
}

function hoverOf(value: string, range: Range): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}

/** Of claims inside one another a contradicted one first, since it is underlined; then the innermost. */
function foremost(findings: readonly Finding[]): Finding | undefined {
  const isOther = ({ verdict }: Finding) => (verdict === 'contradicted' ? 0 : 1);
  return findings.toSorted((a, b) => isOther(a) - isOther(b) || a.claim.length - b.claim.length)[0];
}
