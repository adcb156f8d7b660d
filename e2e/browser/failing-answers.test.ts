import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoAccounts } from '../support/people.ts';
import { beginSession, newAccount, signUpOn } from './support/account.ts';
import { answersTo } from './support/answers.ts';
import { beginBooking, countTrips, sellFlight, sendTravelers } from './support/flights.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

/** Somebody new with the form for the travelers of a flight before them. */
async function beginAsNewcomer(page: Page, seats: number): Promise<void> {
  const flight = await sellFlight(stage.server.address, seats);
  await page.goto('/sign-up');
  await signUpOn(page, newAccount());
  await beginBooking(page, flight.id);
}

async function nameTraveler(page: Page): Promise<void> {
  await page.getByLabel('Given name').fill('Ada');
  await page.getByLabel('Family name').fill('Lovelace');
}

test('a hold whose answer is lost is one booking, though the page is opened anew before the next press', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await beginAsNewcomer(page, 3);
  const answers = await answersTo(page, 'HoldBooking');
  answers.lose();
  await sendTravelers(page);
  await page.getByText('We do not know yet whether it is held').waitFor();
  answers.letThrough();
  await page.reload();
  await nameTraveler(page);
  await sendTravelers(page);
  await page.getByRole('timer').waitFor();
  expect(await countTrips(page)).toBe(1);
  expect(visitor.trouble).toEqual([]);
});

/** What the graph says of parts that do not answer. */
const outage = { message: 'It does not answer.', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };

test('a fare whose offer cannot be asked for is not called sold on the flight’s own page either', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const answers = await answersTo(page, 'FareOffer');
  answers.change(() => ({ data: { flight: null }, errors: [outage] }));
  const flight = await sellFlight(stage.server.address, 1);
  await page.goto(`/flights/${flight.id}`);
  await page.getByRole('button', { name: /^Book / }).click();
  await page.getByText('A part of Meridian is not reachable at the moment.').waitFor();
  answers.letThrough();
  await page.getByRole('button', { name: /^Book / }).click();
  await page.getByText('Sign in to go on').waitFor();
});

test('an offer that cannot be asked for is not called sold, and is there after another try', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const answers = await answersTo(page, 'OfferToBook');
  answers.change(() => ({ data: { offer: null }, errors: [outage] }));
  const flight = await sellFlight(stage.server.address, 1);
  await page.goto('/sign-up');
  await signUpOn(page, newAccount());
  await page.goto(`/flights/${flight.id}`);
  await page.getByRole('button', { name: /^Book / }).click();
  await page.getByText('A part of Meridian is not reachable at the moment.').waitFor();
  answers.letThrough();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByLabel('Given name').waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('a report that failed says so on the dashboard, beside those that are there, and can be asked for again', async () => {
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  const answers = await answersTo(page, 'Dashboard');
  answers.change(({ data }) => ({ data: { ...data, months: null, topListings: null }, errors: [outage] }));
  await page.goto('/admin');
  const months = page.getByRole('region', { name: 'Revenue by month' });
  await months.getByText('This report could not be loaded.').waitFor();
  await page.getByRole('alert').getByText('A part of Meridian is not reachable at the moment.').waitFor();
  expect(await page.getByRole('region', { name: 'Revenue by city' }).getByText('could not be loaded').count()).toBe(0);
  answers.letThrough();
  await months.getByRole('button', { name: 'Try again' }).click();
  await months.getByText('This report could not be loaded.').waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Top listings' }).waitFor();
  expect(operator.trouble).toEqual([]);
});
