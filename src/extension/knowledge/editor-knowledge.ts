import * as vscode from 'vscode';
import type { EditorKnowledge, EditorKnowledgeParams } from '../../protocol/editor-knowledge.ts';
import { hoverText } from './hover-text.ts';

/** Milliseconds that language extensions are waited for: one that still loads its project may take minutes. */
const patience = 4000;
/** Of each kind, how many are passed on. */
const most = 3;

/** Asks whatever language extension is active about the symbol at a place. */
export class EditorKnowledgeSource {
  #asking = 0;

  /** Whether hovers are asked right now, where ours has no part in: what we say is no evidence for us. */
  get isAsking(): boolean {
    return this.#asking > 0;
  }

  /** What is known; `null` when nothing is, or when the question isn't about the name there. */
  async look(
    { at, question }: EditorKnowledgeParams,
    token: vscode.CancellationToken,
  ): Promise<EditorKnowledge | null> {
    const uri = vscode.Uri.parse(at.uri, true);
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document === undefined) return null;
    const position = new vscode.Position(at.position.line, at.position.character);
    const range = document.getWordRangeAtPosition(position);
    const symbol = range === undefined ? '' : document.getText(range);
    if (range === undefined || !names(question, symbol)) return null;
    this.#asking += 1;
    try {
      const [texts, definitions] = await withLimit(
        Promise.all([textsAt(document, range), definitionsAt(document, range.start)]),
        token,
      );
      return texts.length + definitions.length === 0 ? null : { symbol, texts, definitions };
    } finally {
      this.#asking -= 1;
    }
  }
}

/** A question without any name of its own is about what the cursor is on, and one with names if that is among them. */
function names(question: string, symbol: string): boolean {
  const escaped = symbol.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return (
    symbol !== '' && new RegExp(`(?<![\\p{L}\\p{N}_$])${escaped}(?![\\p{L}\\p{N}_$])`, 'u').test(question)
  );
}

async function textsAt(document: vscode.TextDocument, range: vscode.Range): Promise<readonly string[]> {
  const { uri } = document;
  const hovers = await execute<readonly vscode.Hover[]>('vscode.executeHoverProvider', uri, range.start);
  const spoken = (hovers ?? []).flatMap(({ contents }) => contents.map(markdownOf)).map(hoverText);
  const isCalled = document.getText(new vscode.Range(range.end, range.end.translate(0, 1))) === '(';
  const help = isCalled
    ? await execute<vscode.SignatureHelp>(
        'vscode.executeSignatureHelpProvider',
        uri,
        range.end.translate(0, 1),
      )
    : undefined;
  const signatures = (help?.signatures ?? []).map(({ label }) => hoverText(label));
  const said = [...signatures, ...spoken].filter((text) => text !== '');
  // A hover mostly begins with the signature that the help for it has, too.
  return said
    .filter((text, index) => !said.some((other, i) => i < index && text.startsWith(other)))
    .slice(0, most);
}

async function definitionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<EditorKnowledge['definitions']> {
  const found = await execute<readonly (vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  const places = (found ?? [])
    .slice(0, most)
    .map((one) =>
      'targetUri' in one
        ? { uri: one.targetUri, line: (one.targetSelectionRange ?? one.targetRange).start.line }
        : { uri: one.uri, line: one.range.start.line },
    );
  const quoted = await Promise.all(places.map(quoteOf));
  return quoted.flatMap((one) => (one === undefined ? [] : [one]));
}

/** The line of a definition; `undefined` when its file can't be opened. */
async function quoteOf({ uri, line }: { readonly uri: vscode.Uri; readonly line: number }) {
  try {
    const { text, firstNonWhitespaceCharacterIndex: start } = (
      await vscode.workspace.openTextDocument(uri)
    ).lineAt(line);
    const quote = text.trim();
    if (quote === '') return undefined;
    const range = { start: { line, character: start }, end: { line, character: start + quote.length } };
    return { uri: uri.toString(), range, quote };
  } catch {
    // A language extension may name a place that is no file any more, and the rest is of use without it.
    return undefined;
  }
}

/** A language extension that fails knows nothing. */
async function execute<Result>(command: string, ...given: readonly unknown[]): Promise<Result | undefined> {
  try {
    return await vscode.commands.executeCommand<Result | undefined>(command, ...given);
  } catch {
    return undefined;
  }
}

function markdownOf(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}

/** Gives up with a `vscode.CancellationError` when cancelled, and with nothing when it takes too long. */
async function withLimit<Result extends readonly [readonly unknown[], readonly unknown[]]>(
  work: Promise<Result>,
  token: vscode.CancellationToken,
): Promise<Result | readonly [readonly [], readonly []]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly [readonly [], readonly []]>();
  const timer = setTimeout(() => resolve([[], []]), patience);
  const listening = token.onCancellationRequested(() => reject(new vscode.CancellationError()));
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    listening.dispose();
  }
}
