import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openUnsaved, placeOf } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';

interface Answer {
  readonly attempted: boolean;
  readonly notes: readonly string[];
  readonly evidence: readonly { readonly uri: string; readonly quote: string }[];
}

describe("the editor's own knowledge", () => {
  const registered: vscode.Disposable[] = [];
  afterEach(async () => {
    for (const one of registered.splice(0)) one.dispose();
    await closeAll();
  });

  it('is quoted where nothing installed says anything, without what we say ourselves', async () => {
    const document = await openUnsaved(
      'java',
      'int moor(int attempts) { return attempts; }\nint a = moor(3);\n',
    );
    const selector = { language: 'java', scheme: 'untitled' };
    registered.push(
      vscode.languages.registerHoverProvider(selector, {
        provideHover: () => new vscode.Hover('```java\nint moor(int attempts)\n```\nMoors.'),
      }),
      vscode.languages.registerDefinitionProvider(selector, {
        provideDefinition: () => new vscode.Location(document.uri, placeOf(document, 'moor')),
      }),
    );
    const place = placeOf(document, 'moor(3)');
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(place.start, place.start) });
    const answer = await vscode.commands.executeCommand<Answer>(
      'factprobe.askQuestion',
      'What does moor return?',
    );
    assert.equal(answer.attempted, false);
    assert.ok(
      answer.notes.includes(
        inEditorLanguage(
          "The editor's own language support says of moor: int moor(int attempts) Moors.",
          '编辑器自身的语言支持对 moor 的说明：int moor(int attempts) Moors.',
        ),
      ),
      answer.notes.join('\n'),
    );
    const quotes = answer.evidence.map(({ quote }) => quote);
    assert.deepEqual(quotes, ['int moor(int attempts) { return attempts; }']);
  });
});
