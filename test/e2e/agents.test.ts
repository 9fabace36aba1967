import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { Workbench } from './support/workbench.ts';

describe('the editor with agents', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await Workbench.open({ language: 'en', settings: { 'chat.disableAIFeatures': false } });
  });

  afterAll(() => workbench?.close());

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  it('has the server for MCP, which the editor starts', async () => {
    await workbench.openFile('upload.ts');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await workbench.runCommand('MCP: List Servers');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Factprobe' })
      .first()
      .waitFor();
    await workbench.choose('Factprobe');
    await workbench.choose('Start Server');
    // The editor's own log of the server.
    await workbench.page.locator('.view-line', { hasText: /Discovered.3.tools/ }).waitFor();
    await workbench.picture('agents-1-mcp');
  });
});
