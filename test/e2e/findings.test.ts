import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type InterfaceLanguage, Workbench } from './support/workbench.ts';

interface Words {
  readonly language: InterfaceLanguage;
  readonly check: string;
  readonly whole: string;
  readonly checked: string;
  readonly show: string;
  readonly reason: string;
  readonly label: string;
  readonly group: string;
  readonly byVerdict: string;
  readonly verdict: string;
  readonly malformed: string;
  readonly falseClaims: string;
  readonly dontCheck: string;
  readonly notChecked: string;
}

const english: Words = {
  language: 'en',
  check: 'Factprobe: Check Workspace…',
  whole: 'Whole workspace',
  checked: '9 false claims among',
  show: 'Show Findings',
  reason: 'The default of attempts is 5, not 3.',
  label: 'Contradicted: The default of attempts is 5, not 3. src/upload.ts, line 16',
  group: 'Factprobe: Group Findings…',
  byVerdict: 'Verdict',
  verdict: 'Contradicted',
  malformed: 'factprobe.check.maximumPerFile can’t be 0: it is a whole number, 1 or more.',
  falseClaims: '2 false claims',
  dontCheck: 'Don’t check TypeScript',
  notChecked: 'Factprobe: TypeScript is not checked; switch it on here',
};

const chinese: Words = {
  language: 'zh-cn',
  check: 'Factprobe: 检查工作区…',
  whole: '整个工作区',
  checked: '有 9 条错误声明',
  show: '显示发现',
  reason: 'attempts 的默认值是 5，而不是 3。',
  label: '与代码矛盾：attempts 的默认值是 5，而不是 3。 src/upload.ts，第 16 行',
  group: 'Factprobe: 分组显示发现…',
  byVerdict: '判定',
  verdict: '与代码矛盾',
  malformed: 'factprobe.check.maximumPerFile 不能是 0：它应为不小于 1 的整数。',
  falseClaims: '2 条错误的声明',
  dontCheck: '不检查 TypeScript',
  notChecked: 'Factprobe: 不检查 TypeScript；可在此处开启',
};

describe.each([english, chinese])('the tree of findings in $language', (words) => {
  let workbench: Workbench;

  beforeAll(async () => {
    const settings = { 'factprobe.check.maximumPerFile': 0 };
    workbench = await Workbench.open({ language: words.language, settings });
    // Once a source is open the extension runs, and the palette knows its commands.
    await workbench.openFile('berths.js');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
  });

  afterAll(() => workbench?.close());

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });

  /** Takes an entry of the list that a command opens; what is typed too early would go to the command's own box. */
  async function take(text: string): Promise<void> {
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).click();
  }

  it('tells of a malformed setting, and leads to it', async () => {
    const toast = workbench.page.locator('.notification-toast', { hasText: words.malformed });
    await toast.waitFor();
    await workbench.picture('findings-0-malformed');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await toast.waitFor({ state: 'detached' });
  });

  it('lists what a check of the workspace found', async () => {
    await workbench.runCommand(words.check);
    await take(words.whole);
    const toast = workbench.page.locator('.notifications-toasts', { hasText: words.checked });
    await toast.waitFor();
    await toast.getByRole('button', { name: words.show }).click();
    const row = workbench.page.locator('.pane-body .monaco-list-row', { hasText: words.reason });
    await row.waitFor();
    expect(await row.getAttribute('aria-label')).toContain(words.label);
    await workbench.picture('findings-1-by-file');
  });

  it('opens a finding at its claim', async () => {
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: words.reason }).click();
    await workbench.page.locator('.tab.active', { hasText: 'upload.ts' }).waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 16, Col' }).waitFor();
  });

  it('groups by verdict', async () => {
    await workbench.runCommand(words.group);
    await take(words.byVerdict);
    await workbench.page
      .locator('.pane-body .monaco-list-row[aria-level="1"]', { hasText: words.verdict })
      .waitFor();
    await workbench.picture('findings-2-by-verdict');
  });

  it('switches a language off from the status bar, and says so', async () => {
    const item = workbench.page.locator('.statusbar-item', { hasText: words.falseClaims });
    await item.click();
    await workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: words.dontCheck })
      .waitFor();
    await workbench.picture('findings-3-options');
    await take(words.dontCheck);
    const label = `.statusbar-item[aria-label="${words.notChecked}"], .statusbar-item [aria-label="${words.notChecked}"]`;
    await workbench.page.locator(label).first().waitFor();
    await expect.poll(() => workbench.page.locator('.squiggly-warning').count()).toBe(0);
    await workbench.picture('findings-4-language-off');
  });
});
