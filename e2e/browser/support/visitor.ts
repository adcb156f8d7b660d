import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** How long a page may take to show something: much longer than it needs, for a machine that does much else. */
const patienceInMs = 20_000;

/** Somebody with a browser of their own: cookies, storage and cache are shared by their tabs and with nobody else. */
export interface Visitor extends AsyncDisposable {
  readonly context: BrowserContext;
  /** The first tab. */
  readonly page: Page;
  openTab(): Promise<Page>;
  /** What went wrong unseen: errors of scripts and of the console, and requests to other servers than ours. */
  readonly trouble: readonly string[];
}

/** The network's own messages about an answer of 4xx or 5xx, or about none: tests that provoke these see to them. */
const isAboutAnswers = (text: string): boolean => /Failed to load resource|WebSocket connection/.test(text);

function watchFor(trouble: string[], address: string) {
  return (page: Page) => {
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAboutAnswers(message.text())) trouble.push(message.text());
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      const isOurs = url.host === new URL(address).host || ['data:', 'blob:'].includes(url.protocol);
      if (!isOurs) trouble.push(`asked another server: ${url.href}`);
    });
  };
}

/** @param address the server's root; addresses of pages are relative to it */
export async function openVisitor(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(patienceInMs);
  const trouble: string[] = [];
  context.on('page', watchFor(trouble, address));
  const openTab = () => context.newPage();
  const close = () => context.close();
  return { context, page: await openTab(), openTab, trouble, [Symbol.asyncDispose]: close };
}
