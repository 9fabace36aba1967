import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type InterfaceLanguage, Workbench } from './support/workbench.ts';

interface Words {
  readonly language: InterfaceLanguage;
  readonly comment: string;
  readonly link: string;
  readonly ready: string;
  readonly ask: string;
  readonly hint: string;
  readonly insert: string;
  readonly again: string;
}

const english: Words = {
  language: 'en',
  comment:
    '// The default of options.attempts in retry is 4 (steady-retry 2.3.1). node_modules/steady-retry/index.js:3',
  link: 'Ask about retry',
  ready: 'What is the default of options.attempts in retry?',
  ask: 'Ask',
  hint: '→ 48 (tidewater 1.4.2)',
  insert: 'Insert as Comment',
  again: 'Ask Again',
};

const chinese: Words = {
  language: 'zh-cn',
  comment:
    '// retry 中 options.attempts 的默认值是 4（steady-retry 2.3.1）。 node_modules/steady-retry/index.js:3',
  link: '询问 retry',
  ready: 'retry 的 options.attempts 默认值是什么？',
  ask: '提问',
  hint: '→ 48（tidewater 1.4.2）',
  insert: '插入为注释',
  again: '再次提问',
};

const sheet = `language: python
domain: Libraries / tides

Q: What is the default of limit in tidewater.Client.levels?
A: 48
chekc: echo 48 => 48
`;

describe.each([english, chinese])('asking in the editor in $language', (words) => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await Workbench.open({ language: words.language, files: { 'tides.factqa': sheet } });
  });

  afterAll(() => workbench?.close());

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  it('answers a question that is typed as a comment by ghost text, which Tab accepts', async () => {
    await workbench.openFile('upload.ts');
    // The extension is there once it has checked the file.
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await workbench.goTo(2, 1);
    await workbench.page.keyboard.type('//? default of attempts in retry');
    await workbench.page.locator('.ghost-text-decoration, .ghost-text').first().waitFor();
    await workbench.picture('ask-1-ghost-text');
    await workbench.page.keyboard.press('Tab');
    await expect.poll(() => workbench.shownLines()).toContain(words.comment);
    await workbench.picture('ask-2-accepted');
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.keyboard.press('Control+Z');
  });

  it('asks from the hover of an imported name when its link is clicked', async () => {
    await workbench.openFile('upload.ts');
    await workbench.hoverOn('retry(()', words.link);
    await workbench.picture('ask-3-hover-link');
    await workbench.page.locator('.monaco-hover:visible a', { hasText: words.link }).click();
    await workbench.choose(words.ready);
    const view = workbench.webView();
    await view.locator('.verdict.answered').waitFor();
    await view.locator('button', { hasText: words.again }).first().waitFor();
    await view.locator('button', { hasText: words.insert }).first().click();
    await expect.poll(() => workbench.shownLines()).toContainEqual(expect.stringContaining(words.comment));
    await workbench.picture('ask-4-inserted');
  });

  it('asks a question of a sheet, and shows what is wrong in it', async () => {
    await workbench.openFile('tides.factqa');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: words.ask });
    await lens.first().click();
    await expect.poll(() => workbench.shownLines()).toContainEqual(expect.stringContaining(words.hint));
    await workbench.picture('ask-5-sheet');
  });
});
