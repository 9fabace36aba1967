import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSample, placeOf } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';

interface Answer {
  readonly attempted: boolean;
  readonly answer: string | null;
  readonly reason: string | null;
  readonly evidence: readonly { readonly uri: string; readonly quote: string }[];
}

/** Asks as a key binding does that brings its question along. */
async function ask(question: string): Promise<Answer> {
  const answer = await vscode.commands.executeCommand<Answer | undefined>('factprobe.askQuestion', question);
  assert.ok(answer, 'the question came to nothing');
  return answer;
}

describe('a question', () => {
  beforeEach(async () => {
    const document = await openSample('src/upload.ts');
    await vscode.window.showTextDocument(document, { selection: placeOf(document, 'retry(() =>') });
  });
  afterEach(closeAll);

  it('is answered from the installed package, with the passage that proves it', async () => {
    const { attempted, answer, evidence } = await ask(
      inEditorLanguage('What is the default of attempts in retry?', 'retry 的 attempts 默认值是什么？'),
    );
    assert.ok(attempted);
    assert.equal(
      answer,
      inEditorLanguage(
        'The default of options.attempts in retry is 4 (steady-retry 2.3.1).',
        'retry 中 options.attempts 的默认值是 4（steady-retry 2.3.1）。',
      ),
    );
    const [proof] = evidence;
    assert.ok(proof, 'it has no proof');
    assert.ok(proof.uri.endsWith('/node_modules/steady-retry/index.js'), proof.uri);
    assert.equal(proof.quote, 'attempts = 4');
    const shown = await vscode.workspace.openTextDocument(vscode.Uri.parse(proof.uri));
    assert.ok(shown.getText().includes(proof.quote));
  });

  it('about Python is answered from the environment of the workspace', async () => {
    await openSample('tools/tides.py');
    const { answer, evidence } = await ask('What is the default of timeout in tidewater.Client?');
    assert.ok(answer?.includes('20.0'), answer ?? '');
    assert.ok(evidence[0]?.uri.endsWith('/site-packages/tidewater/client.py'));
  });

  it('is declined with the reason when what it asks about is not installed', async () => {
    const { attempted, answer, reason } = await ask('What is the default of width in leftPad.pad?');
    assert.ok(!attempted);
    assert.equal(answer, null);
    assert.ok(reason?.includes('leftPad'), reason ?? '');
  });

  it('that presupposes what is not so is declined', async () => {
    const { attempted, reason } = await ask('Why is retry deprecated?');
    assert.ok(!attempted);
    assert.ok(reason?.includes('retry'), reason ?? '');
  });
});
