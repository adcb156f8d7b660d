import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { demoAccounts } from '../support/people.ts';
import { beginSession } from './support/account.ts';
import { everyPage, type PageToSee } from './support/pages.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
let pages: readonly PageToSee[];
beforeAll(async () => {
  stage = await openStage();
  pages = await everyPage(stage.server);
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

const measured = ['home', 'flights', 'flight', 'stays', 'stay', 'cars', 'car', 'deals', 'trips', 'trip', 'account'];

/** Adds up what moves without being touched, as browsers report it, and remembers what it was. */
const watchShifts = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      const moved = sources.map(({ node, previousRect, currentRect }) =>
        [node?.nodeName, (node?.textContent ?? '').slice(0, 40), previousRect.y, currentRect.y].join(' '));
      globalThis.shifts.push({ value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });`;

type Shift = Readonly<{ value: number; moved: string[] }>;

/** Once what the page shows while it waits has been painted. */
const painted = `new Promise((done) => {
  const look = () => document.querySelector('main > *') ? requestAnimationFrame(() => requestAnimationFrame(done)) : requestAnimationFrame(look);
  look();
})`;

const operationOf = (request: Request): string => request.postDataJSON()?.operationName ?? '';

/** Asked for by the head of every page of who is signed in, and by what comes near the screen below a page's content. */
const besideContent = ['Me', 'Alerts', 'PriceHistory'];

const isContent = (request: Request): boolean =>
  request.url().endsWith('/graphql') && !besideContent.includes(operationOf(request));

/** Opens a page over a network on which its skeleton is seen, and tells what moved and what was asked for. */
async function load(page: Page, { address, isReady }: PageToSee) {
  const asked: string[] = [];
  await page.route('**/graphql', async (route) => {
    if (!isContent(route.request())) return route.continue();
    asked.push(operationOf(route.request()));
    await page.evaluate(painted);
    await route.continue();
  });
  // A page whose content is asked for late is idle before.
  const content = page.waitForResponse((response) => isContent(response.request()));
  await page.goto(address);
  await isReady(page);
  await (await content).finished();
  await page.waitForLoadState('networkidle');
  const shifts = (await page.evaluate('globalThis.shifts')) as Shift[];
  await page.unroute('**/graphql');
  return { shifts, asked };
}

/** Nobody sees less move; browsers call a page good up to 0.1. */
const mostShift = 0.01;

test.each([
  ['a phone', { viewport: { width: 390, height: 844 } }],
  ['a desk', { viewport: { width: 1280, height: 900 } }],
])(
  'on %s nothing moves while a page loads, and its content comes with one request',
  async (_name, options) => {
    const findings: Record<string, unknown> = {};
    for (const who of ['stranger', 'traveler'] as const) {
      await using visitor = await stage.visit(options);
      const { page } = visitor;
      if (who === 'traveler') await beginSession(visitor.context, demoAccounts.traveler);
      await page.addInitScript(watchShifts);
      for (const seen of pages.filter((each) => each.who === who && measured.includes(each.name))) {
        const { shifts, asked } = await load(page, seen);
        const sum = shifts.reduce((total, { value }) => total + value, 0);
        if (sum > mostShift) findings[seen.name] = shifts;
        if (asked.length !== 1) findings[`${seen.name}, asked`] = asked;
      }
      expect(visitor.trouble).toEqual([]);
    }
    expect(findings).toEqual({});
  },
  180_000,
);
