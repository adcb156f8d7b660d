import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { newAccount, signUpOn } from './support/account.ts';
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
