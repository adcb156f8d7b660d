import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signInOn, signUpAnew } from './support/account.ts';
import { answersTo } from './support/answers.ts';
import { beginBooking, countTrips, holdSeat, sellFlight, sendTravelers } from './support/flights.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

const accountButton = (page: Page) => page.getByRole('button', { name: 'Account', exact: true });
const noTrips = (page: Page) => page.getByText('No trips yet');

test('two tabs that refresh the session at once both stay signed in, time after time', async () => {
  await using visitor = await stage.visit();
  await signUpAnew(visitor.page);
  const tabs = [visitor.page, await visitor.openTab()];
  for (let round = 1; round <= 5; round += 1) {
    await Promise.all(tabs.map((tab) => tab.goto('/trips')));
    await Promise.all(tabs.map((tab) => accountButton(tab).waitFor()));
    await Promise.all(tabs.map((tab) => noTrips(tab).waitFor()));
  }
  expect(visitor.trouble).toEqual([]);
});

test('whoever signs out in one tab is signed out in all, also when two tabs do it at once', async () => {
  await using visitor = await stage.visit();
  const account = await signUpAnew(visitor.page);
  const tabs = [visitor.page, await visitor.openTab(), await visitor.openTab()];
  await Promise.all(tabs.map((tab) => tab.goto('/trips')));
  for (const tab of tabs.slice(0, 2)) await accountButton(tab).click();
  // Held fast before either is pressed: the faster one closes the other's menu.
  const items = await Promise.all(
    tabs.slice(0, 2).map((tab) => tab.getByRole('menuitem', { name: 'Sign out' }).elementHandle()),
  );
  await Promise.all(items.map((item) => item?.dispatchEvent('click')));
  for (const tab of tabs) await tab.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  await tabs[2]?.goto('/sign-in');
  await signInOn(tabs[2] as Page, account);
  await Promise.all(tabs.map((tab) => accountButton(tab).waitFor()));
  expect(visitor.trouble).toEqual([]);
});

test('who signs up next sees nothing of who was here before, in any tab, and offline nobody is signed out unseen', async () => {
  const { address } = stage.server;
  const flight = await sellFlight(address, 1);
  await using visitor = await stage.visit();
  const { page, context } = visitor;
  await signUpAnew(page);
  await holdSeat(page, flight.id);
  const other = await visitor.openTab();
  await other.goto('/trips');
  const trips = other.getByRole('main').getByRole('listitem');
  await trips.first().waitFor();
  await accountButton(page).click();
  await context.setOffline(true);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByText('You are still signed in').waitFor();
  await context.setOffline(false);
  await accountButton(page).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await other.getByText('Sign in to go on').waitFor();
  const answers = await answersTo(other, 'Trips');
  answers.lose();
  await signUpAnew(page);
  await accountButton(other).waitFor();
  // The second traveler's answer is lost: all that could stand here is the first one's.
  await other.getByRole('main').getByRole('button', { name: 'Try again' }).waitFor();
  expect(await trips.count()).toBe(0);
  answers.letThrough();
  await other.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await noTrips(other).waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('a reload in the middle of a booking goes on where it was', async () => {
  const flight = await sellFlight(stage.server.address, 1);
  await using visitor = await stage.visit();
  const { page } = visitor;
  await signUpAnew(page);
  await holdSeat(page, flight.id);
  await page.reload();
  await page.getByRole('timer').waitFor();
  await page.goBack();
  await page.goForward();
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByText('Confirmed', { exact: true }).waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('a session that ends in the middle of a booking asks to sign in, comes back, and books once', async () => {
  const flight = await sellFlight(stage.server.address, 1);
  await using visitor = await stage.visit();
  const { page, context } = visitor;
  const account = await signUpAnew(page);
  await beginBooking(page, flight.id);
  await context.clearCookies();
  await page.reload();
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await signInOn(page, account);
  // What was typed is still there, and gone once it is sent.
  await sendTravelers(page);
  await page.getByRole('timer').waitFor();
  expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('Lovelace');
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByText('Confirmed', { exact: true }).waitFor();
  expect(await countTrips(page)).toBe(1);
});
