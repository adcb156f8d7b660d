import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@meridian/demo/eventually';
import type { Page } from 'playwright-core';
import { createApi, textAt } from '../support/api.ts';
import { inDays, route } from '../support/inputs.ts';
import { newAccount, signUpOn } from './support/account.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
let flights: string;
beforeAll(async () => {
  stage = await openStage();
  const places = await createApi(`${stage.server.address}/graphql`).read(`{
    from: places(search: "${route.origin}", first: 1) { id } to: places(search: "${route.destination}", first: 1) { id } }`);
  flights = `/flights?from=${textAt(places, 'from', 0, 'id')}&to=${textAt(places, 'to', 0, 'id')}&date=${inDays(14)}`;
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

const phone = { viewport: { width: 360, height: 740 } };

const firstResult = (page: Page) => page.getByRole('main').getByRole('listitem').first();
const scrolled = (page: Page) => page.evaluate<number>('scrollY');

test('a filter leaves the page where it is, and a price that is moved by keys is one request and one step back', async () => {
  await using visitor = await stage.visit(phone);
  const { page } = visitor;
  await page.goto(flights);
  await firstResult(page).waitFor();
  await page.getByRole('button', { name: 'Filters' }).click();
  const box = page.getByRole('group', { name: 'Departure' }).getByRole('checkbox').first();
  await box.scrollIntoViewIfNeeded();
  await page.evaluate('scrollBy(0, 40)');
  const before = await scrolled(page);
  await box.click();
  await page.waitForURL(/windows=/);
  await firstResult(page).waitFor();
  expect(before).toBeGreaterThan(0);
  expect(await scrolled(page)).toBe(before);

  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('"operationName":"Flights"')) asked += 1;
  });
  await page.getByRole('slider').focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/maxPrice=/);
  await firstResult(page).waitFor();
  expect(asked).toBe(1);
  await page.goBack();
  await page.waitForURL((url) => url.searchParams.has('windows') && !url.searchParams.has('maxPrice'));
  expect(visitor.trouble).toEqual([]);
});

/** Reads on until so many results are there, and leaves the page by the last one but a few. */
async function readOn(page: Page, count: number) {
  const results = page.getByRole('main').getByRole('listitem');
  await eventually(async () => {
    await results.last().scrollIntoViewIfNeeded();
    expect(await results.count()).toBeGreaterThanOrEqual(count);
  });
  return results.nth(count - 3);
}

test.each([
  ['a phone', phone],
  ['a desk', {}],
])('on %s, Back from a result leads to where one was in the list', async (_name, options) => {
  await using visitor = await stage.visit(options);
  const { page } = visitor;
  await page.goto(flights.replace(/&date=.*/, ''));
  const result = await readOn(page, 30);
  await result.scrollIntoViewIfNeeded();
  const before = await scrolled(page);
  const text = await result.textContent();
  await result.getByRole('link').click();
  await page.getByRole('heading', { name: 'Fares' }).waitFor();
  await page.goBack();
  await firstResult(page).waitFor();
  expect(before).toBeGreaterThan(2000);
  await eventually(async () => expect(await result.textContent()).toBe(text));
  expect(await scrolled(page)).toBe(before);
  expect(visitor.trouble).toEqual([]);
});

test('a search that nobody can run offers what helps', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto('/flights?from=plc_nope&to=plc_nope2');
  await page.getByText('This search needs a change').waitFor();
  // There are none: clearing them would bring the same refusal.
  expect(await page.getByRole('button', { name: 'Clear filters and days' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByText('Where do you want to go?').waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('a form takes nine travelers at most, says so, and shows on the way back what the results are for', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto(flights);
  await firstResult(page).waitFor();
  const [adults, children] = [page.getByLabel('Adults'), page.getByLabel('Children')];
  await children.selectOption('3');
  await adults.selectOption('9');
  expect(await children.inputValue()).toBe('0');
  await page.getByText('Nine travelers at most').waitFor();
  await adults.selectOption('3');
  const search = page.getByRole('button', { name: 'Search flights' });
  await search.click();
  await page.waitForURL(/adults=3/);
  await page.locator('button:focus', { hasText: 'Search flights' }).waitFor();
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('adults'));
  await eventually(async () => expect(await adults.inputValue()).toBe('1'));
  expect(visitor.trouble).toEqual([]);
});

test('who has signed up does not come back to the form, nor sees it when they go there', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto('/deals');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Make an account' }).click();
  await signUpOn(page, newAccount());
  await page.waitForURL('**/deals');
  await page.goBack();
  await page.waitForURL('**/deals');
  await page.goto('/sign-in?next=/trips');
  await page.waitForURL('**/trips');
  expect(visitor.trouble).toEqual([]);
});

test('Tab takes the place that is highlighted, and a form that is wrong brings its sender to what is wrong', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('button', { name: 'Search flights' }).click();
  const from = page.getByRole('combobox', { name: 'From' });
  await from.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('JFK');
  await page.getByRole('option').filter({ hasText: 'JFK' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await from.inputValue()).toMatch(/JFK/);
  await page.getByRole('button', { name: 'Search flights' }).click();
  const to = page.getByRole('combobox', { name: 'To', exact: true });
  await to.and(page.locator(':focus')).waitFor();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('input[type=email]:focus').waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('a price in another currency than the filter’s says what it counts as there, and at which day’s rate', async () => {
  const { places } = await createApi(`${stage.server.address}/graphql`).read(
    '{ places(search: "London", first: 1) { id } }',
  );
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto(`/stays?place=${textAt(places, 0, 'id')}`);
  await page.getByText(/^Price up to US\$/).waitFor();
  await firstResult(page)
    .getByText(/^about US\$[\d,.]+, to compare, at the reference rate of .* 20\d\d$/)
    .waitFor();
  expect(visitor.trouble).toEqual([]);
});
