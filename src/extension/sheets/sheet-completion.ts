import * as vscode from 'vscode';
import { checkedLanguageIds } from '../languages.ts';
import { outlineOf, sheetLanguage } from './sheet-documents.ts';
import { type SheetSuggestion, sheetSuggestions } from './sheet-suggestions.ts';

const kinds: Readonly<Record<SheetSuggestion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
};

/** Completes the keys of a question sheet, and the values of its headers. */
export function createSheetCompletion(): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems(document, position) {
      const before = document.lineAt(position).text.slice(0, position.character);
      const outline = outlineOf(document);
      const today = new Date().toISOString().slice(0, 10);
      const written = /[^ \t:：]*$/.exec(before)?.[0].length ?? 0;
      const range = new vscode.Range(position.translate(0, -written), position);
      return sheetSuggestions({ before, outline, languages: checkedLanguageIds, today }).map(
        ({ label, text, kind }, index) => {
          const item = new vscode.CompletionItem(label, kinds[kind]);
          item.insertText = text;
          item.range = range;
          item.sortText = String(index).padStart(3, '0');
          return item;
        },
      );
    },
  };
  return vscode.languages.registerCompletionItemProvider(sheetLanguage, provider, ':', ' ');
}
