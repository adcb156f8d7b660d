import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

test.each([
  ['/', 'Where next?'],
  ['/flights?from=plc_1&to=plc_2', 'Searching …'],
  ['/stays?place=plc_1', 'Searching …'],
  ['/cars?place=plc_1', 'Searching …'],
  ['/deals', 'Searching …'],
  ['/flights/flt_1', undefined],
  ['/trips/bkg_1', undefined],
])('%s stands before any script has run, and lets nobody type what would be lost', async (address, sentence) => {
  await using visitor = await stage.visit({ javaScriptEnabled: false });
  const { page } = visitor;
  await page.goto(address);
  await page.getByRole('link', { name: 'Flights', exact: true }).waitFor();
  const main = page.locator('main#content');
  expect(await main.getAttribute('inert')).toBe('');
  if (sentence !== undefined) expect(await main.textContent()).toContain(sentence);
});

const largestFirstPageInBytes = 250_000;

test('the first page brings 250 kB of scripts at most, compressed', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const scripts = await Promise.all(sizes);
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(largestFirstPageInBytes);
});

test('the content of a page is asked for before the code that draws has arrived', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  // What opens the app is the scripts without React's DOM and without MUI; those are kept back until the request has left.
  const asked = page.waitForRequest('**/graphql');
  await page.route(/\/assets\/(?:dom|styles|widgets|app)-/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto('/flights?from=plc_1&to=plc_2');
  await page.getByText('This search needs a change').waitFor();
});
