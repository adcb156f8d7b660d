import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createApi, textAt } from '../support/api.ts';
import { inDays, route } from '../support/inputs.ts';
import { typeOfSignIn } from '../support/people.ts';
import { beginSession, signUpAnew } from './support/account.ts';
import { answersTo } from './support/answers.ts';
import { holdSeat, sellFlight } from './support/flights.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

/** Somebody new, on the page of their account, reached by the menu. */
async function openAccount(page: Page) {
  const account = await signUpAnew(page);
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  // An anchor: it opens in a new tab as well.
  await page.getByRole('menuitem', { name: 'Account' }).and(page.locator('a[href="/account"]')).click();
  await page.getByText(`You sign in with ${account.email}.`).waitFor();
  return account;
}

async function deleteWith(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Delete your account for good?' });
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Delete my account' }).click();
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Delete my account' }).click();
}

test('a profile is changed, and what the graph refuses stands beside its field', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await openAccount(page);
  await page.getByLabel('Your name').fill('Ada Byron');
  await page.getByLabel('Home airport').fill('zzz');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('No airport is known as ZZZ.').waitFor();
  await page.getByLabel('Home airport').fill('jfk');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  await page.reload();
  await page.getByLabel('Your name').waitFor();
  const values = ['Your name', 'Home airport'].map((label) => page.getByLabel(label).inputValue());
  expect(await Promise.all(values)).toEqual(['Ada Byron', 'JFK']);
  expect(visitor.trouble).toEqual([]);
});

/** The address of flights between two cities. */
async function resultsAddress(): Promise<string> {
  const places = await createApi(`${stage.server.address}/graphql`).read(`{
    from: places(search: "${route.origin}", first: 1) { id } to: places(search: "${route.destination}", first: 1) { id } }`);
  return `/flights?from=${textAt(places, 'from', 0, 'id')}&to=${textAt(places, 'to', 0, 'id')}&date=${inDays(14)}`;
}

/** A price in euros, and the filter's limit, as Germany writes them. */
const germanPrice = /^about [\d.]+,\d\d\s€/;
const germanLimit = /^Price up to [\d.]+(,\d\d)?\s€$/;

test('currency and language of the profile are those of every page, at once, after a reload and until the sign-out', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await openAccount(page);
  await page.getByLabel('Currency').selectOption('EUR');
  await page.getByLabel('Language and region').selectOption({ label: 'German (Germany)' });
  await page.getByRole('button', { name: 'Save' }).click();
  // The page that they are changed on is not drawn anew: it keeps what it says, and its focus.
  await page.getByText('Saved.', { exact: true }).waitFor();
  await page.getByText(/^With us since \d\d\.\d\d\.\d{4}$/).waitFor();
  await page.goto(await resultsAddress());
  await page.getByText(germanLimit).waitFor();
  await page.getByText(germanPrice).first().waitFor();
  await page.evaluate(() => localStorage.removeItem('meridian.reading'));
  // Without the note: drawn as for a stranger first, and anew once the profile is known.
  await page.reload();
  await page.getByText(germanLimit).waitFor();
  expect(await page.evaluate(() => localStorage.getItem('meridian.reading'))).toContain('de-DE');
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  expect(await page.evaluate(() => localStorage.getItem('meridian.reading'))).toBeNull();
  expect(visitor.trouble).toEqual([]);
}, 60_000);

test('all that is kept is downloaded, whole or not at all', async () => {
  const flight = await sellFlight(stage.server.address, 2);
  await using visitor = await stage.visit();
  const { page } = visitor;
  const account = await openAccount(page);
  await holdSeat(page, flight.id);
  await page.goto('/account');
  const answers = await answersTo(page, 'OwnData');
  answers.change(({ data }) => {
    const kept = data?.exportMyData as { account: object };
    return { data: { exportMyData: { ...kept, account: { ...kept.account, alerts: null } } } };
  });
  const download = page.getByRole('button', { name: 'Download my data' });
  await download.click();
  await page.getByText('Nothing was saved').waitFor();
  answers.letThrough();
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  await page.getByText('It is saved').waitFor();
  expect(file.suggestedFilename()).toBe('meridian-my-data.json');
  expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toMatchObject({
    account: { email: account.email },
    bookings: [{ state: 'HELD', travelers: [{ givenName: 'Ada' }], items: [{ snapshot: { listingId: flight.id } }] }],
    watches: [],
    alerts: [],
  });
  expect(visitor.trouble).toEqual([]);
});

test('another device is signed out from here, and then all are', async () => {
  await using visitor = await stage.visit();
  await using other = await stage.visit();
  const { page } = visitor;
  const account = await openAccount(page);
  await beginSession(other.context, account);
  await page.reload();
  await page.getByRole('button', { name: /^Sign out the device of / }).click();
  await page.getByRole('button', { name: /^Sign out the device of / }).waitFor({ state: 'detached' });
  await other.page.goto('/trips');
  await other.page.getByText('Sign in to go on').waitFor();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  await page.goto('/account');
  await page.getByText('Sign in to go on').waitFor();
  expect([...visitor.trouble, ...other.trouble]).toEqual([]);
});

test('an account goes with its password alone, and leaves on a page that says so', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const account = await openAccount(page);
  await deleteWith(page, 'not the password');
  await page.getByText('This is not your password.').waitFor();
  await page.locator('[name="password"][aria-invalid="true"]:focus').waitFor();
  const answers = await answersTo(page, 'DeleteMyAccount');
  answers.lose();
  await deleteWith(page, account.password);
  await page.getByText('Trying again does no harm').waitFor();
  answers.letThrough();
  // The first request has deleted it; only its answer was lost.
  await deleteWith(page, account.password);
  await page.getByText('Your account is deleted').waitFor();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  expect(await typeOfSignIn(stage.server.address, account)).toBe('InvalidCredentials');
  expect(visitor.trouble).toEqual([]);
});

test('a booking that is not over keeps the account, and the page leads to it', async () => {
  const flight = await sellFlight(stage.server.address, 2);
  await using visitor = await stage.visit();
  const { page } = visitor;
  const account = await openAccount(page);
  await holdSeat(page, flight.id);
  await page.goto('/account');
  await deleteWith(page, account.password);
  await page.getByText('a booking is not over yet').waitFor();
  await page.getByRole('link', { name: 'See the booking' }).click();
  await page.getByText('Held', { exact: true }).waitFor();
  expect(visitor.trouble).toEqual([]);
});
