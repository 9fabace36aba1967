import type { Browser, Page } from 'playwright-core';

export interface LoopbackPage {
  readonly page: Page;
  /** Addresses outside this machine that were asked for, and refused. */
  readonly refused: readonly string[];
}

/** A page that reaches this machine only; every other request is refused and noted. */
export async function openLoopbackPage(browser: Browser): Promise<LoopbackPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const refused: string[] = [];
  await context.route(
    ({ hostname, protocol }) => /^(https?|wss?):$/.test(protocol) && !isLoopback(hostname),
    async (route) => {
      refused.push(route.request().url());
      await route.abort();
    },
  );
  return { page: await context.newPage(), refused };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
