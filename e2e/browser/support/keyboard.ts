import type { Page } from 'playwright-core';

/** More stops than any page has. */
const mostStops = 120;

/**
 * Presses Tab until the focus is on what assistive technology calls so, role first: `button "Pay US$325.00"`.
 *
 * @throws Error when it never gets there
 */
export async function tabTo(page: Page, called: RegExp): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator('*:focus');
    if ((await focused.count()) > 0 && called.test(await focused.ariaSnapshot())) return;
  }
  throw new Error(`No stop of the keyboard is called ${called} on ${page.url()}`);
}
