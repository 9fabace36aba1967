import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  type Completion,
  chunkOf,
  sendError,
  startModelEndpoint,
  streamText,
} from '../support/model-endpoint.ts';
import { sentPassages } from '../support/sent-passages.ts';
import { closeAll, openSample, placeOf } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';
import { setEndpoints } from './support/endpoints.ts';
import { eventually } from './support/eventually.ts';

interface Answer {
  readonly attempted: boolean;
  readonly answer: string | null;
  readonly short: string | null;
  readonly reason: string | null;
  readonly evidence: readonly { readonly uri: string; readonly quote: string }[];
  readonly model: { readonly type: string; readonly model: string | null; readonly problem?: string } | null;
}

/** What evidence declines and a model may answer. */
const question = 'How does retry go on when the work fails?';

async function ask(asked = question): Promise<Answer> {
  const answer = await vscode.commands.executeCommand<Answer | undefined>('factprobe.askQuestion', asked);
  assert.ok(answer, 'the question came to nothing');
  return answer;
}

/** Starts a server in the user's settings that answers in that way. */
async function serve(completion: Completion) {
  const server = await startModelEndpoint({ completion });
  await setEndpoints([{ url: server.url, model: 'tiny' }]);
  return server;
}

const completions = ({ requests }: { readonly requests: readonly { readonly path: string }[] }) =>
  requests.filter(({ path }) => path === '/v1/chat/completions').length;

const isTrusted = process.env.FACTPROBE_TEST_TRUST !== 'restricted';

describe('a question for the model', () => {
  beforeEach(async () => {
    const document = await openSample('src/upload.ts');
    await vscode.window.showTextDocument(document, { selection: placeOf(document, 'retry(() =>') });
  });
  afterEach(async () => {
    await closeAll();
    await setEndpoints();
    await vscode.workspace
      .getConfiguration('factprobe')
      .update('ask.useModel', undefined, vscode.ConfigurationTarget.Global);
  });

  if (isTrusted) {
    it('is answered with the passages that it cites', async () => {
      let sent = '';
      await using server = await serve((response, body) => {
        sent = JSON.stringify(body.messages);
        const number = sentPassages(body).findIndex((passage) => passage.includes('tried again')) + 1;
        streamText(response, 'It tries again', ` as its \`options\` say [${number}].`);
      });
      const { answer, short, evidence, model } = await ask();
      assert.equal(completions(server), 1);
      assert.ok(sent.includes(question), sent);
      assert.equal(model?.type, 'answered');
      assert.equal(model.model, 'tiny');
      // The passages that are cited are numbered anew.
      assert.equal(answer, 'It tries again as its `options` say [1].');
      assert.ok(short?.includes('tiny'), short ?? '');
      const [passage] = evidence;
      assert.ok(passage, 'it has no passage');
      const shown = await vscode.workspace.openTextDocument(vscode.Uri.parse(passage.uri));
      assert.ok(shown.getText().replaceAll('\r\n', '\n').includes(passage.quote), passage.quote);
      assert.ok(sent.includes(JSON.stringify(passage.quote).slice(1, -1).slice(0, 40)));
    });

    it('that evidence answers is not sent', async () => {
      await using server = await serve((response) => streamText(response, 'Seven.'));
      const { answer, model } = await ask('What is the default of attempts in retry?');
      assert.ok(answer?.includes('4'), answer ?? '');
      assert.equal(model, null);
      assert.deepEqual(server.requests, []);
    });

    it('is not sent when the user switched that off, nor to an endpoint that is not there', async () => {
      await using server = await serve((response) => streamText(response, 'Seven.'));
      await vscode.workspace
        .getConfiguration('factprobe')
        .update('ask.useModel', false, vscode.ConfigurationTarget.Global);
      assert.equal((await ask()).model, null);
      await setEndpoints();
      await vscode.workspace
        .getConfiguration('factprobe')
        .update('ask.useModel', undefined, vscode.ConfigurationTarget.Global);
      assert.equal((await ask()).model, null);
      assert.deepEqual(server.requests, []);
    });

    it('keeps what evidence said when the server fails or breaks off, with the sentence', async () => {
      let isCut = false;
      await using server = await serve((response) => {
        if (!isCut) return sendError(response, 401, 'wrong key');
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(chunkOf({ content: 'It tries' }));
      });
      const url = `${server.url}/v1`;
      const refused = await ask();
      assert.equal(refused.attempted, false);
      assert.ok(refused.reason);
      assert.equal(
        refused.model?.problem,
        inEditorLanguage(
          `The server at ${url} refuses the key (401); check it.`,
          `${url} 的服务器拒绝了密钥（401）；请检查密钥。`,
        ),
      );
      isCut = true;
      const cut = await ask();
      assert.deepEqual([cut.attempted, cut.answer, cut.reason], [false, null, refused.reason]);
      assert.ok(cut.model?.problem?.includes(url), cut.model?.problem);
    });

    it('goes through with several at once, each with its own answer', async () => {
      await using server = await serve((response, { messages }) =>
        streamText(response, JSON.stringify(messages).includes('stops') ? 'It stops.' : 'It goes on.'),
      );
      const answers = await Promise.all([ask(), ask('How can one see that retry stops?')]);
      assert.deepEqual(
        answers.map(({ answer }) => answer),
        ['It goes on.', 'It stops.'],
      );
      assert.equal(completions(server), 2);
    });

    it('is listed with all that it carried', async () => {
      await using server = await serve((response) => streamText(response, 'It tries again.'));
      await ask();
      await vscode.commands.executeCommand('factprobe.showWhatWasSent');
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.ok(text.includes(question), text);
      assert.ok(text.includes(`${server.url}/v1`), text);
      assert.ok(text.includes(inEditorLanguage('To answer a question', '回答问题')), text);
    });

    it('keeps what evidence said when the server goes away meanwhile', async () => {
      const server = await serve(() => undefined);
      const asked = ask();
      await eventually('the request', () => (completions(server) > 0 ? true : undefined));
      await server[Symbol.asyncDispose]();
      const { attempted, model } = await asked;
      assert.equal(attempted, false);
      assert.equal(model?.type, 'failed');
    });
  } else {
    it('is sent nowhere from a workspace that nobody has trusted', async () => {
      await using server = await serve((response) => streamText(response, 'Seven.'));
      const { attempted, model } = await ask();
      assert.equal(attempted, false);
      assert.equal(model, null);
      assert.deepEqual(server.requests, []);
    });
  }
});
