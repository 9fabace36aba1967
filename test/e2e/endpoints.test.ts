import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type ModelEndpoint,
  sendError,
  sendJson,
  startModelEndpoint,
  streamText,
} from '../support/model-endpoint.ts';
import { Workbench } from './support/workbench.ts';

const key = 'sk-right';

interface Script {
  /** While it is there, completions are not answered; it is called when such a request has ended. */
  onAbandoned?: () => void;
}

/** A server that asks for the key and serves two models. */
function startServer(script: Script): Promise<ModelEndpoint> {
  return startModelEndpoint({
    completion: (response) => {
      if (script.onAbandoned === undefined) streamText(response, 'one, ', 'two');
      else response.once('close', script.onAbandoned);
    },
    models: (response, { headers }) => {
      if (headers.authorization !== `Bearer ${key}`) return sendError(response, 401, 'wrong key');
      const data = ['tiny', 'large'].map((id) => ({ id, object: 'model', max_model_len: 4096 }));
      sendJson(response, { object: 'list', data });
    },
  });
}

describe('adding an endpoint by hand', () => {
  let workbench: Workbench;
  let server: ModelEndpoint;
  const script: Script = {};

  beforeAll(async () => {
    server = await startServer(script);
    workbench = await Workbench.open({ language: 'en' });
    // The extension is there once it has found something.
    await workbench.openFile('upload.ts');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
  });

  afterAll(async () => {
    await workbench?.close();
    await server?.[Symbol.asyncDispose]();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  const box = () => workbench.page.locator('.quick-input-widget:visible');
  const notice = (text: string) => workbench.page.locator('.notification-toast', { hasText: text });

  /** Hands a text in at a step of several; gives what the box says above and below it. */
  async function answerStep(step: string, text: string): Promise<void> {
    await box().locator('.quick-input-title', { hasText: step }).waitFor();
    await workbench.page.keyboard.type(text);
    await workbench.picture(`endpoint-${step.replaceAll(/\W+/g, '-')}-${text === '' ? 'empty' : 'typed'}`);
    await workbench.page.keyboard.press('Enter');
  }

  it('says at once what is no URL', async () => {
    await workbench.runCommand('Factprobe: Add Endpoint…');
    await answerStep('(1/3)', 'two words');
    await box()
      .locator('.quick-input-message', { hasText: 'two words is not the URL of a server' })
      .waitFor();
    await workbench.page.keyboard.press('Control+A');
  });

  it('goes on from the key when the server refuses it', async () => {
    await answerStep('(1/3)', server.url);
    await answerStep('(2/3)', 'sk-wrong');
    const refused = notice('refuses the key (401)');
    await refused.waitFor();
    await workbench.picture('endpoint-refused');
    await refused.locator('.monaco-button', { hasText: 'Try Again' }).click();
    await box().locator('.quick-input-title', { hasText: '(2/3)' }).waitFor();
    await workbench.page.keyboard.press('Control+A');
    await answerStep('(2/3)', key);
  });

  it('goes a step back and forward again', async () => {
    await box().locator('.quick-input-title', { hasText: '(3/3)' }).waitFor();
    await workbench.picture('endpoint-models');
    await box().locator('.codicon-quick-input-back').click();
    await answerStep('(2/3)', '');
    await box().locator('.quick-input-title', { hasText: '(3/3)' }).waitFor();
    await workbench.choose('large');
  });

  it('offers the test, and shows its report in an editor', async () => {
    const added = notice('large on');
    await added.waitFor();
    await added.locator('.monaco-button', { hasText: 'Test Connection' }).click();
    await workbench.page.locator('.view-line', { hasText: '# Connection to' }).waitFor();
    expect(await workbench.shownLines()).toContain('| Model | large |');
    await workbench.picture('endpoint-report');
  });

  it('ends a request at once when it is cancelled', async () => {
    const abandoned = new Promise<void>((resolve) => {
      script.onAbandoned = resolve;
    });
    await workbench.runCommand('Factprobe: Test Connection');
    const progress = notice('testing');
    await progress.waitFor();
    await workbench.picture('endpoint-testing');
    await progress.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await abandoned;
    await progress.waitFor({ state: 'detached' });
    expect(await workbench.page.locator('.notification-toast').count()).toBe(0);
  });

  it('chooses another model of the server', async () => {
    await workbench.runCommand('Factprobe: Select Model…');
    await box().locator('.quick-input-title', { hasText: 'Select the model to use' }).waitFor();
    await workbench.choose('tiny');
    await notice('tiny on').waitFor();
  });

  it('forgets the key that is chosen', async () => {
    await workbench.runCommand('Factprobe: Forget Key…');
    await box().locator('.quick-input-title', { hasText: 'Forget a key' }).waitFor();
    await workbench.choose(`${server.url}/v1`);
    await notice('is forgotten here').waitFor();
    await workbench.runCommand('Factprobe: Select Model…');
    await notice('refuses the key (401)').waitFor();
  });

  it('lists what will leave before anything goes to another machine', async () => {
    await workbench.runCommand('Factprobe: Add Endpoint…');
    await answerStep('(1/3)', 'https://models.example.com');
    await answerStep('(2/3)', '');
    const dialog = workbench.page.locator('.monaco-dialog-box', {
      hasText: 'Send requests to models.example.com?',
    });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('Nothing of your workspace will leave.');
    await workbench.picture('endpoint-consent');
    await workbench.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
