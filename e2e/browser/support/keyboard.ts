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
    // A page that was drawn by the build is drawn anew by the browser, which may happen between the two questions.
    if ((await focused.count()) > 0 && called.test(await focused.ariaSnapshot({ timeout: 1_000 }).catch(() => '')))
      return;
  }
  throw new Error(`No stop of the keyboard is called ${called} on ${page.url()}`);
}
