import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSample, placeOf } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';
import { eventually } from './support/eventually.ts';

/** Everything that the editor would show on a text, as plain markdown. */
async function hoversOn(document: vscode.TextDocument, text: string): Promise<readonly string[]> {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    placeOf(document, text).start,
  );
  return hovers.flatMap(({ contents }) => contents.map(markdownOf));
}

/** The card that the editor would show on a text: ours alone, as plain markdown. */
async function cardOn(document: vscode.TextDocument, text: string): Promise<string> {
  return eventually(`a card on “${text}”`, async () => {
    return (await hoversOn(document, text)).find((card) => card.startsWith('**'));
  });
}

function markdownOf(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}

describe('the hover card', () => {
  afterEach(closeAll);

  it('says the verdict, the reason, the proof with a link, and the correction', async () => {
    const card = await cardOn(await openSample('src/upload.ts'), 'attempts=3');
    const [verdict, proof, quote, fix] = card.split('\n\n');
    assert.ok(verdict?.startsWith(inEditorLanguage('**Contradicted** · ', '**与代码矛盾** · ')), card);
    assert.match(proof ?? '', /\[upload\\\.ts\\:20\]\(command:factprobe\.showEvidence\?/);
    assert.equal(quote, '```typescript\nattempts = 5\n```');
    assert.ok(fix?.includes(inEditorLanguage('Correct the default to 5', '将默认值更正为 5')), card);
  });

  it('says of a true claim that it is supported', async () => {
    const card = await cardOn(await openSample('src/upload.ts'), 'chunkSize=65536');
    assert.ok(card.startsWith(inEditorLanguage('**Supported**', '**有依据**')), card);
  });

  it('offers to ask about what an import brings, and about nothing else', async () => {
    const document = await openSample('src/upload.ts');
    const isLink = (card: string) => card.includes('](command:factprobe.askAboutSymbol?');
    const link = (await hoversOn(document, 'retry(() =>')).find(isLink);
    assert.ok(link?.includes(inEditorLanguage('Ask about retry', '询问 retry')), link);
    assert.equal((await hoversOn(document, 'upload(')).find(isLink), undefined);
  });
});
