import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { flightOffer } from '../support/offers.ts';
import { demoAccounts } from '../support/people.ts';
import { poisonLog } from '../support/poison.ts';
import { beginSession } from './support/account.ts';
import { answersTo } from './support/answers.ts';
import { bookAsTraveler } from './support/book.ts';
import { sellFlight } from './support/flights.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';
import { letStayOnRequest } from './support/stays.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

/** Changes fields of a form and sends it. */
async function save(page: Page, form: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const place = page.locator('form').filter({ has: page.getByRole('heading', { name: form }) });
  for (const [label, text] of Object.entries(fields)) await place.getByLabel(label).fill(text);
  await place.getByRole('button', { name: 'Save' }).click();
}

test('an operator changes a price, and the page that a traveler has open follows', async () => {
  const flight = await sellFlight(stage.server.address, 4);
  await using traveler = await stage.visit();
  await traveler.page.clock.install();
  await traveler.page.goto(`/flights/${flight.id}`);
  await traveler.page.getByText('US$325.00').first().waitFor();

  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto('/admin/listings');
  await page.getByLabel('Title, city, flight, airline, airport or id').fill(flight.id);
  await page.keyboard.press('Enter');
  await page
    .getByRole('row', { name: /[A-Z0-9]{2} \d{4}, .* 4 seats / })
    .getByRole('link', { name: 'New York → London' })
    .click();
  await save(page, 'Fares', { 'Price (USD)': '410.00', 'Seats on sale': '3' });
  await page.getByText('version 2').waitFor();

  await traveler.page.clock.fastForward('00:16');
  await traveler.page.getByText('US$435.00').first().waitFor();
  await traveler.page.getByText('3 seats left').waitFor();
  expect([...traveler.trouble, ...operator.trouble]).toEqual([]);
});

test('what the graph refuses stands beside its field, and nothing is changed', async () => {
  const flight = await sellFlight(stage.server.address, 4);
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.owner);
  await page.goto(`/admin/listings/${flight.id}`);
  await save(page, 'Fares', { 'Price (USD)': '300,50', 'Seats on sale': 'many' });
  const fields = page.locator('fieldset');
  await fields.getByText('Write the amount as digits, such as 300.50.').waitFor();
  await fields.getByText('Write a whole number.').waitFor();
  await save(page, 'Fares', { 'Price (USD)': '0', Taxes: '0', Fees: '0', 'Seats on sale': '4' });
  await fields.getByText('A seat costs more than 0').waitFor();
  await page.reload();
  await page.getByText('version 1').waitFor();
  expect(await page.getByLabel('Price (USD)').inputValue()).toBe('300.00');
});

test('who saves over somebody else’s change is shown it first, and what was typed stays', async () => {
  const flight = await sellFlight(stage.server.address, 4);
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.owner);
  await page.goto(`/admin/listings/${flight.id}`);
  const price = page.getByLabel('Price (USD)');
  await price.fill('350');
  await flight.setPrice('320.00');
  await page.getByRole('button', { name: 'Save' }).click();
  const answers = await answersTo(page, 'ListingToChange');
  answers.lose();
  const load = page.getByRole('button', { name: 'Load the new values' });
  await load.click();
  await page.getByText('The new values could not be loaded.').waitFor();
  expect(await price.inputValue()).toBe('350');
  answers.letThrough();
  await load.click();
  await page.getByText('It is 320.00 by now.').waitFor();
  expect(await price.inputValue()).toBe('350');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('version 3').waitFor();
  await page.getByText('Saved. Travelers see it now.').waitFor();
  expect(operator.trouble).toEqual([]);
});

test('nights of a stay get another price, and a car another number', async () => {
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto(`/admin/listings/${await letStayOnRequest(stage.server.address)}`);
  const [from, until] = [30, 33].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  const dates = { 'First night': from ?? '', 'Morning of departure': until ?? '' };
  const run = (name: RegExp) => page.getByRole('row', { name });
  await save(page, 'Some nights', { 'First night': until ?? '', 'Morning of departure': from ?? '', 'A night': '512' });
  await page.getByText('Choose a morning behind the first night.').waitFor();
  await page.getByLabel('On sale').click();
  await page.getByRole('option', { name: 'No' }).click();
  await save(page, 'Some nights', { ...dates, 'A night': '' });
  await run(/ 3 Closed$/).waitFor();
  await page.getByLabel('On sale').click();
  await page.getByRole('option', { name: 'As it is' }).click();
  await save(page, 'Some nights', { ...dates, 'A night': '512.00' });
  await page.getByText('Saved. Travelers see it now.').waitFor();
  // A price alone opens nothing.
  await run(/ 3 Closed$/).waitFor();
  await page.getByLabel('On sale').click();
  await page.getByRole('option', { name: 'Yes' }).click();
  await save(page, 'Some nights', { ...dates, 'A night': '' });
  await run(/ 3 \D*512\.00 Yes$/).waitFor();
  await page.goto('/admin/listings?kind=CAR');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await save(page, 'Price and number', { Cars: '7' });
  await page.getByText('Saved. Travelers see it now.').waitFor();
  expect(await page.getByLabel('Cars').inputValue()).toBe('7');
  expect(operator.trouble).toEqual([]);
});

test('more listings come below those that are shown, and a search begins a list of its own', async () => {
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto('/admin/listings');
  const firstTitle = await page.getByRole('row').nth(1).textContent();
  const answers = await answersTo(page, 'Listings');
  answers.lose();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByRole('alert').getByText('The next ones could not be loaded.').waitFor();
  answers.letThrough();
  await page.getByRole('button', { name: 'Try again' }).click();
  // The head, fifty of the first page, and more.
  await page.getByRole('row').nth(60).waitFor();
  expect(await page.getByRole('row').nth(1).textContent()).toBe(firstTitle);
  await page.getByLabel('Title, city, flight, airline, airport or id').fill('Lantern');
  await page.keyboard.press('Enter');
  await page.getByRole('row').nth(60).waitFor({ state: 'detached' });
  for (const row of (await page.getByRole('row').allInnerTexts()).slice(1)) expect(row).toContain('Lantern');
  expect(operator.trouble).toEqual([]);
});

test('a payment is found by its booking, by its own id and by who paid; going back finds what was found before', async () => {
  const { address } = stage.server;
  const flight = await sellFlight(address, 4);
  const book = () => bookAsTraveler(address, (api) => flightOffer(api, flight.id));
  const [first, second] = [await book(), await book()];
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto('/admin/payments');
  const search = async (text: string, count: number) => {
    await page.getByRole('searchbox').fill(text);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Payments (${count})` }).waitFor();
  };
  await search(first.reference.toLowerCase(), 1);
  await page.getByRole('row', { name: first.reference }).getByText('Visa •••• 4242').waitFor();
  await search(second.paymentId, 1);
  await page.getByRole('link', { name: second.reference }).waitFor();
  await search(first.travelerId, 2);
  await search('MER-0000-0000', 0);
  await page.getByText('No payment fits.').waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Payments (2)' }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe(first.travelerId);
  expect(operator.trouble).toEqual([]);
});

test('what somebody gave up shows up while the page is open, is put back, and comes again as it fails again', async () => {
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Operations' }).click();
  await page
    .getByRole('row', { name: /listings bookings/ })
    .first()
    .waitFor();
  await page.getByRole('tab', { name: 'Outboxes' }).click();
  await page.getByRole('row').nth(4).waitFor();
  expect((await page.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split(/\s/)[0])).toEqual([
    'users',
    'listings',
    'bookings',
    'deals',
  ]);
  await page.getByRole('tab', { name: 'Dead letters' }).click();
  await page.getByText('No dead letters.').waitFor();

  await poisonLog(stage.server.data, 'evt_given_up');
  await page.getByRole('tab', { name: 'Dead letters (1)' }).waitFor();
  await page.getByRole('row', { name: /review\.posted reviews listings It does not fit/ }).waitFor();
  await page.getByRole('button', { name: 'review.posted' }).click();
  const detail = page.getByRole('dialog', { name: 'Dead letter' });
  await detail.getByText('after 1 attempt').waitFor();
  await detail.getByText('"no review"').waitFor();
  await detail.getByRole('button', { name: 'Put it back' }).click();
  await detail.getByText('It was put back').waitFor();
  // The address holds what is opened: somebody else who is sent it sees that it was put back.
  await page.reload();
  await detail.getByText('It was put back').waitFor();
  await detail.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'review.posted' }).click();
  await detail.getByRole('button', { name: 'Put it back' }).waitFor();

  await using other = await stage.visit();
  await beginSession(other.context, demoAccounts.admin);
  await other.page.goto(page.url());
  await other.page.getByRole('button', { name: 'Put it back' }).click();
  await other.page.getByText('It was put back').waitFor();
  await detail.getByRole('button', { name: 'Put it back' }).click();
  await detail.getByText('Somebody else has put it back before you.').waitFor();
  expect(operator.trouble).toEqual([]);
});

test('a service that does not answer leaves its own row unknown', async () => {
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  const answers = await answersTo(page, 'Operations');
  const outage = {
    message: 'It does not answer.',
    path: ['dealsOutbox'],
    extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
  };
  answers.change(({ data }) => ({ data: { ...data, dealsOutbox: null }, errors: [outage] }));
  await page.goto('/admin/operations?show=outboxes');
  await page.getByRole('row', { name: /deals Unknown: the service does not answer/ }).waitFor();
  await page.getByRole('row', { name: /^bookings \d/ }).waitFor();
});
