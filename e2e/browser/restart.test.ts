import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type RunningServer, startServer } from '../support/running-server.ts';
import { signUpAnew } from './support/account.ts';
import { holdSeat, sellFlight, watchFlight } from './support/flights.ts';
import { openBrowser } from './support/open-browser.ts';
import { openingTimeoutInMs } from './support/stage.ts';
import { openVisitor } from './support/visitor.ts';

let data: string;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'meridian-restart-'));
  browser = await openBrowser();
  server = await startServer({ data });
}, openingTimeoutInMs);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(data, { recursive: true });
});

/** Comes back on the same port with the same data, as after an upgrade. */
async function restart(): Promise<void> {
  server = await startServer({ data, port: Number(new URL(server.address).port) });
}

test('an open page outlives a restart of the server: it says so, comes back, hears alerts, and pays what it held', async () => {
  const watched = await sellFlight(server.address, 4);
  const booked = await sellFlight(server.address, 1);
  await using visitor = await openVisitor(browser, server.address);
  const { page } = visitor;
  await signUpAnew(page);
  await watchFlight(page, watched.id);
  await holdSeat(page, booked.id);

  await server.stop();
  await page.getByText('The connection to Meridian is lost.').waitFor();
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByText('We do not know yet whether it was paid').waitFor();

  await restart();
  await page.getByText('The connection to Meridian is lost.').waitFor({ state: 'detached' });
  await watched.setPrice('250.00');
  await page.getByRole('button', { name: 'Alerts, 1 unread' }).waitFor();
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByText('Confirmed', { exact: true }).waitFor();
  expect(visitor.trouble).toEqual([]);
}, 120_000);
