import * as vscode from 'vscode';
import { createRenderer, localeOf, type Renderer } from '../node/catalogue.ts';

/** The interface's language: `FACTPROBE_LOCALE` where it is set, else the editor's. */
export function localeName(): string {
  return process.env.FACTPROBE_LOCALE || vscode.env.language;
}

/** Renders messages in the interface's language. */
export function createInterfaceRenderer(): Renderer {
  return createRenderer(localeOf(localeName()));
}

/** The interface's language as a page of a web view names it. */
export function pageLanguage(): string {
  return localeOf(localeName()) === 'en' ? 'en' : 'zh-Hans';
}
