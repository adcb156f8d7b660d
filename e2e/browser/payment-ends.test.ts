import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signUpAnew } from './support/account.ts';
import { answersTo } from './support/answers.ts';
import { holdSeat, payWith, sellFlight, sendTravelers } from './support/flights.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';
import { letHotel } from './support/stays.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

/** Somebody new holds a seat of a flight of their own, and stands before the payment. */
async function hold(page: Page): Promise<string> {
  const flight = await sellFlight(stage.server.address, 3);
  await signUpAnew(page);
  await holdSeat(page, flight.id);
  return flight.id;
}

test('the last card is announced, and after it the booking ends with a reason and a way on', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const flightId = await hold(page);
  await payWith(page, /declined/);
  await page.getByText('2 tries are left').waitFor();
  await page.reload();
  await page.getByText('The bank has declined this card.').waitFor();
  await page.getByText('2 tries are left').waitFor();
  await payWith(page, /expired/);
  await page.getByText('One try is left').waitFor();
  await page.reload();
  await page.getByText('One try is left').waitFor();
  await payWith(page, /without enough money/);
  await page.getByText('There is not enough money on this card.').waitFor();
  await page.getByText('Nothing was charged', { exact: true }).waitFor();
  const again = await page.getByRole('link', { name: 'Book again' }).getAttribute('href');
  expect(again).toBe(`/flights/${flightId}`);
  expect(await page.getByRole('link', { name: 'Search again' }).getAttribute('href')).toMatch(/^\/flights\?from=plc_/);
  expect(visitor.trouble).toEqual([]);
}, 60_000);

test('where the second of two payments fails, its page names the trip that was booked first, and leads there', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await hold(page);
  await payWith(page, /^Visa/);
  await page.getByText('Confirmed', { exact: true }).waitFor();
  const first = new URL(page.url()).pathname;
  const reference = await page.getByText(/^Booking code MER-/).textContent();
  await holdSeat(page, (await sellFlight(stage.server.address, 3)).id);
  await page.goto(`${page.url()}?after=${first.split('/').at(-1)}`);
  await page.getByText('The first is paid').waitFor();
  await payWith(page, /declined/);
  await page.getByText('2 tries are left').waitFor();
  await payWith(page, /expired/);
  await page.getByText('One try is left').waitFor();
  await payWith(page, /without enough money/);
  const named = page.getByRole('alert').filter({ hasText: 'The first of the two bookings stands' });
  await named.getByText(`(${reference?.split(' ').at(-1)}) is booked and paid.`).waitFor();
  await named.getByRole('link', { name: 'See the first booking' }).click();
  await page.waitForURL(`**${first}`);
  await page.getByText('Confirmed', { exact: true }).waitFor();
  expect(visitor.trouble).toEqual([]);
}, 90_000);

test('a trip that is paid in one tab is shown by the other, which cannot pay any more', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await hold(page);
  const other = await visitor.openTab();
  await other.goto(page.url());
  await other.getByRole('timer').waitFor();
  await payWith(page, /^Visa/);
  await page.getByText('Confirmed', { exact: true }).waitFor();
  await payWith(other, /^Visa/);
  await other.getByText('Confirmed', { exact: true }).waitFor();
  expect(new URL(other.url()).pathname).toBe(new URL(page.url()).pathname);
  expect(visitor.trouble).toEqual([]);
});

test('while the bank owes an answer there is nothing to press, and the trip comes by itself', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await hold(page);
  // The bank is asked again within a minute; here the page hears "still open" until the test lets the truth through.
  const answers = await answersTo(page, 'HeldBooking');
  const open = { state: 'HELD', holdExpiresAt: null };
  answers.change(({ data }) => {
    const booking = data?.booking as { payment: object };
    return { data: { booking: { ...booking, ...open, payment: { ...booking.payment, state: 'UNKNOWN' } } } };
  });
  await payWith(page, /answers late/);
  await page.getByText('The bank has not answered yet').waitFor();
  expect(await page.getByRole('button', { name: /^Pay / }).count()).toBe(0);
  expect(await page.getByRole('timer').count()).toBe(0);
  answers.change(({ data }) => ({ data: { booking: { ...(data?.booking as object), state: 'CONFIRMED' } } }));
  await page.waitForURL(/\/trips\/bkg_\w+$/);
  expect(visitor.trouble).toEqual([]);
});

test('what is held can be given back, and is free again', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const flightId = await hold(page);
  await page.getByText('For Ada Lovelace', { exact: true }).waitFor();
  const payment = page.url();
  await page.goto(`/flights/${flightId}`);
  await page.getByText(/^You hold this until \d+:\d\d/).waitFor();
  await page.getByRole('link', { name: 'Go on to the payment' }).click();
  await page.waitForURL(payment);
  await page.getByRole('button', { name: 'Release the hold' }).click();
  await page.getByText('The hold has ended').waitFor();
  await page.getByRole('link', { name: 'Book it again' }).click();
  await page.waitForURL(`**/flights/${flightId}`);
  await page.getByText('3 seats left').waitFor();
  await page.getByText(/^You hold this until/).waitFor({ state: 'detached' });
  expect(visitor.trouble).toEqual([]);
});

test('the room that is chosen is named until it is booked, and its owner is asked before the card is charged', async () => {
  const hotel = await letHotel(stage.server.address);
  await using visitor = await stage.visit();
  const { page } = visitor;
  await signUpAnew(page);
  await page.goto(hotel.address);
  await page.getByLabel(/^Suite, £/).check();
  await page.getByRole('link', { name: 'Ask the owner' }).click();
  const summary = page.getByRole('complementary', { name: 'Your booking' });
  await summary.getByText('Suite', { exact: true }).waitFor();
  await summary.getByText(/^Check-in .*from 15:00$/).waitFor();
  await summary.getByText('2 nights, 2 guests, 1 room').waitFor();
  expect(await page.getByText(/passport/).count()).toBe(0);
  await page.getByLabel('Given name').fill('Ada');
  await page.getByLabel('Family name').fill('Lovelace');
  await sendTravelers(page);
  await summary.getByText('Suite', { exact: true }).waitFor();
  await page.getByText(/Your card is only reserved now/).waitFor();
  await page.getByRole('button', { name: /^Ask the owner and reserve £/ }).click();
  await page.getByText('Waiting for the owner', { exact: true }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'The lamp room, London' }).waitFor();
  await summary.getByText('Suite', { exact: true }).waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Add to calendar' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^MER-.*\.ics$/);
  expect(visitor.trouble).toEqual([]);
});
