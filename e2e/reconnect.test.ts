import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as documents from '@meridian/demo/documents';
import { eventually } from '@meridian/demo/eventually';
import { fareOf, publishFlight } from '@meridian/demo/journey/flight';
import { expectType, type Person, signIn } from '@meridian/demo/people';
import { createPublicClient } from '@meridian/demo/public-client';
import { createSteps } from '@meridian/demo/steps';
import { createRestlessClient } from './reconnect/restless-client.ts';
import { type RunningServer, startServer } from './support/running-server.ts';

/** `RECONNECTS=200 npm test -- e2e/reconnect` for the full number. */
const reconnects = Number(process.env.RECONNECTS ?? 40);
const watchesOnTheFlight = 10;
const dropsPerSecond = 5;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ market: 'small' });
}, 120_000);
afterAll(async () => server[Symbol.asyncDispose]());

const silent = createSteps(
  () => undefined,
  () => 0,
);

async function signUpTraveler() {
  const input = { email: `r-${randomUUID()}@meridian.example`, password: randomUUID(), displayName: 'Restless' };
  const { signUp } = await createPublicClient(server.address).run<{ signUp: { accessToken: string } }>(
    documents.signUp,
    { input },
  );
  return { accessToken: signUp.accessToken, client: createPublicClient(server.address, signUp.accessToken) };
}

type Version = Readonly<{ id: string; version: number }>;

/** Answers the flight's new version. */
async function setPrice(owner: Person, { id, version }: Version, price: string): Promise<number> {
  const { updateFlight } = await owner.client.run<{ updateFlight: { __typename: string; version: number } }>(
    documents.updateFlight,
    { input: { id, expectedVersion: version, fares: [fareOf(price)] } },
  );
  return expectType(updateFlight, 'Flight').version;
}

/** Lowers and raises the price at a steady pace until it is told to stop. Answers how many drops there were. */
async function rockPrice(owner: Person, { id, version: first }: Version, stop: AbortSignal) {
  let version = first;
  let drops = 0;
  while (!stop.aborted) {
    version = await setPrice(owner, { id, version }, '100.00');
    drops += 1;
    await pause(500 / dropsPerSecond);
    version = await setPrice(owner, { id, version }, '300.00');
    await pause(500 / dropsPerSecond);
  }
  return { drops, version };
}

const alertPages = /* GraphQL */ `
  query Alerts($after: Cursor) {
    me { alerts(first: 100, after: $after) { edges { node { id cursor } } pageInfo { endCursor hasNextPage } } }
  }`;

type AlertInInbox = { id: string; cursor: string };

type AlertPage = {
  me: { alerts: { edges: { node: AlertInInbox }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } };
};

/** The newest first. */
async function alertsInInbox(client: Person['client']): Promise<AlertInInbox[]> {
  const alerts: AlertInInbox[] = [];
  let after: string | null = null;
  do {
    const page: AlertPage = await client.run<AlertPage>(alertPages, { after });
    alerts.push(...page.me.alerts.edges.map(({ node }) => node));
    after = page.me.alerts.pageInfo.hasNextPage ? page.me.alerts.pageInfo.endCursor : null;
  } while (after !== null);
  return alerts;
}

test(`${reconnects} reconnects with the cursor miss nothing and double nothing`, async () => {
  const traveler = await signUpTraveler();
  const owner = await signIn(server.address, { email: 'owner@meridian.example', password: 'quiet-orchard-42' });
  const date = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const flight = await publishFlight(owner, silent, date);
  for (let watch = 0; watch < watchesOnTheFlight; watch += 1) {
    const threshold = { amount: `${200 + watch}.00`, currency: 'USD' };
    await eventually(async () => {
      const { createPriceWatch } = await traveler.client.run<{ createPriceWatch: { __typename: string } }>(
        documents.createPriceWatch,
        { input: { listingId: flight.id, threshold } },
      );
      return expectType(createPriceWatch, 'PriceWatch');
    });
  }
  const rocking = new AbortController();
  const rocked = rockPrice(owner, flight, rocking.signal);
  await eventually(async () => {
    if ((await alertsInInbox(traveler.client)).length === 0) throw new Error('No alert yet.');
  });
  const { first, client } = await beginAtOldest(traveler);
  for (let count = 0; count < reconnects; count += 1) await client.connect(pause(20 + Math.random() * 230));
  rocking.abort();
  // One more when all is quiet. The stream is in order: whatever is missed or doubled shows by the time its alerts are there.
  await setPrice(owner, { ...flight, version: (await rocked).version }, '100.00');
  const expected = ((await rocked).drops + 1) * watchesOnTheFlight;
  await eventually(async () => {
    const inbox = await alertsInInbox(traveler.client);
    if (inbox.length < expected) throw new Error(`${inbox.length} of ${expected} alerts are in the inbox.`);
  });
  const inbox = (await alertsInInbox(traveler.client)).map(({ id }) => id);
  await client.connect(
    eventually(async () => {
      if (client.received.at(-1)?.id !== inbox[0]) throw new Error('The newest alert has not arrived.');
    }),
  );
  const received = client.received.map(({ id }) => id);
  expect(new Set(received).size).toBe(received.length);
  expect([first, ...received].sort()).toEqual([...inbox].sort());
  expect(inbox).toHaveLength(expected);
}, 300_000);

/** The oldest alert's cursor: everything behind it must arrive. */
async function beginAtOldest(traveler: Awaited<ReturnType<typeof signUpTraveler>>) {
  const oldest = (await alertsInInbox(traveler.client)).at(-1);
  if (oldest === undefined) throw new Error('There is no alert to begin at.');
  return { first: oldest.id, client: createRestlessClient(server.address, traveler.accessToken, oldest.cursor) };
}
