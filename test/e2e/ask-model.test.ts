import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chunkOf, type ModelEndpoint, startModelEndpoint } from '../support/model-endpoint.ts';
import { sentPassages } from '../support/sent-passages.ts';
import { type InterfaceLanguage, Workbench } from './support/workbench.ts';

interface Words {
  readonly language: InterfaceLanguage;
  readonly command: string;
  readonly sent: string;
  /** What the box for a question suggests. */
  readonly example: string;
  /** A question that evidence declines, and what the model says to it in two pieces. */
  readonly question: string;
  readonly said: readonly [string, string];
  readonly asking: string;
  readonly cited: string;
  readonly memory: readonly [question: string, answer: string];
  readonly closedBook: string;
  readonly check: string;
  readonly stop: string;
  readonly stopped: string;
}

const english: Words = {
  language: 'en',
  command: 'Factprobe: Ask an API Question…',
  sent: 'Factprobe: Show What Was Sent',
  example: 'What is the default of attempts in retry?',
  question: 'How does retry of steady-retry go on when the work fails?',
  said: ['It **does the work again** [1]', ', as its `options` say.'],
  asking: 'Asking tiny…',
  cited: 'Answered by tiny, with passages',
  memory: ['How would one wait longer in steady-retry?', 'Perhaps with a longer delay.'],
  closedBook: 'Answered by tiny without proof (closed-book)',
  check: 'says by itself',
  stop: 'Stop',
  stopped: 'The model was stopped',
};

const chinese: Words = {
  language: 'zh-cn',
  command: 'Factprobe: 提出 API 问题…',
  sent: 'Factprobe: 显示已发送的内容',
  example: 'retry',
  question: 'steady-retry 的 retry 在失败后怎样继续？',
  said: ['它会按 `options` **重试** [1]', '，直到成功或放弃。'],
  asking: '正在询问 tiny…',
  cited: '由 tiny 依据段落回答',
  memory: ['在 steady-retry 中怎样才能等得更久？', '也许可以把间隔设得更长。'],
  closedBook: '由 tiny 作答，没有依据（闭卷）',
  check: 'tiny 自己的说法',
  stop: '停止',
  stopped: '模型尚未回答完即被停止',
};

/** What the model says first, without the number that it cites. */
const beginning = ({ said: [first] }: Words) => first.slice(0, first.indexOf('['));

/** A server whose replies go on when the test says so. */
interface Script {
  pieces: readonly string[];
  goOn: Promise<void>;
  onAbandoned: () => void;
}

function startServer(script: Script): Promise<ModelEndpoint> {
  return startModelEndpoint({
    completion: async (response, body) => {
      response.once('close', script.onAbandoned);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const number = sentPassages(body).findIndex((passage) => passage.includes('tried again')) + 1;
      const [first = '', ...others] = script.pieces.map((piece) => piece.replace('[1]', `[${number}]`));
      response.write(chunkOf({ content: first }));
      await script.goOn;
      for (const content of others) response.write(chunkOf({ content }));
      response.write(chunkOf({}, 'stop'));
      response.end('data: [DONE]\n\n');
    },
  });
}

describe.each([english, chinese])('a question for the model in $language', (words) => {
  let workbench: Workbench;
  let server: ModelEndpoint;
  const script: Script = { pieces: [], goOn: Promise.resolve(), onAbandoned: () => undefined };

  beforeAll(async () => {
    server = await startServer(script);
    workbench = await Workbench.open({
      language: words.language,
      settings: { 'factprobe.endpoints': [{ url: server.url, model: 'tiny' }] },
    });
    await workbench.openFile('upload.ts');
    await workbench.goTo(1, 11);
  });

  afterAll(async () => {
    await workbench?.close();
    await server?.[Symbol.asyncDispose]();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  const view = () => workbench.webView();

  async function ask(question: string): Promise<void> {
    await workbench.runCommand(words.command);
    await workbench.answerBox(words.example, question);
  }

  it('is shown at once, with what the model says as it comes', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    Object.assign(script, { pieces: words.said, goOn: promise });
    await ask(words.question);
    await view().locator('#newest .verdict.asking', { hasText: words.asking }).waitFor();
    await view()
      .locator('.growing', { hasText: beginning(words) })
      .waitFor();
    await view().locator('button.stop', { hasText: words.stop }).waitFor();
    await workbench.picture('model-1-streaming');
    resolve();
  });

  it('is answered with passages, each a link to the list', async () => {
    await view().locator('#newest .verdict.cited', { hasText: words.cited }).waitFor();
    expect(await view().locator('#newest .growing').count()).toBe(0);
    await view().locator('.citation').first().click();
    await view().locator('ol.evidence > li:first-child button:focus').waitFor();
    await expect.poll(() => workbench.behindLines()).toContain('tiny');
    await workbench.picture('model-2-cited');
  });

  it('is marked in words when the answer is closed-book', async () => {
    const [question, answer] = words.memory;
    Object.assign(script, { pieces: [answer], goOn: Promise.resolve() });
    await ask(question);
    await view().locator('#newest .verdict.closed-book', { hasText: words.closedBook }).waitFor();
    expect(await view().locator('#newest .note').textContent()).toContain(words.check);
    await workbench.picture('model-3-closed-book');
  });

  it('is stopped at once with the keyboard, and keeps what evidence said', async () => {
    const abandoned = Promise.withResolvers<void>();
    Object.assign(script, {
      pieces: words.said,
      goOn: new Promise(() => undefined),
      onAbandoned: abandoned.resolve,
    });
    await ask(words.question);
    await view()
      .locator('.growing', { hasText: beginning(words) })
      .waitFor();
    await view().locator('button.stop').focus();
    await workbench.page.keyboard.press('Escape');
    await abandoned.promise;
    await view().locator('#newest .note', { hasText: words.stopped }).waitFor();
    expect(await view().locator('#newest .verdict').getAttribute('class')).toContain('declined');
    await workbench.picture('model-4-stopped');
  });

  it('can be read as it was sent', async () => {
    await workbench.runCommand(words.sent);
    await workbench.page
      .locator('.view-line', { hasText: `${server.url}/v1` })
      .first()
      .waitFor();
    await workbench.picture('model-5-sent');
  });
});

describe('a question for a model on another machine', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await Workbench.open({
      language: 'en',
      settings: { 'factprobe.endpoints': [{ url: 'https://models.example.com', model: 'tiny' }] },
    });
    await workbench.openFile('upload.ts');
    await workbench.goTo(1, 11);
  });

  afterAll(() => workbench?.close());

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  it('lists what would leave, and leaves what evidence said when it is not agreed to', async () => {
    await workbench.runCommand(english.command);
    await workbench.answerBox(english.example, english.question);
    const dialog = workbench.page.locator('.monaco-dialog-box', {
      hasText: 'Send questions with passages to models.example.com?',
    });
    await dialog.waitFor();
    const text = await dialog.textContent();
    for (const part of ['your questions', 'passages that may answer them', 'the key', 'Nothing else']) {
      expect(text).toContain(part);
    }
    await workbench.picture('model-6-consent');
    await workbench.page.keyboard.press('Escape');
    const view = workbench.webView();
    await view.locator('#newest .note', { hasText: 'Nothing was sent to models.example.com' }).waitFor();
    expect(await view.locator('#newest .verdict').textContent()).toBe('Declined');
  });
});
