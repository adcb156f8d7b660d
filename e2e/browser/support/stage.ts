import { openParts } from '@meridian/platform/shutdown/open-parts';
import type { BrowserContextOptions } from 'playwright-core';
import { type RunningServer, startServer } from '../../support/running-server.ts';
import { openBrowser } from './open-browser.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/** A server with the small market, and a browser. */
export interface Stage extends AsyncDisposable {
  readonly server: RunningServer;
  visit(options?: BrowserContextOptions): Promise<Visitor>;
}

/** Opens both; a test file opens one and shares it between its tests, each with visitors of its own. */
export async function openStage(): Promise<Stage> {
  const { result, close } = await openParts(async (keep) => {
    const server = keep(await startServer());
    return { server, browser: keep(await openBrowser()) };
  });
  const { server, browser } = result;
  return {
    server,
    visit: (options) => openVisitor(browser, server.address, options),
    [Symbol.asyncDispose]: close,
  };
}

/** For `beforeAll`: a machine that does much else takes its time to seed. */
export const openingTimeoutInMs = 120_000;
