import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@meridian/demo/eventually';
import { at } from '../support/api.ts';
import { type Credentials, demoAccounts, signInAgain } from '../support/people.ts';
import { beginSession, signUpAnew } from './support/account.ts';
import { answersTo } from './support/answers.ts';
import { makeSocketsCuttable } from './support/cuttable-socket.ts';
import { sellFlight, watchFlight } from './support/flights.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

const unread = (count: number) => `Alerts, ${count} unread`;

/** Somebody new, who watches a flight. */
async function signUpAndWatch({ page }: Visitor, flightId: string): Promise<Credentials> {
  const account = await signUpAnew(page);
  await watchFlight(page, flightId);
  return account;
}

/** Waits until the alert lies in the inbox, whoever has seen it. */
async function awaitAlert(account: Credentials): Promise<void> {
  const { api } = await signInAgain(stage.server.address, account);
  await eventually(async () =>
    at(await api.read('{ me { alerts { edges { node { id } } } } }'), 'me', 'alerts', 'edges', 0),
  );
}

test('an alert arrives while the page is open, once, and is read in the bell', async () => {
  const flight = await sellFlight(stage.server.address, 4);
  await using visitor = await stage.visit();
  const { page } = visitor;
  await signUpAndWatch(visitor, flight.id);
  await page.reload();
  await page.getByText('Tells you at US$300.00 or below.').waitFor();
  await page.getByRole('button', { name: 'Alerts, none unread' }).waitFor();
  // In the background nothing is asked for again by the clock: the page follows the alert.
  await page.evaluate('Object.defineProperty(document, "hidden", { value: true })');
  await flight.setPrice('250.00');
  await page.getByRole('button', { name: unread(1) }).waitFor();
  await page.getByText('US$275.00').first().waitFor();
  await page.getByRole('button', { name: unread(1) }).click();
  const bell = page.getByRole('dialog', { name: 'Alerts' });
  await bell.getByText('Now US$275.00, before US$325.00.').waitFor();
  const answers = await answersTo(page, 'MarkAlertsRead');
  answers.change(() => ({ data: { markAlertsRead: null }, errors: [{ message: 'It does not answer.' }] }));
  const refused = page.waitForResponse((response) => /MarkAlertsRead/.test(response.request().postData() ?? ''));
  await page.keyboard.press('Escape');
  await refused;
  await page.getByRole('button', { name: unread(1) }).click();
  await bell.getByText('could not be marked as read').waitFor();
  answers.letThrough();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Alerts, none unread' }).waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('a watch cannot be given the price of another one: that is said beside the field, and another price is taken', async () => {
  const flight = await sellFlight(stage.server.address, 4);
  await using visitor = await stage.visit();
  const { page } = visitor;
  const { api } = await signInAgain(stage.server.address, await signUpAndWatch(visitor, flight.id));
  const input = { listingId: flight.id, threshold: { amount: '290.00', currency: 'USD' } };
  const create = 'mutation ($input: CreatePriceWatchInput!) { createPriceWatch(input: $input) { __typename } }';
  expect((await api.read(create, { input })).createPriceWatch).toEqual({ __typename: 'PriceWatch' });
  await page.reload();
  await page.getByRole('button', { name: 'Change' }).click();
  const field = page.getByLabel('Tell me at or below (USD)');
  const save = page.getByRole('button', { name: 'Save' });
  await field.fill('300');
  await save.click();
  await page.getByText('Another watch of yours tells you at just this price.').waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await field.fill('280');
  await save.click();
  await page.getByText('Tells you at US$280.00 or below.').waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('an alert that comes while the connection is lost arrives when it is back, without a reload', async () => {
  const flight = await sellFlight(stage.server.address, 4);
  await using visitor = await stage.visit();
  const { page } = visitor;
  const sockets = await makeSocketsCuttable(visitor.context);
  const account = await signUpAndWatch(visitor, flight.id);
  await sockets.cut();
  await page.getByText('The connection to Meridian is lost.').waitFor();
  await flight.setPrice('250.00');
  await awaitAlert(account);
  await page.getByRole('button', { name: 'Alerts, none unread' }).waitFor();
  sockets.letBack();
  await page.getByRole('button', { name: unread(1) }).waitFor();
  await page.getByText('The connection to Meridian is lost.').waitFor({ state: 'detached' });
  expect(visitor.trouble).toEqual([]);
});

test('a bell that could not read its alerts says so, and reads and hears them when it is asked to try again', async () => {
  const flight = await sellFlight(stage.server.address, 4);
  await using visitor = await stage.visit();
  const { page } = visitor;
  await signUpAndWatch(visitor, flight.id);
  await page.route('**/graphql', (route) => {
    const isInbox = route.request().postDataJSON()?.operationName === 'Alerts';
    return isInbox ? route.fulfill({ status: 503, body: 'busy' }) : route.fallback();
  });
  await page.reload();
  await page.getByRole('button', { name: 'Alerts, not loaded' }).click();
  const bell = page.getByRole('dialog', { name: 'Alerts' });
  await bell.getByText('This could not be loaded').waitFor();
  await page.unroute('**/graphql');
  await bell.getByRole('button', { name: 'Try again' }).click();
  await bell.getByText('No alerts yet.').waitFor();
  await flight.setPrice('250.00');
  await bell.getByText('Now US$275.00, before US$325.00.').waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('an event that comes while the connection is lost, before any other has come, is shown to the operator when it is back', async () => {
  const flight = await sellFlight(stage.server.address, 4);
  await using operator = await stage.visit();
  const { page } = operator;
  const sockets = await makeSocketsCuttable(operator.context);
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto(`/admin/events?subject=${flight.id}`);
  await page.getByText('Live', { exact: true }).waitFor();
  await sockets.cut();
  await page.getByText('Offline', { exact: true }).waitFor();
  await flight.setPrice('250.00');
  sockets.letBack();
  await page.getByRole('button', { name: 'listing.updated' }).waitFor();
  expect(operator.trouble).toEqual([]);
});

test('the page of a flight follows its price and its seats', async () => {
  const flight = await sellFlight(stage.server.address, 4);
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.clock.install();
  await page.goto(`/flights/${flight.id}`);
  await page.getByText('US$325.00').first().waitFor();
  await flight.setPrice('410.00');
  await page.clock.fastForward('00:16');
  await page.getByText('US$435.00').first().waitFor();
  expect(visitor.trouble).toEqual([]);
});
