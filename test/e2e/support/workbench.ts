import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/host/chromium.ts';
import {
  type CodeServer,
  type CodeServerOptions,
  startCodeServer,
} from '../../../scripts/host/code-server.ts';
import { packedExtension } from '../../../scripts/host/extension-package.ts';
import {
  type LoopbackPage,
  openLoopbackPage,
  type RefusedRequest,
} from '../../../scripts/host/loopback-page.ts';
import { copySample, type SampleCopy } from '../../../scripts/host/sample-copy.ts';

export type InterfaceLanguage = 'en' | 'zh-cn';

export interface WorkbenchOptions extends Pick<CodeServerOptions, 'settings' | 'workspaceTrust'> {
  readonly language: InterfaceLanguage;
  /** Texts of files on top of those of the sample, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Settings of the user. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** How long the editor may take for one step: a busy machine is no defect. */
const patience = 60_000;

/** The packed extension, installed in a real VS Code that shows a copy of the sample, as a user has it. */
export class Workbench {
  readonly page: Page;
  /** Requests to other machines, which were refused. */
  readonly refused: readonly RefusedRequest[];
  readonly #language: InterfaceLanguage;
  readonly #parts: { readonly server: CodeServer; readonly browser: Browser; readonly sample: SampleCopy };

  private constructor(
    { page, refused }: LoopbackPage,
    language: InterfaceLanguage,
    parts: { readonly server: CodeServer; readonly browser: Browser; readonly sample: SampleCopy },
  ) {
    this.page = page;
    this.refused = refused;
    this.#language = language;
    this.#parts = parts;
  }

  static async open({
    language,
    files = {},
    settings: own = {},
    ...options
  }: WorkbenchOptions): Promise<Workbench> {
    const sample = await copySample();
    for (const [name, text] of Object.entries(files)) await writeFile(join(sample.folder, name), text);
    // The map at the side would cover the end of a line.
    const settings = { 'editor.minimap.enabled': false, ...own };
    const server = await startCodeServer({ vsix: await packedExtension(), settings, ...options });
    const browser = await launchChromium();
    const opened = await openLoopbackPage(browser);
    opened.page.setDefaultTimeout(patience);
    // What a language pack sets; the editor's own texts stay English without one.
    if (language !== 'en') await opened.page.addInitScript(`_VSCODE_NLS_LANGUAGE = '${language}'`);
    await opened.page.goto(server.folderUrl(sample.folder));
    await opened.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await opened.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'src' }).waitFor();
    return new Workbench(opened, language, { server, browser, sample });
  }

  async close(): Promise<void> {
    await this.#parts.browser.close();
    await this.#parts.server.stop();
    await this.#parts.sample.remove();
  }

  /** Saves a picture of the whole window in out/screens. */
  async picture(name: string): Promise<void> {
    const folder = resolve('out/screens');
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({
      path: join(folder, `${this.#language}-${name}.png`),
      animations: 'disabled',
    });
  }

  /** Opens a file by its name, with the keyboard. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.choose(name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** Opens a run file by its name, with the keyboard; gives its page. */
  async openRun(name: string): Promise<FrameLocator> {
    await this.page.keyboard.press('Control+P');
    await this.choose(name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    return this.webView();
  }

  /** The folder that is open. */
  get folder(): string {
    return this.#parts.sample.folder;
  }

  /** Replaces a file of the workspace, as another program would. */
  async write(name: string, text: string): Promise<void> {
    await writeFile(join(this.folder, name), text);
  }

  /** Runs a command by its title, with the keyboard. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.choose(title);
  }

  /** Types into the box at the top and takes the entry that then has the focus. */
  async choose(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget:visible input').first().waitFor();
    await this.page.keyboard.type(text);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Types an answer into the box that asks for it, which `placeholder` tells from others, and hands it in. */
  async answerBox(placeholder: string, text: string): Promise<void> {
    await this.page.locator(`.quick-input-widget:visible input[placeholder^="${placeholder}"]`).waitFor();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async focusEditor(): Promise<void> {
    await this.page.keyboard.press('Control+1');
  }

  /** Puts the cursor at a place, both counted from one. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.page.locator('.quick-input-widget:visible input').first().waitFor();
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Opens the list of corrections at the cursor, with that one in focus. */
  async openCorrections(title: string): Promise<void> {
    const wanted = this.page.locator('.action-widget .monaco-list-row.focused', { hasText: title });
    // The list closes by itself when another extension's actions or findings come in meanwhile.
    for (let attempt = 1; attempt < 5; attempt += 1) {
      await this.page.keyboard.press('Control+.');
      if (await isSeen(wanted)) return;
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`“${title}” is not offered`);
  }

  /** Rests the mouse on a text of the editor; gives the card with `wanted` in it when it has come. */
  async hoverOn(text: string, wanted: string): Promise<string> {
    const { x, y } = await this.#middleOf(text);
    await this.page.mouse.move(x, y, { steps: 4 });
    const card = this.page.locator('.monaco-hover:visible', { hasText: wanted });
    return (await card.textContent())?.replaceAll('\u00a0', ' ') ?? '';
  }

  /** The lines of the editor that are seen, from the top. */
  async shownLines(): Promise<readonly string[]> {
    const lines = await this.page.locator('.editor-instance .view-lines .view-line').evaluateAll((all) =>
      all
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
        .toSorted((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines;
  }

  /** What stands behind a line of the editor without being part of its text; empty when nothing does. */
  async behindLines(): Promise<string> {
    return this.page
      .locator('.editor-instance .view-lines')
      .first()
      .evaluate((lines) =>
        [...lines.querySelectorAll('span')]
          .map((span) => getComputedStyle(span, '::after').content)
          .filter((content) => content !== 'none' && content !== 'normal')
          .map((content) => content.replace(/^"|"$/g, '').replaceAll('\u00a0', ' ').replaceAll('\\"', '"'))
          .join(''),
      );
  }

  /** The page of the web view that is shown: the answer view, or a run. */
  webView(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** The middle of a text that the editor shows, in the window. */
  async #middleOf(text: string): Promise<{ readonly x: number; readonly y: number }> {
    const place = await this.page
      .locator('.editor-instance .view-lines')
      .first()
      .evaluate((lines, wanted) => {
        for (const line of lines.querySelectorAll('.view-line')) {
          const nodes: Text[] = [];
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
          }
          const at = nodes
            .map(({ data }) => data)
            .join('')
            .replaceAll('\u00a0', ' ')
            .indexOf(wanted);
          if (at < 0) continue;
          let offset = at + Math.floor(wanted.length / 2);
          for (const node of nodes) {
            if (offset < node.data.length) {
              const range = document.createRange();
              range.setStart(node, offset);
              range.setEnd(node, offset + 1);
              const { x, y, width, height } = range.getBoundingClientRect();
              return { x: x + width / 2, y: y + height / 2 };
            }
            offset -= node.data.length;
          }
        }
        return undefined;
      }, text);
    if (place === undefined) throw new Error(`“${text}” is not seen in the editor`);
    return place;
  }
}

async function isSeen(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: patience / 4 }).then(
    () => true,
    () => false,
  );
}
