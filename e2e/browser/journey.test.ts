import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inDays } from '../support/inputs.ts';
import { newAccount, signUpAnew, signUpOn } from './support/account.ts';
import {
  beginBooking,
  countTrips,
  findFlight,
  findFlights,
  holdSeat,
  payWith,
  sellFlight,
  sendTravelers,
} from './support/flights.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

/** A stranger becomes somebody on the way, and comes back to what is to be booked. */
async function bookAsStranger(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Book .*Flex/ }).click();
  await page.getByRole('link', { name: 'Make an account' }).click();
  await signUpOn(page, newAccount());
  await page.getByLabel('Given name').fill('Ada');
  await page.getByLabel('Family name').fill('Lovelace');
  await sendTravelers(page);
  await page.getByRole('timer').waitFor();
}

test('a stranger searches, makes an account on the way, holds, pays, and cancels with a refund', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await findFlight(page);
  await bookAsStranger(page);
  await payWith(page, /declined/);
  await page.getByText('The card was declined').waitFor();
  await payWith(page, /^Visa/);
  await page.getByText('Confirmed', { exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/trips\/bkg_/);

  await page.getByRole('button', { name: 'Cancel booking' }).click();
  const quote = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await quote.getByText('You get back').waitFor();
  await quote.getByRole('button', { name: 'Cancel the booking' }).click();
  await page.getByText('Cancelled', { exact: true }).waitFor();
  await page.getByText(/back to your card/).waitFor();
  await page.getByRole('link', { name: 'Search again' }).waitFor();
  expect(await page.getByRole('link', { name: 'See what you have booked' }).count()).toBe(0);
  await page.getByRole('link', { name: /^Invoice \d+$/ }).click();
  await page.getByRole('region', { name: 'Refunds' }).getByText('Total after refunds').waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('a way there and back is sold together at the total of the result; in two currencies it is paid in two', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await signUpAnew(page);
  await findFlights(page, { return: inDays(18), adults: '2' });
  const card = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  const total =
    (await card
      .getByText(/^\D+[\d,.]+$/)
      .first()
      .textContent()) ?? 'none';
  await card.getByText('2 travelers, both ways, all fees').waitFor();
  await card.click();
  await page.getByRole('heading', { name: /and back$/ }).waitFor();
  const booking = page.getByRole('complementary', { name: 'Your booking' });
  await booking.getByText(total, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Book both flights' }).click();
  for (const [index, name] of ['Ada', 'Grace'].entries()) {
    await page.getByLabel('Given name').nth(index).fill(name);
    await page.getByLabel('Family name').nth(index).fill('Lovelace');
  }
  expect(await booking.getByRole('heading', { level: 3 }).allTextContents()).toHaveLength(2);
  await sendTravelers(page);
  await page.getByRole('button', { name: /^Pay US\$/ }).click();
  await page.getByText('The first is paid').waitFor();
  await page.getByRole('button', { name: /^Pay £/ }).click();
  await page.getByText('Confirmed', { exact: true }).waitFor();
  expect(await countTrips(page)).toBe(2);
  expect(visitor.trouble).toEqual([]);
}, 90_000);

test('of two travelers who want the last seat one gets it, and the other is told so and has a way on', async () => {
  const flight = await sellFlight(stage.server.address, 1);
  await using one = await stage.visit();
  await using other = await stage.visit();
  const pages = [one.page, other.page];
  for (const page of pages) {
    await signUpAnew(page);
    await beginBooking(page, flight.id);
  }
  await Promise.all(pages.map(sendTravelers));
  const outcomes = await Promise.all(
    pages.map((page) =>
      Promise.any([
        page
          .getByRole('timer')
          .waitFor()
          .then(() => 'held'),
        page
          .getByText('Somebody was faster')
          .waitFor()
          .then(() => 'sold out'),
      ]),
    ),
  );
  expect([...outcomes].sort()).toEqual(['held', 'sold out']);
  const loser = pages[outcomes.indexOf('sold out')];
  const again = await loser?.getByRole('link', { name: 'Search again' }).getAttribute('href');
  expect(again).toMatch(/^\/flights\?from=plc_\w+&to=plc_\w+&date=\d{4}-\d\d-\d\d$/);
  expect(await loser?.getByRole('button', { name: 'Hold and go on' }).isDisabled()).toBe(true);
  expect([...one.trouble, ...other.trouble]).toEqual([]);
});

test('pressing pay twice is one payment', async () => {
  const flight = await sellFlight(stage.server.address, 3);
  await using visitor = await stage.visit();
  const { page } = visitor;
  await signUpAnew(page);
  await holdSeat(page, flight.id);
  await page.getByRole('button', { name: /^Pay / }).dblclick();
  await page.getByText('Confirmed', { exact: true }).waitFor();
  expect(await countTrips(page)).toBe(1);
  await page.goto(`/flights/${flight.id}`);
  await page.getByText('2 seats left').waitFor();
});
