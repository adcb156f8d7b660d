import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inDays } from '../support/inputs.ts';
import { flightOffer } from '../support/offers.ts';
import { demoAccounts } from '../support/people.ts';
import { beginSession, newAccount } from './support/account.ts';
import { bookAsTraveler } from './support/book.ts';
import { sellFlight, watchFlight } from './support/flights.ts';
import { tabTo } from './support/keyboard.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

test('the whole journey can be made with the keyboard alone', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const { keyboard } = page;
  await page.goto('/');
  await tabTo(page, /combobox "From/);
  await keyboard.type('JFK');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await keyboard.press('Enter');
  await tabTo(page, /combobox "To/);
  await keyboard.type('LHR');
  await page.getByRole('option').filter({ hasText: 'LHR' }).waitFor();
  await keyboard.press('Enter');
  await tabTo(page, /Depart/);
  const [year, month, day] = inDays(14).split('-');
  // The order of the browser's own language, which is not the page's to choose.
  await keyboard.type(`${month}${day}${year}`);
  await tabTo(page, /button "Search flights/);
  await keyboard.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: / flights?$/ })
    .waitFor();
  await tabTo(page, /all fees/);
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Fares' }).waitFor();
  await tabTo(page, /button "Book /);
  await keyboard.press('Enter');
  await page.getByText('Sign in to go on').waitFor();
  await tabTo(page, /link "Make an account/);
  await keyboard.press('Enter');
  const { displayName, email, password } = newAccount();
  await page.getByLabel('Your name').waitFor();
  await tabTo(page, /textbox "Your name/);
  await keyboard.type(displayName);
  await tabTo(page, /textbox "Email/);
  await keyboard.type(email);
  await tabTo(page, /textbox "Password/);
  await keyboard.type(password);
  await keyboard.press('Enter');
  await page.getByLabel('Given name').waitFor();
  await tabTo(page, /textbox "Given name/);
  await keyboard.type('Ada');
  await tabTo(page, /textbox "Family name/);
  await keyboard.type('Lovelace');
  await keyboard.press('Enter');
  await page.getByRole('timer').waitFor();
  await tabTo(page, /button "Pay /);
  await keyboard.press('Enter');
  await page.getByText('Confirmed', { exact: true }).waitFor();
  expect(visitor.trouble).toEqual([]);
}, 120_000);

test('who goes to another page by keyboard or by ear is brought to its content and hears its title', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const spoken = page.getByRole('status').and(page.locator('#announcer'));
  await page.goto('/');
  // Deals are asked for by the app: what the build has drawn before is gone by then.
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().waitFor();
  await tabTo(page, /link "Deals/);
  await page.keyboard.press('Enter');
  await spoken.filter({ hasText: 'Deals · Meridian' }).waitFor();
  await page.locator('main:focus').waitFor();
  // An order of results changes the address and not the page: the focus stays where it is.
  await page.getByLabel('Sort by').focus();
  await page.getByLabel('Sort by').selectOption('Newest');
  await page.waitForURL(/sort=NEWEST/);
  expect(await page.locator('main:focus').count()).toBe(0);
  await page.getByRole('link', { name: 'Meridian', exact: true }).click();
  await spoken.filter({ hasText: /^Meridian$/ }).waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('the focus is never lost to what goes away: a dialog, a booking that is cancelled, a watch that ends', async () => {
  const flight = await sellFlight(stage.server.address, 2);
  const booked = await bookAsTraveler(stage.server.address, (api) => flightOffer(api, flight.id));
  await using visitor = await stage.visit();
  const { page } = visitor;
  const { keyboard } = page;
  await beginSession(visitor.context, demoAccounts.traveler);
  await watchFlight(page, flight.id);
  await page.goto('/watches');
  await page.getByRole('button', { name: /^Stop watching/ }).focus();
  await keyboard.press('Enter');
  await page.locator('main:focus').waitFor();
  await page.goto(`/trips/${booked.id}`);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Cancel booking' }).focus();
  await keyboard.press('Enter');
  await dialog.waitFor();
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('button:focus', { hasText: 'Cancel booking' }).waitFor();
  await keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Cancel the booking' }).focus();
  await keyboard.press('Enter');
  await page.getByText('Cancelled', { exact: true }).waitFor();
  await page.locator('main:focus').waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('prices are written as the reader writes them, and times are the place’s own wherever the reader is', async () => {
  const flight = await sellFlight(stage.server.address, 2);
  await using visitor = await stage.visit({ locale: 'de-DE', timezoneId: 'Asia/Tokyo' });
  const { page } = visitor;
  await page.goto(`/flights/${flight.id}`);
  await page.getByText('325,00 $').first().waitFor();
  const text = await page.getByRole('main').textContent();
  for (const clock of ['8:00 New York', '20:00 London']) expect(text).toContain(clock);
  expect(text).not.toContain('325.00');
  expect(visitor.trouble).toEqual([]);
});

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

test('a stay is found, looked at and begun to book on a phone', async () => {
  await using visitor = await stage.visit(phone);
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('button', { name: 'Stays', exact: true }).tap();
  await page.getByRole('combobox', { name: 'Where' }).fill('Paris');
  await page.getByRole('listbox').getByRole('option').first().tap();
  await page.getByLabel('Check-in').fill(inDays(20));
  await page.getByLabel('Check-out').fill(inDays(22));
  await page.getByRole('button', { name: 'Search stays' }).tap();
  await page.getByRole('heading', { name: 'Stays', level: 1 }).waitFor();
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().tap();
  await page.getByRole('link', { name: /^(Book|Ask the owner)$/ }).tap();
  await page.getByText('Sign in to go on').waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('on a phone the ways through the app are one row, days are read whole, and all pictures of a stay are reached', async () => {
  await using visitor = await stage.visit(phone);
  const { page } = visitor;
  const widthOf = async (label: string) => (await page.getByLabel(label, { exact: true }).boundingBox())?.width ?? 0;
  await page.goto('/stays');
  // The build's drawing stands here until the app is drawn in its place.
  await page.locator('main:not([inert])').waitFor();
  const nav = await page.getByRole('navigation', { name: 'Main' }).boundingBox();
  expect(nav?.height).toBe(44);
  // As much as `mm/dd/yyyy` and its button take in the browser's own letters.
  for (const label of ['Check-in', 'Check-out']) expect(await widthOf(label)).toBeGreaterThan(180);
  await page.getByRole('combobox', { name: 'Where' }).fill('Paris');
  await page.getByRole('listbox').getByRole('option').first().tap();
  await page.getByRole('button', { name: 'Search stays' }).tap();
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().tap();
  const pictures = page.getByRole('region', { name: 'Pictures' }).getByRole('button');
  await pictures.first().waitFor();
  const count = await pictures.count();
  expect(count).toBeGreaterThan(1);
  await pictures.last().focus();
  await page.getByText(`${count} of ${count}`, { exact: true }).waitFor();
  expect((await pictures.last().boundingBox())?.x).toBeLessThan(40);
  await pictures.last().tap();
  const dialog = page.getByRole('dialog', { name: `Picture ${count} of ${count}` });
  await dialog.getByRole('button', { name: 'Next' }).tap();
  await page
    .getByRole('dialog', { name: `Picture 1 of ${count}` })
    .getByRole('button', { name: 'Close' })
    .tap();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(visitor.trouble).toEqual([]);
});
