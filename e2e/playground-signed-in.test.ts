import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@meridian/demo/eventually';
import { createCarriedValues } from '../gateway/playground/src/carried-values.ts';
import { at, createApi, listAt, textAt } from './support/api.ts';
import { signedInOperations } from './support/example-operations.ts';
import { demoAccounts } from './support/people.ts';
import { type RunningServer, startServer } from './support/running-server.ts';
import { firstMessage } from './support/socket.ts';

const playground = resolve(import.meta.dirname, '../gateway/playground/src');
const examples = new Map((await signedInOperations()).map((operation) => [operation.name, operation.text]));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ market: 'small' });
}, 120_000);
afterAll(async () => server[Symbol.asyncDispose]());

/** What the playground's form does: it sends this document, and takes the token out of the answer. */
async function enter(form: 'sign-in' | 'sign-up', input: object): Promise<string> {
  const document = await readFile(`${playground}/${form}.graphql`, 'utf8');
  const data = await createApi(`${server.address}/graphql`).read(document, { input });
  const answer = Object.values(data)[0];
  expect(Date.parse(textAt(answer, 'accessTokenExpiresAt'))).toBeGreaterThan(Date.now());
  return textAt(answer, 'accessToken');
}

/** Somebody who goes from tab to tab. Like the playground itself, it hands on what was answered. */
function openTabs(accessToken: string) {
  const api = createApi(`${server.address}/graphql`, accessToken);
  const carried = createCarriedValues(randomUUID);
  const done: string[] = [];
  const textOf = (name: string): string => {
    done.push(name);
    return examples.get(name) ?? `There is no tab ${name}.`;
  };
  return {
    done,
    async run(name: string): Promise<unknown> {
      const text = textOf(name);
      const data = await api.read(text, carried.fill(text, {}));
      carried.remember(data);
      return data;
    },
    listen: (name: string) => firstMessage(`${server.address}/graphql`, { query: textOf(name), accessToken }),
  };
}
type Tabs = ReturnType<typeof openTabs>;

/** Nobody tells when a subscription has begun to listen, so there is less and less left until it has told. */
async function holdUntilTold<Message>(tabs: Tabs, told: Promise<Message>): Promise<Message> {
  const state = { isTold: false };
  const settle = () => {
    state.isTold = true;
  };
  told.then(settle, settle);
  await eventually(async () => {
    if (!state.isTold) await tabs.run('04-hold.graphql');
    if (!state.isTold) throw new Error('Nobody has told yet.');
  }, 30_000);
  return told;
}

describe("the playground's tabs of who is signed in", () => {
  test('run one after the other for the demo traveler: found, quoted, held, paid, seen, cancelled, watched, told', async () => {
    const tabs = openTabs(await enter('sign-in', demoAccounts.traveler));
    expect(textAt(await tabs.run('01-account.graphql'), 'me', 'email')).toBe(demoAccounts.traveler.email);
    const found = await tabs.run('02-bookable-flights.graphql');
    const title = textAt(found, 'searchFlights', 'edges', 0, 'node', 'title');
    expect(await tabs.run('03-quote.graphql')).toMatchObject({
      quote: { __typename: 'Quote', items: [{ snapshot: { title } }] },
    });
    const held = await tabs.run('04-hold.graphql');
    expect(at(held, 'holdBooking')).toMatchObject({ __typename: 'Booking', state: 'HELD' });
    expect(at(await tabs.run('05-pay.graphql'), 'payBooking')).toMatchObject({
      reference: textAt(held, 'holdBooking', 'reference'),
      state: 'CONFIRMED',
      payment: { state: 'CAPTURED' },
    });
    const trips = listAt(await tabs.run('06-my-trips.graphql'), 'me', 'bookings', 'edges');
    expect(trips[0]).toMatchObject({
      node: { state: 'CONFIRMED', items: [{ snapshot: { title }, listing: { title } }] },
    });
    const quoted = at(await tabs.run('07-cancellation-quote.graphql'), 'quoteCancellation');
    expect(quoted).toMatchObject({ __typename: 'CancellationQuote' });
    expect(at(await tabs.run('08-cancel.graphql'), 'cancelBooking')).toMatchObject({
      state: 'CANCELLED',
      refunded: at(quoted, 'refund'),
    });
    expect(at(await tabs.run('09-watch.graphql'), 'createPriceWatch')).toMatchObject({ __typename: 'PriceWatch' });
    const watches = listAt(await tabs.run('10-my-watches.graphql'), 'me', 'watches', 'edges');
    expect(watches[0]).toMatchObject({ node: { snapshot: { title }, listing: { title } } });
    const { data, errors } = await holdUntilTold(tabs, tabs.listen('11-watch-alerts.graphql'));
    expect([errors, data]).toMatchObject([
      [],
      {
        priceWatchTriggered: { __typename: 'PriceWatchTriggered', alert: { snapshot: { title }, listing: { title } } },
      },
    ]);
    // None was forgotten here.
    expect([...new Set(tabs.done)].sort()).toEqual([...examples.keys()].sort());
  }, 120_000);

  test('work for an account that was opened with the form a moment ago', async () => {
    const email = `playground-${randomUUID()}@meridian.example`;
    const tabs = openTabs(await enter('sign-up', { email, password: randomUUID(), displayName: 'Pat Playground' }));
    expect(at(await tabs.run('01-account.graphql'), 'me')).toMatchObject({ email, roles: ['TRAVELER'] });
    // What is free is shown as it was a moment ago: the other account may just have held the last of it.
    await eventually(async () => {
      await tabs.run('02-bookable-flights.graphql');
      expect(at(await tabs.run('04-hold.graphql'), 'holdBooking')).toMatchObject({ __typename: 'Booking' });
    });
  });
});
