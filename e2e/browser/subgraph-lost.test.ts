import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type RunningServer, startServer } from '../support/running-server.ts';
import { killSubgraph } from '../support/subgraph-process.ts';
import { signUpAnew } from './support/account.ts';
import { sellFlight, watchFlight } from './support/flights.ts';
import { openBrowser } from './support/open-browser.ts';
import { openingTimeoutInMs } from './support/stage.ts';
import { openVisitor } from './support/visitor.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ transport: 'http' }), openBrowser()]);
}, openingTimeoutInMs);
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

/** Resolves when the page is told, over the connection that stays open, that a stream of it is lost. */
const streamLost = (page: Page): Promise<void> =>
  new Promise((lost) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes('SUBGRAPH_UNAVAILABLE')) lost();
      }),
    );
  });

test('the bell goes on by itself after the subgraph of its stream has crashed and come back', async () => {
  const flight = await sellFlight(server.address, 4);
  await using visitor = await openVisitor(browser, server.address);
  const { page } = visitor;
  const lost = streamLost(page);
  await signUpAnew(page);
  await watchFlight(page, flight.id);
  await killSubgraph(server, 'deals');
  await lost;
  await flight.setPrice('250.00');
  await page.getByRole('button', { name: 'Alerts, 1 unread' }).waitFor();
  expect(visitor.trouble).toEqual([]);
}, 120_000);
