import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
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
  await page.getByLabel('Currency').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('No airport is known as ZZZ.').waitFor();
  await page.getByText('It cannot be left empty.').waitFor();
  await page.getByLabel('Home airport').fill('jfk');
  await page.getByLabel('Currency').fill('eur');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  await page.reload();
  await page.getByLabel('Your name').waitFor();
  const values = ['Your name', 'Home airport', 'Currency'].map((label) => page.getByLabel(label).inputValue());
  expect(await Promise.all(values)).toEqual(['Ada Byron', 'JFK', 'EUR']);
  expect(visitor.trouble).toEqual([]);
});

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
