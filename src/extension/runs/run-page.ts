import { type WebViewPage, webViewPage } from '../web-view-page.ts';

/** The page of the run view: empty. */
export function runPage(page: WebViewPage): string {
  return webViewPage(page, '<main id="run"></main>');
}
