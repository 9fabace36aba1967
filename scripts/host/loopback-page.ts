import type { Browser, Page, Request } from 'playwright-core';

/** A request to another machine. */
export interface RefusedRequest {
  readonly url: string;
  /** Whether a frame inside the page asked for it, as web views are; else the page itself did. */
  readonly isFromFrame: boolean;
}

export interface LoopbackPage {
  readonly page: Page;
  /** What was asked of other machines so far, and refused. */
  readonly refused: readonly RefusedRequest[];
}

/** A page that reaches this machine only; every other request is refused and noted. */
export async function openLoopbackPage(browser: Browser): Promise<LoopbackPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const refused: RefusedRequest[] = [];
  await context.route(
    ({ hostname, protocol }) => /^(https?|wss?):$/.test(protocol) && !isLoopback(hostname),
    async (route) => {
      refused.push({ url: route.request().url(), isFromFrame: isFromFrame(route.request()) });
      await route.abort();
    },
  );
  return { page: await context.newPage(), refused };
}

function isFromFrame(request: Request): boolean {
  return request.serviceWorker() !== null || request.frame().parentFrame() !== null;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
