import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { flightOffer } from '../support/offers.ts';
import { demoAccounts } from '../support/people.ts';
import { beginSession, signUpAnew } from './support/account.ts';
import { answersTo } from './support/answers.ts';
import { bookAsTraveler } from './support/book.ts';
import { beginBooking, countTrips, sellFlight, sendTravelers } from './support/flights.ts';
import { overflow, seriousIssues } from './support/inspect.ts';
import { everyPage } from './support/pages.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

/** Somebody new with the form for the travelers of a flight before them. */
async function beginAsNewcomer(page: Page, seats: number): Promise<void> {
  const flight = await sellFlight(stage.server.address, seats);
  await signUpAnew(page);
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
  await signUpAnew(page);
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

test('a ledger that failed says so below its booking, and can be asked for again', async () => {
  const { address } = stage.server;
  const flight = await sellFlight(address, 2);
  const { id } = await bookAsTraveler(address, (api) => flightOffer(api, flight.id));
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  const answers = await answersTo(page, 'Booking');
  answers.change(({ data }) => ({ data: { ...data, ledger: null }, errors: [outage] }));
  await page.goto(`/admin/bookings/${id}`);
  await page.getByRole('heading', { name: 'Ledger' }).waitFor();
  const notice = page.getByRole('alert').filter({ hasText: 'A part of Meridian is not reachable at the moment.' });
  await notice.waitFor();
  answers.letThrough();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('region', { name: 'Ledger' }).getByRole('row').nth(1).waitFor();
  expect(operator.trouble).toEqual([]);
});

test('the figures of operations stay though asking again fails, in whole or in part, and that is said', async () => {
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.clock.install();
  await page.goto('/admin/operations');
  const rows = page.getByRole('region', { name: 'Consumers' }).getByRole('row');
  await rows.nth(1).waitFor();
  const answers = await answersTo(page, 'Operations');
  answers.lose();
  for (const _time of ['first', 'second']) {
    const failed = page.waitForEvent('requestfailed');
    await page.clock.fastForward(3_100);
    await failed;
  }
  await page.getByText('What you see may be out of date.').waitFor();
  expect(await rows.nth(1).isVisible()).toBe(true);
  answers.change(({ data }) => ({ data: { ...data, consumerLag: null }, errors: [outage] }));
  const answered = page.waitForEvent('requestfinished');
  await page.clock.fastForward(3_100);
  await answered;
  await page.getByText('What you see may be out of date.').waitFor();
  expect([await rows.nth(1).isVisible(), await page.getByText('This could not be loaded').count()]).toEqual([true, 0]);
  answers.letThrough();
  await page.clock.fastForward(3_100);
  await page.getByText('What you see may be out of date.').waitFor({ state: 'detached' });
  expect(operator.trouble).toEqual([]);
});

/** The operation that brings a page's first content. */
const operations: Readonly<Record<string, string>> = {
  flights: 'Flights',
  flight: 'Flight',
  stays: 'Stays',
  stay: 'Stay',
  cars: 'Cars',
  car: 'Car',
  deals: 'Deals',
  trips: 'Trips',
  trip: 'Trip',
  watches: 'Watches',
  account: 'Account',
};

const phone = { viewport: { width: 360, height: 740 }, bypassCSP: true };

test('a page whose content failed says so to everybody, fits a phone, and is whole after another try', async () => {
  const pages = await everyPage(stage.server);
  await using visitor = await stage.visit(phone);
  const { page, context } = visitor;
  await beginSession(context, demoAccounts.traveler);
  const findings: Record<string, unknown> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const seen = pages.find((each) => each.name === name);
    if (seen === undefined) throw new Error(`No page is called ${name}.`);
    const answers = await answersTo(page, operation);
    answers.change(() => ({ data: null, errors: [outage] }));
    await page.goto(seen.address);
    const notice = page.getByRole('alert').filter({ hasText: 'A part of Meridian is not reachable at the moment.' });
    await notice.waitFor();
    const [issues, wide] = [await seriousIssues(page), await overflow(page)];
    if (issues.length > 0 || wide > 0) findings[name] = { issues, wide };
    answers.letThrough();
    await notice.getByRole('button', { name: 'Try again' }).click();
    await seen.isReady(page);
    await notice.waitFor({ state: 'detached' });
    await page.unroute('**/graphql');
  }
  expect(findings).toEqual({});
  expect(visitor.trouble).toEqual([]);
}, 180_000);

test('a bell that failed can be used by everybody on a phone', async () => {
  await using visitor = await stage.visit(phone);
  const { page, context } = visitor;
  await beginSession(context, demoAccounts.traveler);
  const answers = await answersTo(page, 'Alerts');
  answers.change(() => ({ data: null, errors: [outage] }));
  await page.goto('/');
  await page.getByRole('button', { name: 'Alerts, not loaded' }).click();
  const bell = page.getByRole('dialog', { name: 'Alerts' });
  await bell.getByText('A part of Meridian is not reachable at the moment.').waitFor();
  expect([await seriousIssues(page), await overflow(page)]).toEqual([[], 0]);
  answers.letThrough();
  await bell.getByRole('button', { name: 'Try again' }).click();
  await bell.getByText('This could not be loaded').waitFor({ state: 'detached' });
  expect(visitor.trouble).toEqual([]);
});

test('a flight that is looked at stays on its page though asking again fails', async () => {
  const flight = await sellFlight(stage.server.address, 2);
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.clock.install();
  await page.goto(`/flights/${flight.id}`);
  await page.getByRole('heading', { name: 'Fares' }).waitFor();
  const answers = await answersTo(page, 'Flight');
  answers.lose();
  // The second time tells that the page has taken in the first.
  for (const _time of ['first', 'second']) {
    const failed = page.waitForEvent('requestfailed');
    await page.clock.fastForward(16_000);
    await failed;
  }
  expect(await page.getByRole('heading', { name: 'Fares' }).isVisible()).toBe(true);
  expect(await page.getByText('This could not be loaded').count()).toBe(0);
  expect(visitor.trouble).toEqual([]);
});

test('a trip that waits stays on its page while asking again fails, and tells the outcome once it is heard', async () => {
  const flight = await sellFlight(stage.server.address, 1);
  const { id } = await bookAsTraveler(stage.server.address, (api) => flightOffer(api, flight.id));
  await using visitor = await stage.visit();
  const { page, context } = visitor;
  await beginSession(context, demoAccounts.traveler);
  await page.clock.install();
  const answers = await answersTo(page, 'Trip');
  answers.change(({ data }) => ({ data: { booking: { ...(data?.booking as object), state: 'PENDING_APPROVAL' } } }));
  await page.goto(`/trips/${id}`);
  const waiting = page.getByText('Waiting for the owner', { exact: true });
  await waiting.waitFor();
  answers.lose();
  // The second time tells that the page has taken in the first, and has asked again all the same.
  for (const _time of ['first', 'second']) {
    const failed = page.waitForEvent('requestfailed');
    await page.clock.fastForward(6_000);
    await failed;
  }
  expect(await waiting.isVisible()).toBe(true);
  answers.letThrough();
  await page.clock.fastForward(6_000);
  await page.getByText('Confirmed', { exact: true }).waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('what could not be loaded without a network is loaded once it is back, and that is said', async () => {
  await using visitor = await stage.visit();
  const { page, context } = visitor;
  await beginSession(context, demoAccounts.traveler);
  await page.goto('/');
  await page.getByRole('button', { name: /^Alerts/ }).waitFor();
  const answers = await answersTo(page, 'Deals');
  answers.lose();
  await page.getByRole('link', { name: 'Deals', exact: true }).click();
  await page.getByText('This could not be loaded').waitFor();
  answers.letThrough();
  await context.setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await context.setOffline(false);
  await page.getByText('You are back online.').waitFor({ timeout: 3_000 });
  await page.getByRole('main').getByRole('listitem').first().waitFor();
  await page.getByText('You are back online.').waitFor({ state: 'detached' });
  expect(visitor.trouble).toEqual([]);
});

test('a next page that does not come is asked for once, is said, and comes when it is asked for again', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto('/deals');
  const rows = page.getByRole('main').getByRole('listitem');
  await rows.first().waitFor();
  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('"isNextPage":true')) asked += 1;
  });
  const answers = await answersTo(page, 'Deals');
  answers.lose();
  const before = await rows.count();
  await rows.last().scrollIntoViewIfNeeded();
  await page.getByText('The next ones could not be loaded.').waitFor();
  // Whoever asks again by itself would do it as the list's end comes into sight once more.
  await page.mouse.wheel(0, -3000);
  await page.mouse.wheel(0, 6000);
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  expect(asked).toBe(1);
  answers.letThrough();
  await page.getByRole('button', { name: 'Try again' }).click();
  await rows.nth(before).waitFor();
  expect(await page.getByText('The next ones could not be loaded.').count()).toBe(0);
  expect(visitor.trouble).toEqual([]);
});
