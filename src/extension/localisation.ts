import { createRenderer, localeOf, type Renderer } from '../node/catalogue.ts';
import { localeName } from './locale-name.ts';

/** Renders messages in the interface's language. */
export function createInterfaceRenderer(): Renderer {
  return createRenderer(localeOf(localeName()));
}

/** The interface's language as a page of a web view names it. */
export function pageLanguage(): string {
  return localeOf(localeName()) === 'en' ? 'en' : 'zh-Hans';
}
