import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoAccounts } from '../support/people.ts';
import { beginSession } from './support/account.ts';
import { overflow, seriousIssues } from './support/inspect.ts';
import { everyPage, type PageToSee } from './support/pages.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

/** `SCREENSHOTS=1` makes the pictures of the README anew, `SCREENSHOTS=<folder>` those of all pages in a folder of one's own. */
const { SCREENSHOTS } = process.env;
const inReadme = ['home-light', 'flights-light', 'stay-dark', 'deals-phone', 'trip-phone', 'admin-dashboard-light'];
const folder = SCREENSHOTS === '1' ? resolve(import.meta.dirname, '../../docs/screenshots') : SCREENSHOTS;

async function takePicture(page: Page, name: string): Promise<void> {
  if (folder === undefined || (SCREENSHOTS === '1' && !inReadme.includes(name))) return;
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

let stage: Stage;
let pages: readonly PageToSee[];
beforeAll(async () => {
  stage = await openStage();
  pages = await everyPage(stage.server);
  if (folder !== undefined) await mkdir(folder, { recursive: true });
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
] as const;

describe.each(looks)('every page, $name', ({ name: look, ...options }) => {
  test.each(['stranger', 'traveler', 'owner', 'admin'] as const)(
    'that a %s sees has no serious issue, fits, and has a title of its own',
    async (who) => {
      // axe is put into the page, which its policy would refuse.
      await using visitor = await stage.visit({ ...options, bypassCSP: true });
      const { page, context } = visitor;
      if (who !== 'stranger') await beginSession(context, demoAccounts[who]);
      const findings: Record<string, unknown> = {};
      const titles = new Set<string>();
      const seen = pages.filter((each) => each.who === who);
      for (const { name, address, isReady, title } of seen) {
        await page.goto(address);
        await isReady(page);
        const issues = await seriousIssues(page);
        const wide = await overflow(page);
        const called = await page.title();
        titles.add(called);
        if (issues.length > 0 || wide > 0 || !title.test(called)) findings[name] = { issues, wide, called };
        await takePicture(page, `${name}-${look}`);
      }
      expect(findings).toEqual({});
      // Two pages are told apart by their titles; what an address asks of a page does not make it another.
      expect(titles.size).toBe(new Set(seen.map(({ address }) => address.split('?')[0])).size);
      expect(visitor.trouble).toEqual([]);
    },
    180_000,
  );
});

test.each([360, 600, 768, 1024, 1600])(
  'no page is wider than a window of %i px',
  async (width) => {
    await using visitor = await stage.visit({ viewport: { width, height: 800 } });
    const { page } = visitor;
    const wide: Record<string, number> = {};
    for (const { name, address, isReady } of pages.filter(({ who }) => who === 'stranger')) {
      await page.goto(address);
      await isReady(page);
      const pixels = await overflow(page);
      if (pixels > 0) wide[name] = pixels;
    }
    expect(wide).toEqual({});
  },
  180_000,
);
