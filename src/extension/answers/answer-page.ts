import { type WebViewPage, webViewPage } from '../web-view-page.ts';

/** The page of the answer view: empty. */
export function answerPage(page: WebViewPage): string {
  return webViewPage(
    page,
    `<main>
<p id="announcement" class="unseen" role="status"></p>
<div id="newest"></div>
<div id="earlier"></div>
</main>`,
  );
}
