import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Completion, startModelEndpoint, streamText } from '../support/model-endpoint.ts';
import { inEditorLanguage } from './support/editor-language.ts';
import { setEndpoints } from './support/endpoints.ts';
import { eventually } from './support/eventually.ts';

/** What a command on runs hands back. */
interface Outcome {
  readonly type: string;
  readonly file?: string;
  readonly complete?: boolean;
  readonly graded?: number;
  readonly reason?: string;
}

interface RunLine {
  readonly type: string;
  readonly questionId?: string;
  readonly id?: string;
}

const isTrusted = process.env.FACTPROBE_TEST_TRUST !== 'restricted';
const unknown = inEditorLanguage("I don't know", '不知道');

const run = (argument: unknown) =>
  vscode.commands.executeCommand<Outcome | undefined>('factprobe.runBenchmark', argument);
const resume = (file: vscode.Uri) =>
  vscode.commands.executeCommand<Outcome | undefined>('factprobe.resumeRun', file);

/** Says that it doesn't know, which rules alone can grade; `hold` keeps a question without a reply. */
function modest(hold: (asked: number) => boolean): { readonly completion: Completion; asked: number } {
  const model = {
    asked: 0,
    completion: ((response, body) => {
      const isQuestion = !/Count from one|Name a colour|Say hello/.test(JSON.stringify(body.messages));
      if (isQuestion) model.asked++;
      if (!(isQuestion && hold(model.asked))) streamText(response, unknown);
    }) satisfies Completion,
  };
  return model;
}

function fileOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, 'factprobe-runs', `${name}.factrun`);
}

async function linesOf(file: vscode.Uri): Promise<readonly RunLine[]> {
  const text = Buffer.from(await vscode.workspace.fs.readFile(file)).toString();
  return text
    .trim()
    .split('\n')
    .map((line): RunLine => JSON.parse(line));
}

function openRuns(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input }) =>
    input instanceof vscode.TabInputCustom && input.viewType === 'factprobe.run'
      ? [input.uri.toString()]
      : [],
  );
}

describe('benchmarks', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await setEndpoints();
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder === undefined) return;
    await vscode.workspace.fs
      .delete(vscode.Uri.joinPath(folder.uri, 'factprobe-runs'), { recursive: true })
      .then(undefined, () => undefined);
  });

  if (isTrusted) {
    it('run, and open beside what they ask', async () => {
      const model = modest(() => false);
      await using server = await startModelEndpoint(model);
      await setEndpoints([{ url: server.url, model: 'tiny' }]);
      const outcome = await run({ languages: 'all', limit: 6, judge: 'rules' });
      assert.ok(outcome?.file);
      assert.deepEqual([outcome.type, outcome.complete, outcome.graded, model.asked], ['ended', true, 6, 6]);
      assert.match(outcome.file, /\/factprobe-runs\/tiny-[\dT-]+\.factrun$/);
      const file = vscode.Uri.parse(outcome.file);
      assert.equal((await linesOf(file)).filter(({ type }) => type === 'grade').length, 6);
      await eventually('the open run', () => openRuns().includes(file.toString()) || undefined);
    });

    it('end when they are cancelled with all they have, and go on by what their file says', async () => {
      let isHeld = true;
      const model = modest((asked) => isHeld && asked > 3);
      await using server = await startModelEndpoint(model);
      await setEndpoints([{ url: server.url, model: 'tiny' }]);
      const file = fileOf('harbour');
      const running = run({ languages: 'all', limit: 8, judge: 'rules', file: file.toString() });
      await eventually('questions in flight', () => model.asked >= 4 || undefined);
      // Another run of the same file is kept from it by the lock.
      const second = await resume(file);
      assert.equal(second?.type, 'failed');
      assert.match(second.reason ?? '', /harbour\.factrun/);
      await vscode.commands.executeCommand('factprobe.stopRun', file);
      assert.deepEqual(await running, { type: 'cancelled', file: file.toString() });
      const before = await linesOf(file);
      assert.equal(
        before.some(({ type }) => type === 'end'),
        false,
      );
      isHeld = false;
      const resumed = await resume(file);
      assert.deepEqual([resumed?.type, resumed?.complete, resumed?.graded], ['ended', true, 8]);
      const graded = (await linesOf(file)).filter(({ type }) => type === 'grade');
      assert.equal(new Set(graded.map(({ questionId }) => questionId)).size, 8);
      assert.equal(graded.length, 8);
    });

    it('ask about the languages of the workspace', async () => {
      await using server = await startModelEndpoint(modest(() => false));
      await setEndpoints([{ url: server.url, model: 'tiny' }]);
      const outcome = await run({ humanLanguage: 'zh', judge: 'rules' });
      assert.deepEqual([outcome?.type, outcome?.complete, outcome?.graded], ['ended', true, 9]);
    });

    it('say what they can not do', async () => {
      await setEndpoints();
      const none = inEditorLanguage('There is no endpoint yet;', '还没有端点');
      assert.ok((await run({ languages: 'all' }))?.reason?.startsWith(none));
      await using server = await startModelEndpoint(modest(() => false));
      await setEndpoints([{ url: server.url, model: 'tiny' }]);
      const empty = await run({ languages: ['cobol'] });
      assert.ok(
        empty?.reason?.includes(inEditorLanguage('No question of starter.factqa fits', '没有符合的问题')),
      );
      const file = fileOf('elsewhere');
      await run({ languages: 'all', limit: 2, judge: 'rules', file: file.toString() });
      const text = Buffer.from(await vscode.workspace.fs.readFile(file)).toString();
      const moved = text
        .replaceAll(server.url, 'http://harbour.invalid')
        .replace(/^\{"type":"grade".*\n/gm, '');
      await vscode.workspace.fs.writeFile(file, Buffer.from(moved));
      assert.match((await resume(file))?.reason ?? '', /harbour\.invalid/);
    });
  } else {
    it('send nothing from a workspace that nobody has trusted', async () => {
      await using server = await startModelEndpoint(modest(() => false));
      await setEndpoints([{ url: server.url, model: 'tiny' }]);
      const untrusted = "Nothing is sent from a workspace that you don't trust.";
      assert.ok((await run({ languages: 'all' }))?.reason?.startsWith(untrusted));
      assert.ok((await resume(fileOf('none')))?.reason?.startsWith(untrusted));
      assert.deepEqual(server.requests, []);
    });
  }
});
