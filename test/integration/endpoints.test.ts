import * as assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { startModelEndpoint } from '../support/model-endpoint.ts';
import { closeAll } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';
import { endpointSettings, runEndpointCommand, setEndpoints, startServer } from './support/endpoints.ts';
import { eventually } from './support/eventually.ts';

/** A URL on which nothing listens any more. */
async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

/** Writes settings of the workspace and waits until the editor has read them. */
async function setWorkspaceSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const file = vscode.Uri.joinPath(folder.uri, '.vscode/settings.json');
  await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(settings)));
  await eventually('the settings of the workspace', () => {
    const read = vscode.workspace.getConfiguration('factprobe', folder.uri).inspect('check.maximumPerFile');
    const value = read?.workspaceValue ?? read?.workspaceFolderValue;
    return value === settings['factprobe.check.maximumPerFile'] ? true : undefined;
  });
}

async function removeWorkspaceSettings(): Promise<void> {
  await setWorkspaceSettings({});
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) return;
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, '.vscode'), { recursive: true });
}

const isTrusted = process.env.FACTPROBE_TEST_TRUST !== 'restricted';

describe('endpoints', () => {
  afterEach(async () => {
    await closeAll();
    await setEndpoints();
  });

  if (isTrusted) {
    it('are added with a model of the server, and tested', async () => {
      await using server = await startServer();
      const url = `${server.url}/v1`;
      assert.deepEqual(await runEndpointCommand('addEndpoint', { url: server.url, model: 'tiny' }), {
        type: 'added',
        url,
        model: 'tiny',
      });
      assert.deepEqual(endpointSettings(), [[{ url, model: 'tiny' }], url]);
      const tested = await runEndpointCommand('testConnection');
      assert.equal(tested?.type, 'tested');
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(document);
      assert.equal(document.getText(), tested.report);
      assert.equal(document.languageId, 'markdown');
      const lines = tested.report?.split('\n') ?? [];
      for (const line of [
        inEditorLanguage(`# Connection to ${url}`, `# 与 ${url} 的连接`),
        inEditorLanguage('| Model | tiny |', '| 模型 | tiny |'),
        inEditorLanguage('| Refuses a model that it does not serve | yes |', '| 拒绝未提供的模型 | 是 |'),
      ]) {
        assert.ok(lines.includes(line), `${line} is not in\n${tested.report}`);
      }
    });

    it('are not added when the server refuses the key, does not serve the model, or is dead', async () => {
      await using server = await startServer({ key: 'sk-right' });
      const url = `${server.url}/v1`;
      const outcomes = [
        await runEndpointCommand('addEndpoint', { url, key: 'sk-wrong', model: 'tiny' }),
        await runEndpointCommand('addEndpoint', { url, key: 'sk-right', model: 'huge' }),
        await runEndpointCommand('addEndpoint', { url, key: 'two words', model: 'tiny' }),
        await runEndpointCommand('addEndpoint', { url: 'two words', model: 'tiny' }),
      ];
      assert.deepEqual(
        outcomes.map((outcome) => outcome?.reason),
        [
          inEditorLanguage(
            `The server at ${url} refuses the key (401); check it.`,
            `${url} 的服务器拒绝了密钥（401）；请检查密钥。`,
          ),
          inEditorLanguage(
            'The server does not serve huge; choose from tiny.',
            '服务器没有提供 huge；请从 tiny 中选择。',
          ),
          inEditorLanguage(
            'That can be no key: keys have letters, digits and signs, no spaces and no line breaks.',
            '这不可能是密钥：密钥由字母、数字和符号组成，不含空格和换行。',
          ),
          inEditorLanguage(
            'two words is not the URL of a server; write it like http://localhost:8000.',
            'two words 不是服务器的 URL；请写成 http://localhost:8000 的形式。',
          ),
        ],
      );
      const dead = await deadUrl();
      const unanswered = await runEndpointCommand('addEndpoint', { url: dead, model: 'tiny' });
      assert.ok(
        unanswered?.reason?.startsWith(
          inEditorLanguage(`There is no answer from ${dead}/v1`, `${dead}/v1 没有响应`),
        ),
        unanswered?.reason,
      );
      assert.deepEqual(endpointSettings(), [[], '']);
    });

    it('are never followed to where they redirect', async () => {
      await using target = await startServer();
      const redirect = (response: ServerResponse) => {
        response.writeHead(307, { location: `${target.url}/v1/models` }).end();
      };
      await using server = await startModelEndpoint({
        completion: redirect,
        models: redirect,
      });
      const outcome = await runEndpointCommand('addEndpoint', {
        url: server.url,
        key: 'sk-1',
        model: 'tiny',
      });
      assert.ok(outcome?.reason?.includes(`${target.url}/v1/models`), outcome?.reason);
      assert.deepEqual(target.requests, []);
    });

    it('keep their key for themselves', async () => {
      await using server = await startServer({ key: 'sk-right' });
      await using other = await startServer();
      const url = `${server.url}/v1`;
      await runEndpointCommand('addEndpoint', { url, key: ' sk-right\n', model: 'tiny' });
      assert.equal(JSON.stringify(endpointSettings()).includes('sk-right'), false);
      assert.equal((await runEndpointCommand('testConnection'))?.type, 'tested');
      await runEndpointCommand('addEndpoint', { url: other.url, model: 'tiny' });
      assert.equal((await runEndpointCommand('testConnection'))?.type, 'tested');
      assert.ok(other.requests.length > 0);
      assert.deepEqual(
        other.requests.filter(({ headers }) => headers.authorization !== undefined),
        [],
      );
    });

    it('ask for their key again once it is forgotten', async () => {
      await using server = await startServer({ key: 'sk-right' });
      const url = `${server.url}/v1`;
      await runEndpointCommand('addEndpoint', { url, key: 'sk-right', model: 'tiny' });
      assert.deepEqual(await runEndpointCommand('forgetKey', { url }), { type: 'forgotten', url });
      assert.equal(
        (await runEndpointCommand('testConnection'))?.reason,
        inEditorLanguage(
          `The server at ${url} refuses the key (401); check it.`,
          `${url} 的服务器拒绝了密钥（401）；请检查密钥。`,
        ),
      );
      assert.equal((await runEndpointCommand('forgetKey', { url }))?.type, 'failed');
    });

    it('are chosen with one of their models, and never in the place of another', async () => {
      await using first = await startServer({ models: ['small', 'large'] });
      await using second = await startServer();
      const [here, there] = [`${first.url}/v1`, `${second.url}/v1`];
      await setEndpoints([{ url: here, name: 'here' }, { url: there }], '');
      assert.equal((await runEndpointCommand('testConnection'))?.type, 'failed');
      assert.equal((await runEndpointCommand('testConnection', { endpoint: 'here' }))?.type, 'failed');
      assert.equal(first.requests.filter(({ path }) => path === '/v1/chat/completions').length, 0);
      assert.deepEqual(await runEndpointCommand('selectModel', { endpoint: 'here', model: 'large' }), {
        type: 'selected',
        url: here,
        model: 'large',
      });
      assert.deepEqual(endpointSettings(), [
        [{ url: here, model: 'large', name: 'here' }, { url: there }],
        here,
      ]);
      assert.equal((await runEndpointCommand('testConnection'))?.url, here);
      assert.deepEqual(second.requests, []);
    });

    it('are never taken from a workspace', async () => {
      await using server = await startServer();
      await setWorkspaceSettings({
        'factprobe.check.maximumPerFile': 77,
        'factprobe.endpoints': [{ url: server.url, model: 'tiny' }],
        'factprobe.activeEndpoint': server.url,
      });
      try {
        assert.deepEqual(endpointSettings(), [[], '']);
        assert.equal(
          (await runEndpointCommand('testConnection'))?.reason,
          inEditorLanguage(
            'There is no endpoint yet; use Add Endpoint… to add one.',
            '还没有端点；请用“添加端点…”添加一个。',
          ),
        );
        await setEndpoints([{ url: await deadUrl(), model: 'tiny' }]);
        assert.equal((await runEndpointCommand('testConnection'))?.type, 'failed');
        assert.deepEqual(server.requests, []);
      } finally {
        await removeWorkspaceSettings();
      }
    });
  } else {
    it('are sent nothing from a workspace that nobody has trusted', async () => {
      await using server = await startServer();
      await setEndpoints([{ url: server.url, model: 'tiny' }], server.url);
      const untrusted = inEditorLanguage(
        "Nothing is sent from a workspace that you don't trust.",
        '不会从您不信任的工作区发送任何内容。',
      );
      const outcomes = [
        await runEndpointCommand('addEndpoint', { url: server.url, model: 'tiny' }),
        await runEndpointCommand('selectModel', { model: 'tiny' }),
        await runEndpointCommand('testConnection'),
      ];
      for (const outcome of outcomes) assert.ok(outcome?.reason?.startsWith(untrusted), outcome?.reason);
      assert.deepEqual(server.requests, []);
    });
  }
});
